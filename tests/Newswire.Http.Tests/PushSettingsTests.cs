using Microsoft.Extensions.Configuration;
using Newswire.Feeds;
using Newswire.TestKit;
using Newswire.WebPush;

namespace Newswire.Http.Tests;

public sealed class PushSettingsTests
{
    [Theory]
    [InlineData("Contact", "desk@news.example")]
    [InlineData("Contact", "mailto:")]
    [InlineData("Contact", "mailto:desk")]
    [InlineData("Contact", "mailto:desk@localhost")]
    [InlineData("Contact", "http://news.example/")]
    [InlineData("Contact", "https://localhost/")]
    [InlineData("Services:0", "*")]
    [InlineData("Services:0", "https://push.example/")]
    [InlineData("Services:0", "")]
    [InlineData("AllowLoopback", "maybe")]
    [InlineData("MaxTime", "00:00:00")]
    [InlineData("MaxTime", "00:01:01")]
    [InlineData("MaxTime", "soon")]
    [InlineData("MaxParallel", "0")]
    [InlineData("MaxParallel", "1025")]
    [InlineData("MaxConnectionsPerHost", "0")]
    [InlineData("MaxConnectionsPerHost", "257")]
    public void A_setting_that_is_not_usable_is_refused_by_name(string name, string value)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains($"WebPush:{name.Split(':')[0]}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void By_default_the_services_of_the_browsers_are_contacted_and_never_this_machine()
    {
        Assert.Equal(new PushOptions { Contact = "https://news.example/" }, Read());
        Assert.False(Read().AllowLoopback);
    }

    [Fact]
    public void Configured_services_take_the_place_of_the_default_ones() =>
        Assert.Equal(["push.example", "*.push.example"], Read(("Services:0", "push.example"), ("Services:1", "*.push.example")).Services);

    [Theory]
    [InlineData("mailto:desk@news.example")]
    [InlineData("https://news.example/contact")]
    public void The_contact_is_who_is_configured(string contact) => Assert.Equal(contact, Read(("Contact", contact)).Contact);

    [Theory]
    [InlineData("https://news.example/", "https://news.example/")]
    [InlineData("http://news.example/", null)]
    [InlineData("http://localhost:8080", null)]
    [InlineData(null, "https://syndication.example")]
    public void Without_one_it_is_the_publications_site_where_services_can_turn_to_it(string? site, string? contact) =>
        Assert.Equal(contact, Read(Some.Publication() with { SiteUrl = site }).Contact);

    private static PushOptions Read(params IEnumerable<(string Name, string Value)> settings) => Read(Some.Publication(), settings);

    private static PushOptions Read(Publication publication, params IEnumerable<(string Name, string Value)> settings) =>
        PushSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting =>
                    KeyValuePair.Create("WebPush:" + setting.Name, (string?)setting.Value)))
                .Build(),
            publication);
}
