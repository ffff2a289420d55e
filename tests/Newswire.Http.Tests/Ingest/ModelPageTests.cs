using System.Text.Json;
using System.Text.RegularExpressions;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Ingest;

/// <summary>The page that documents the model for newsroom developers, src/Newswire.Http/README.md, does as it says.</summary>
public sealed class ModelPageTests : SurfaceTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ModelPage", "README.md"));

    [Fact]
    public async Task The_article_that_uses_every_member_is_accepted_with_nothing_ignored_and_comes_back_as_shown()
    {
        Surface.Time.Advance(TimeSpan.FromDays(30));
        var answer = await Surface.SendAsync(
            HttpMethod.Put, "/api/articles/harbour-bridge", Send.Json(Example("json article")), ("Prefer", "wait=10"));

        Assert.Equal(200, answer.Status);
        Assert.False(answer.Json.TryGetProperty("ignored", out _));
        var shown = Page[(Page.IndexOf("## Look: GET", StringComparison.Ordinal))..];
        shown = shown[shown.IndexOf('{', StringComparison.Ordinal)..(shown.IndexOf("\n}\n", StringComparison.Ordinal) + 2)];
        var view = await Surface.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge");
        Assert.True(JsonElement.DeepEquals(Parse(shown), view.Json), view.Text);
    }

    [Fact]
    public async Task The_batch_is_answered_line_by_line_as_shown()
    {
        Surface.Time.Advance(TimeSpan.FromDays(30));
        var answer = await Surface.BatchAsync(Send.Batch(Example("ndjson batch")));

        Assert.Equal(202, answer.Status);
        var shown = Page[(Page.IndexOf("Content-Type: application/x-ndjson; charset=utf-8", StringComparison.Ordinal))..]
            .Split('\n').Skip(2).Take(3).Select(Parse).ToList();
        Assert.Equal(shown.Select(WithoutPosition), answer.Lines.Select(WithoutPosition));
    }

    [Fact]
    public async Task The_page_gives_the_article_shown()
    {
        Surface.Time.Advance(TimeSpan.FromDays(30));
        var answer = await Surface.SendAsync(
            HttpMethod.Post, "/api/pages?id=storm-passes&url=https://courier.example/weather/storm-passes", Send.Html(Example("html page")));

        Assert.Equal(202, answer.Status);
        var article = answer.Json.GetProperty("article");
        Assert.Equal("Storm passes and leaves a wet weekend", article.GetProperty("headline").GetString());
        Assert.Equal(["latest", "topics/weather", "authors/ruben-aske"], article.GetProperty("feeds").EnumerateArray().Select(feed => feed.GetString()));
    }

    [Fact]
    public async Task The_feed_that_is_defined_comes_back_as_shown()
    {
        var answer = await Surface.SendAsync(
            HttpMethod.Put, "/api/feeds/home", Send.Json(Example("json feed")), ("Prefer", "wait=10"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(["name", "position", "inForce"], answer.Json.EnumerateObject().Select(member => member.Name));
        var feed = await Surface.SendAsync(HttpMethod.Get, "/api/feeds/home");
        Assert.True(JsonElement.DeepEquals(Parse(Example("json feed answer")), feed.Json), feed.Text);
    }

    [Fact]
    public async Task The_partner_that_is_made_gets_a_key_and_is_told_what_is_shown()
    {
        Surface.Time.Advance(TimeSpan.FromDays(30));
        await Surface.SendAsync(HttpMethod.Put, "/api/articles/harbour-bridge", Send.Json(Example("json article")), ("Prefer", "wait=10"));

        var made = await Surface.SendAsync(HttpMethod.Put, "/api/partners/daily-planet", Send.Json(Example("json partner")));
        var key = await Surface.SendAsync(HttpMethod.Post, "/api/partners/daily-planet/keys", Send.Json(Example("json partner key")));

        Assert.Equal(201, made.Status);
        Assert.Equal(201, key.Status);
        Assert.False(made.Json.TryGetProperty("ignored", out _) || key.Json.TryGetProperty("ignored", out _));
        var home = await Surface.GetAsync("/partners/daily-planet", ("Authorization", "Bearer " + key.Json.GetProperty("secret").GetString()));
        var shown = Example("json partner home").Replace("0a1b2c3d", key.Json.GetProperty("key").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(Parse(shown), home.Json), home.Text);

        await Surface.SweepAsync();
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        var told = await Surface.GetAsync("/partners/daily-planet/changes", ("Authorization", "Bearer " + key.Json.GetProperty("secret").GetString()));
        Assert.Equal(Skeleton(Parse(Example("json changes"))), Skeleton(told.Json));

        var output = await Surface.SendAsync(HttpMethod.Get, "/api/partners/daily-planet/feeds/latest");
        Assert.True(JsonElement.DeepEquals(Parse(Example("json partner output")), output.Json), output.Text);
        var preview = await Surface.SendAsync(HttpMethod.Get, "/api/partners/daily-planet/articles/harbour-bridge?format=rss");
        Assert.Equal(200, preview.Status);
    }

    /// <summary>The members that every change has, of the item those that are shown.</summary>
    private static string Skeleton(JsonElement changes) => string.Join(
        ' ',
        changes.GetProperty("changes").EnumerateArray().Select(change =>
            $"{change.GetProperty("change")} {change.GetProperty("at").GetString()!.Length} {change.GetProperty("item").GetProperty("uri")} {change.GetProperty("item").GetProperty("pubStatus")}")
            .Concat(changes.EnumerateObject().Select(member => $"{member.Name} {member.Value.ValueKind}")));

    [Fact]
    public async Task The_reader_who_subscribes_is_answered_as_shown()
    {
        Surface.Time.Advance(TimeSpan.FromDays(30));
        await Surface.SendAsync(HttpMethod.Put, "/api/articles/harbour-bridge", Send.Json(Example("json article")), ("Prefer", "wait=10"));

        var answer = await Surface.SendWithAsync([], HttpMethod.Post, "/push/subscriptions", Send.Json(Example("json subscription")));

        Assert.Equal(201, answer.Status);
        Assert.Contains($"\n{answer.Text}\n", Page, StringComparison.Ordinal);
    }

    private static string Example(string kind) =>
        Regex.Match(Page, $"```{kind}\n(?<text>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Groups["text"].Value;

    private static string WithoutPosition(JsonElement line) =>
        string.Join(',', line.EnumerateObject().Where(member => member.Name != "position").Select(member => member.ToString()));

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
