using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>What the newsroom sees of what partners get.</summary>
public sealed class PartnerOutputTests : SurfaceTests
{
    [Fact]
    public async Task Of_each_article_of_a_feed_it_is_said_whether_the_partner_gets_it_and_why_not()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.PutAsync("short", Send.Article(more: [("headline", "Too short"), ("published", "2026-03-04T08:00:00Z")]), wait: true);
        await AddAsync("planet", PartnerProfile.Msn);

        var answer = await Surface.SendAsync(HttpMethod.Get, "/api/partners/planet/feeds/latest");

        Assert.Equal(200, answer.Status);
        Assert.Equal("latest", answer.Json.GetProperty("feed").GetString());
        Assert.Equal("msn", answer.Json.GetProperty("profile").GetString());
        Assert.Equal(
            "https://syndication.example/partners/planet/feeds/latest.rss",
            answer.Json.GetProperty("addresses").GetProperty("rss").GetString());
        var articles = answer.Json.GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(["harbour-bridge", "short"], articles.Select(IdOf));
        Assert.Equal([true, false], articles.Select(article => article.GetProperty("given").GetBoolean()));
        Assert.False(articles[0].TryGetProperty("reasons", out _));
        Assert.Contains("20", Assert.Single(articles[1].GetProperty("reasons").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Empty(answer.Json.GetProperty("gone").EnumerateArray());
    }

    [Fact]
    public async Task What_the_newsroom_sees_as_given_is_what_the_partner_gets()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.PutAsync("short", Send.Article(more: ("headline", "Too short")), wait: true);
        var key = await AddAsync("planet", PartnerProfile.Msn);

        var seen = (await Surface.SendAsync(HttpMethod.Get, "/api/partners/planet/feeds/latest")).Json.GetProperty("articles").EnumerateArray()
            .Where(article => article.GetProperty("given").GetBoolean()).Select(IdOf);
        var document = await Surface.GetAsync("/partners/planet/feeds/latest.json", ("Authorization", "Bearer " + key));

        Assert.Equal(
            document.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()),
            seen.Select(id => "tag:news.example,2026:" + id));
    }

    [Fact]
    public async Task What_is_gone_stands_there_with_its_reason()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.PutAsync("brief", Send.Article(more: ("expires", "2026-03-05T09:30:00Z")), wait: true);
        await AddAsync("planet");
        Surface.Time.Advance(TimeSpan.FromHours(1));
        await Surface.DeleteAsync("harbour-bridge", wait: true);

        var answer = await Surface.SendAsync(HttpMethod.Get, "/api/partners/planet/feeds/latest");

        Assert.Equal(
            ["harbour-bridge withdrawn", "brief expired"],
            answer.Json.GetProperty("gone").EnumerateArray().Select(gone => $"{IdOf(gone)} {gone.GetProperty("why").GetString()}"));
    }

    [Fact]
    public async Task Pictures_that_may_not_be_passed_on_are_named_with_those_that_stand_in()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("featuredPicture", Agency())), wait: true);
        await AddAsync("planet");

        var article = Assert.Single(
            (await Surface.SendAsync(HttpMethod.Get, "/api/partners/planet/feeds/latest")).Json.GetProperty("articles").EnumerateArray());

        Assert.Equal(["https://news.example/agency.jpg"], Texts(article.GetProperty("picturesLeftOut")));
        Assert.Equal(["https://news.example/ours.jpg"], Texts(article.GetProperty("picturesInstead")));
    }

    [Fact]
    public async Task Feeds_are_found_as_their_addresses_are_written()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await DefineAsync("old", """{"formerNames": []}""");
        await DefineAsync("gone", """{"formerNames": []}""");
        await AddAsync("planet", feeds: ["topics/uk-news", "old", "gone"]);
        await DefineAsync("new", """{"formerNames": ["old"]}""");
        await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/gone", headers: [("Prefer", "wait=10")]);

        Assert.Equal(200, (await AskAsync("/api/partners/planet/feeds/topics/uk-news")).Status);
        Assert.Equal(200, (await AskAsync("/api/partners/planet/feeds/topics%2Fuk-news")).Status);
        Assert.Equal(200, (await AskAsync("/api/partners/planet/feeds/new")).Status);
        var moved = await AskAsync("/api/partners/planet/feeds/old");
        Assert.Equal((301, "/api/partners/planet/feeds/new"), (moved.Status, moved["Location"]));
        Assert.Equal((410, "retired-feed"), KindOf(await AskAsync("/api/partners/planet/feeds/gone")));
        Assert.Equal((404, "feed-not-granted"), KindOf(await AskAsync("/api/partners/planet/feeds/latest")));
        Assert.Equal((404, "feed-not-granted"), KindOf(await AskAsync("/api/partners/planet/feeds")));
        Assert.Equal((404, "unknown-partner"), KindOf(await AskAsync("/api/partners/nobody/feeds/latest")));
        Assert.Equal(401, (await Surface.GetAsync("/api/partners/planet/feeds/latest")).Status);
    }

    [Fact]
    public async Task A_preview_is_the_document_that_the_partner_would_get_if_there_were_no_other_article()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");

        foreach (var format in (string[])["rss", "atom", "json", "ninjs"])
        {
            var preview = await AskAsync($"/api/partners/planet/articles/harbour-bridge?format={format}");
            var document = await Surface.GetAsync($"/partners/planet/feeds/latest.{format}", ("Authorization", "Bearer " + key));

            Assert.Equal(200, preview.Status);
            Assert.Equal(document["Content-Type"], preview["Content-Type"]);
            Assert.Equal(document.Text, preview.Text);
            Assert.Equal("no-store", preview["Cache-Control"]);
            Assert.Null(preview["Newswire-Shown-From"]);
        }
    }

    [Fact]
    public async Task An_article_under_embargo_is_shown_as_it_will_be_and_the_moment_is_said_beside_it()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("embargo", "2026-03-05T12:00:00Z")));
        await Surface.SweepAsync();
        await AddAsync("planet");
        await AddAsync("early", earlyAccess: TimeSpan.FromHours(6));

        var rss = await AskAsync("/api/partners/planet/articles/harbour-bridge?format=rss");
        var ninjs = await AskAsync("/api/partners/planet/articles/harbour-bridge?format=ninjs");
        var early = await AskAsync("/api/partners/early/articles/harbour-bridge?format=ninjs");

        Assert.All([rss, ninjs, early], answer => Assert.Equal((200, "2026-03-05T12:00:00Z"), (answer.Status, answer["Newswire-Shown-From"])));
        Assert.All([rss, ninjs, early], answer => Assert.Contains(Send.BodyWords, answer.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("withheld", ninjs.Text, StringComparison.Ordinal);
        Assert.Contains("\"pubStatus\": \"withheld\"", early.Text, StringComparison.Ordinal);
        Assert.Contains("\"embargoedUntil\": \"2026-03-05T12:00:00Z\"", early.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_the_partner_does_not_get_is_answered_with_the_reason()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.PutAsync("short", Send.Article(more: ("headline", "Too short")), wait: true);
        await Surface.PutAsync("withdrawn", wait: true);
        await Surface.DeleteAsync("withdrawn", wait: true);
        await AddAsync("planet", PartnerProfile.Msn);
        await AddAsync("gazette", feeds: ["topics/uk-news"]);
        await Surface.PutAsync("weather", Send.Article(more: ("topics", new JsonArray("Weather"))), wait: true);

        var refused = await AskAsync("/api/partners/planet/articles/short?format=rss");
        var nowhere = await AskAsync("/api/partners/gazette/articles/weather?format=rss");

        Assert.Equal((404, "refused-by-profile"), KindOf(refused));
        Assert.Contains("20", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((404, "not-in-feeds"), KindOf(nowhere));
        Assert.Contains("topics/weather", nowhere.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((410, "withdrawn-article"), KindOf(await AskAsync("/api/partners/planet/articles/withdrawn?format=rss")));
        Assert.Equal((404, "unknown-article"), KindOf(await AskAsync("/api/partners/planet/articles/nothing?format=rss")));
        Assert.Equal((404, "unknown-partner"), KindOf(await AskAsync("/api/partners/nobody/articles/harbour-bridge?format=rss")));
        Assert.Equal((422, "invalid"), KindOf(await AskAsync("/api/partners/planet/articles/a%20b?format=rss")));
        Assert.Equal((400, "parameter"), KindOf(await AskAsync("/api/partners/planet/articles/harbour-bridge?format=html")));
        Assert.Equal((400, "parameter"), KindOf(await AskAsync("/api/partners/planet/articles/harbour-bridge")));
        Assert.Equal(401, (await Surface.GetAsync("/api/partners/planet/articles/harbour-bridge?format=rss")).Status);
    }

    [Fact]
    public async Task A_preview_follows_a_feed_to_its_present_name()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await DefineAsync("old", """{"formerNames": []}""");
        await AddAsync("planet", feeds: ["old"]);
        await DefineAsync("new", """{"formerNames": ["old"]}""");

        var preview = await AskAsync("/api/partners/planet/articles/harbour-bridge?format=atom");

        Assert.Contains("https://syndication.example/partners/planet/feeds/new.atom", preview.Text, StringComparison.Ordinal);
    }

    private static JsonObject Agency() => new()
    {
        ["url"] = "https://news.example/agency.jpg",
        ["rights"] = new JsonObject
        {
            ["syndicate"] = false,
            ["rendition"] = new JsonObject { ["url"] = "https://news.example/ours.jpg" },
        },
    };

    private static string? IdOf(JsonElement article) => article.GetProperty("id").GetString();

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());

    private static (int Status, string Kind) KindOf(Answer answer) =>
        (answer.Status, answer.Json.GetProperty("type").GetString()!.Replace("urn:newswire:problem:", "", StringComparison.Ordinal));

    private Task<Answer> AskAsync(string path) => Surface.SendAsync(HttpMethod.Get, path);

    private async Task<string> AddAsync(
        string name,
        PartnerProfile profile = PartnerProfile.Generic,
        TimeSpan? earlyAccess = null,
        IReadOnlyList<string>? feeds = null)
    {
        await Surface.Partners.DefineAsync(
            [new Partner { Name = name, Title = name, Profile = profile, EarlyAccess = earlyAccess, Feeds = feeds ?? ["latest"] }],
            CancellationToken.None);
        return Assert.IsType<KeyCreation.Created>(
            await Surface.Partners.CreateKeyAsync(name, name: null, expires: null, CancellationToken.None)).Secret;
    }

    private async Task DefineAsync(string feed, string definition) => Assert.Equal(
        200, (await Surface.SendAsync(HttpMethod.Put, "/api/feeds/" + feed, Send.Json(definition), ("Prefer", "wait=10"))).Status);
}
