using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Life;

/// <summary>An article from its embargo to its end, from the requests of the newsroom to what readers get.</summary>
public sealed class ArticleLifeTests : SurfaceTests
{
    private const string Id = "harbour-bridge";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Gone = "http://purl.org/atompub/tombstones/1.0";

    [Theory]
    [InlineData("embargo")]
    [InlineData("published")]
    public async Task An_article_is_in_no_output_before_its_time_and_in_all_of_them_within_seconds_of_it(string member)
    {
        await PublishOtherAsync();
        var due = Surface.Time.GetUtcNow().AddMinutes(90);
        var answer = await Surface.PutAsync(Id, Send.Article(more: (member, At(TimeSpan.FromMinutes(90)))), wait: true);
        Assert.Equal(202, answer.Status);
        Assert.Equal(due, answer.Json.GetProperty("scheduled").GetDateTimeOffset());

        await Surface.LiveAsync(TimeSpan.FromMinutes(90) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Surface.PublicDocuments(), document =>
            document.Key.Contains("transport", StringComparison.Ordinal)
            || document.Value.Contains(Send.Headline, StringComparison.Ordinal)
            || document.Value.Contains(Id, StringComparison.Ordinal)
            || document.Value.Contains("Transport", StringComparison.Ordinal));

        await Surface.LiveAsync(TimeSpan.FromSeconds(3));
        foreach (var feed in (string[])["latest", "topics/transport", "topics/uk-news", "authors/ada-okafor"])
        {
            foreach (var format in (string[])["rss", "atom", "json", "html"])
            {
                Assert.Contains(Send.Headline, (await Surface.GetAsync($"/feeds/{feed}.{format}")).Text, StringComparison.Ordinal);
            }
        }

        Assert.Contains(Send.Headline, (await Surface.GetAsync("/sitemaps/news-1.xml")).Text, StringComparison.Ordinal);
        var entry = Assert.Single((await AtomAsync("topics/transport")).Elements(Atom + "entry"));
        Assert.Equal(due, DateTimeOffset.Parse(entry.Element(Atom + "published")!.Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task An_edit_under_embargo_leaves_the_version_before_it_to_be_seen_until_then()
    {
        await Surface.PutAsync(Id, wait: true);
        await Surface.PutAsync(Id, Send.Article(version: 2, more: [("headline", "Bridge shut"), ("embargo", At(TimeSpan.FromMinutes(5)))]));

        await Surface.LiveAsync(TimeSpan.FromMinutes(4));
        Assert.Equal([Send.Headline], await TitlesAsync("latest"));
        await Surface.LiveAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["Bridge shut"], await TitlesAsync("latest"));
    }

    [Fact]
    public async Task An_article_withdrawn_under_embargo_leaves_no_trace()
    {
        await PublishOtherAsync();
        await Surface.PutAsync(Id, Send.Article(more: ("embargo", At(TimeSpan.FromMinutes(5)))));
        await Surface.DeleteAsync(Id, wait: true);
        await Surface.LiveAsync(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain(Surface.PublicDocuments().Values, text => text.Contains(Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_that_expires_is_gone_at_its_time_and_mourned_for_thirty_days()
    {
        await PublishOtherAsync();
        await Surface.PutAsync(Id, Send.Article(more: ("expires", At(TimeSpan.FromMinutes(5)))), wait: true);
        Assert.Contains(Send.Headline, await TitlesAsync("latest"));

        var expires = Surface.Time.GetUtcNow().AddMinutes(5);
        await Surface.LiveAsync(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(2));
        await AssertGoneAsync(expires);

        Surface.Time.Advance(TimeSpan.FromDays(30));
        await Surface.SweepAsync();
        Assert.Empty((await AtomAsync("latest")).Elements(Gone + "deleted-entry"));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_from_every_document_and_mourned_until_it_is_back()
    {
        await PublishOtherAsync();
        await Surface.PutAsync(Id, wait: true);
        await Surface.DeleteAsync(Id, wait: true);
        await AssertGoneAsync(Surface.Time.GetUtcNow());

        Surface.Time.Advance(TimeSpan.FromHours(1));
        await Surface.PutAsync(Id, Send.Article(version: 2), wait: true);
        var feed = await AtomAsync("latest");
        Assert.Empty(feed.Elements(Gone + "deleted-entry"));
        var entry = feed.Elements(Atom + "entry").Single(one => one.Element(Atom + "id")!.Value.EndsWith(":" + Id, StringComparison.Ordinal));
        Assert.Equal("2026-03-04T09:00:00Z", entry.Element(Atom + "published")!.Value);
    }

    [Fact]
    public async Task A_correction_is_read_and_moves_updated_and_a_silent_fix_moves_no_date()
    {
        await Surface.PutAsync(Id, wait: true);
        var first = await EntryAsync();

        Surface.Time.Advance(TimeSpan.FromHours(1));
        await Surface.PutAsync(Id, Send.Article(version: 2, more: [("headline", "Harbour bridge opens early"), ("silent", true)]), wait: true);
        var fixedSilently = await EntryAsync();
        Assert.Equal("Harbour bridge opens early", fixedSilently.Element(Atom + "title")!.Value);
        Assert.Equal(Dates(first), Dates(fixedSilently));

        Surface.Time.Advance(TimeSpan.FromHours(1));
        await Surface.PutAsync(Id, Send.Article(version: 3, more: ("correction", "The bridge opens in April, not in March.")), wait: true);
        var corrected = await EntryAsync();
        Assert.Contains("The bridge opens in April, not in March.", corrected.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Equal(Dates(first).Published, Dates(corrected).Published);
        Assert.Equal(Surface.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Dates(corrected).Updated);
    }

    private string At(TimeSpan ahead) =>
        (Surface.Time.GetUtcNow() + ahead).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private Task<Answer> PublishOtherAsync() => Surface.PutAsync(
        "other", Send.Article(more: [("headline", "Ferry"), ("url", "https://news.example/ferry"), ("topics", new JsonArray("Sea")), ("authors", null)]), wait: true);

    private async Task<XElement> AtomAsync(string feed) => XElement.Parse((await Surface.GetAsync($"/feeds/{feed}.atom")).Text);

    private async Task<IReadOnlyList<string>> TitlesAsync(string feed) =>
        [.. (await AtomAsync(feed)).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value)];

    private async Task<XElement> EntryAsync() => Assert.Single((await AtomAsync("latest")).Elements(Atom + "entry"));

    private static (string Published, string Updated) Dates(XElement entry) =>
        (entry.Element(Atom + "published")!.Value, entry.Element(Atom + "updated")!.Value);

    private async Task AssertGoneAsync(DateTimeOffset when)
    {
        Assert.DoesNotContain(Surface.PublicDocuments().Values, text => text.Contains(Send.Headline, StringComparison.Ordinal));
        foreach (var feed in (string[])["latest", "topics/transport", "authors/ada-okafor"])
        {
            var mark = Assert.Single((await AtomAsync(feed)).Elements(Gone + "deleted-entry"));
            Assert.EndsWith(":" + Id, mark.Attribute("ref")!.Value, StringComparison.Ordinal);
            Assert.Equal(when, DateTimeOffset.Parse(mark.Attribute("when")!.Value, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(1));
            var json = JsonNode.Parse((await Surface.GetAsync($"/feeds/{feed}.json")).Text)!;
            Assert.EndsWith(":" + Id, (string)Assert.Single(json["_tombstones"]!.AsArray())!["id"]!, StringComparison.Ordinal);
        }
    }
}
