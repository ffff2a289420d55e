using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Life;

/// <summary>Legal takedown: nothing of the content is left anywhere, and the answer says when and where.</summary>
public sealed class ErasureTests : SurfaceTests
{
    private const string Id = "harbour-bridge";

    private static readonly string[] Words = [Send.Headline, Send.BodyWords, "Ferries keep running", "Mei Tanaka", "news.example/harbour"];

    [Fact]
    public async Task Nothing_of_an_erased_article_is_left_in_storage_and_the_report_says_where_it_was()
    {
        await PublishAsync();
        Assert.Contains(Surface.Stored().Values, HoldsContent);
        var lengths = Surface.Catalog.Snapshot().ToDictionary(page => page.Key, page => page.Value.Length);

        Surface.Time.Advance(TimeSpan.FromMinutes(5));
        var answer = await EraseAsync();

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain(Surface.Stored(), stored => HoldsContent(stored.Value));
        Assert.All(lengths, page => Assert.InRange(Surface.Catalog.Snapshot()[page.Key].Length, page.Value, int.MaxValue));
        Assert.Equal(Surface.Time.GetUtcNow(), answer.Json.GetProperty("completed").GetDateTimeOffset());
        Assert.Equal(2, answer.Json.GetProperty("catalog").GetArrayLength());
        Assert.Equal("articles/harbour-bridge.json", answer.Json.GetProperty("view").GetString());
        var rewritten = answer.Json.GetProperty("rewritten").EnumerateArray().Select(path => path.GetString()).ToList();
        Assert.Contains("public/feeds/latest.rss", rewritten);
        Assert.Contains("public/feeds/topics/uk-news.html", rewritten);
        Assert.Contains("public/sitemaps/news-1.xml", rewritten);
        Assert.DoesNotContain(rewritten, path => path!.Contains("topics/sea", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_can_be_had_again_and_verified_by_reading_the_whole_catalog()
    {
        await PublishAsync();
        Assert.Equal(404, (await Surface.SendAsync(HttpMethod.Get, $"/api/articles/{Id}/erasure")).Status);
        var first = await EraseAsync();

        var again = await Surface.SendAsync(HttpMethod.Get, $"/api/articles/{Id}/erasure?verify=true");

        Assert.Equal(first.Json.GetProperty("catalog").GetRawText(), again.Json.GetProperty("catalog").GetRawText());
        Assert.Equal(0, again.Json.GetProperty("found").GetArrayLength());
    }

    [Fact]
    public async Task Feeds_say_that_it_is_gone_and_other_articles_stay()
    {
        await PublishAsync();
        await EraseAsync();
        foreach (var feed in await Surface.FeedAsync("latest"))
        {
            Assert.Contains("Ferry", feed.Text, StringComparison.Ordinal);
        }

        Assert.Contains("deleted-entry", (await Surface.GetAsync("/feeds/topics/transport.atom")).Text, StringComparison.Ordinal);
        Assert.Equal(410, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/" + Id)).Status);
    }

    [Fact]
    public async Task What_is_published_after_the_erasure_stays_and_keeps_the_date_of_first_publication()
    {
        await PublishAsync();
        await EraseAsync();
        await Surface.PutAsync(Id, Send.Article(version: 3, more: ("headline", "Bridge, amended")), wait: true);
        var item = (await Surface.GetAsync("/feeds/latest.json")).Json.GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("id").GetString()!.EndsWith(":" + Id, StringComparison.Ordinal));
        Assert.Equal("Bridge, amended", item.GetProperty("title").GetString());
        Assert.Equal("2026-03-04T09:00:00Z", item.GetProperty("date_published").GetString());
    }

    [Fact]
    public async Task An_unknown_article_cannot_be_erased() => Assert.Equal(404, (await EraseAsync()).Status);

    [Fact]
    public async Task An_erasure_that_dies_anywhere_is_finished_by_the_sweep()
    {
        int operations;
        await using (var counted = await NewswireSurface.StartAsync())
        {
            await PublishAsync(counted);
            operations = (await counted.OperationsOfAsync(() => EraseAsync(counted))).Count;
        }

        for (var at = 1; at <= operations; at++)
        {
            await using var surface = await NewswireSurface.StartAsync();
            await PublishAsync(surface);
            var operation = 0;
            surface.Plan.Unanswered = _ => ++operation >= at;
            var erasing = EraseAsync(surface);
            await surface.PassTimeUntilAsync(erasing);
            surface.Plan.Unanswered = null;
            await surface.PassTimeUntilAsync(surface.SweepAsync());
            var answer = await erasing;

            var accepted = surface.Stored().Any(stored => stored.Value.Contains("\"change\":\"erase\"", StringComparison.Ordinal));
            Assert.True(accepted != surface.Stored().Values.Any(HoldsContent), $"Storage away from operation {at} on (answered {answer.Status}).");
        }
    }

    private static bool HoldsContent(string text) => Words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private Task PublishAsync() => PublishAsync(Surface);

    private Task<Answer> EraseAsync() => EraseAsync(Surface);

    private static async Task PublishAsync(NewswireSurface surface)
    {
        await surface.PutAsync("other", Send.Article(more:
        [
            ("headline", "Ferry"), ("standfirst", null), ("body", null), ("url", "https://news.example/ferry"),
            ("topics", new System.Text.Json.Nodes.JsonArray("Sea")), ("authors", null),
        ]));
        await surface.PutAsync(Id);
        await surface.PutAsync(Id, Send.Article(version: 2, more: ("body", $"<p>{Send.BodyWords} again.</p>")), wait: true);
    }

    private static Task<Answer> EraseAsync(NewswireSurface surface) =>
        surface.SendAsync(HttpMethod.Post, $"/api/articles/{Id}/erasure");
}
