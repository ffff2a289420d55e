using Microsoft.Extensions.Configuration;

namespace Newswire.Http.Tests;

public sealed class PublicationSettingsTests
{
    [Theory]
    [InlineData("Language", "en_GB")]
    [InlineData("BaseUrl", "syndication.example")]
    [InlineData("BaseUrl", "/feeds")]
    [InlineData("BaseUrl", "ftp://news.example")]
    [InlineData("BaseUrl", "")]
    [InlineData("BaseUrl", "https://news.example/?q=1")]
    [InlineData("BaseUrl", "https://news.example/#top")]
    [InlineData("SiteUrl", "news.example")]
    [InlineData("LogoUrl", "logo.png")]
    [InlineData("LicenceUrl", "by/4.0")]
    [InlineData("TagAuthority", "news.example")]
    [InlineData("TagAuthority", "news.example,yesterday")]
    [InlineData("TagAuthority", "news example,2026")]
    [InlineData("TagAuthority", "")]
    [InlineData("MaxEntries", "0")]
    [InlineData("MaxEntries", "1001")]
    [InlineData("MinEntries", "0")]
    [InlineData("MinEntries", "501")]
    [InlineData("MinHours", "-1")]
    [InlineData("TombstoneDays", "366")]
    [InlineData("OutsideHubs:0", "hub")]
    [InlineData("MaxEntries", "many")]
    [InlineData("Title", " ")]
    [InlineData("Description", "")]
    public void A_setting_no_document_could_be_made_with_is_refused_by_name(string name, string value)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains($"Publication:{name}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_the_defaults_do() => Assert.Equal("Newswire", Read().Title);

    [Fact]
    public void Settings_are_taken_as_given()
    {
        var publication = Read(
            ("Title", "The Example Times"), ("BaseUrl", "https://news.example/syndication"), ("TagAuthority", "news.example,2026-03"), ("MaxEntries", "500"));

        Assert.Equal("The Example Times", publication.Title);
        Assert.Equal("https://news.example/syndication", publication.BaseUrl);
        Assert.Equal("news.example,2026-03", publication.TagAuthority);
        Assert.Equal(500, publication.MaxEntries);
    }

    private static Feeds.Publication Read(params IEnumerable<(string Name, string Value)> settings) =>
        PublicationSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting =>
                KeyValuePair.Create("Publication:" + setting.Name, (string?)setting.Value)))
            .Build());
}
