using Newswire.Http.Tests.Surface;
using Newswire.Projection.Generations;
using Newswire.Storage;

namespace Newswire.Http.Tests.Life;

/// <summary>Making the projection anew beside the one that is served.</summary>
public sealed class RebuildTests : SurfaceTests
{
    private const string Words = "Words that must go";

    [Fact]
    public async Task A_rebuild_is_asked_for_watched_and_takes_its_place_unnoticed()
    {
        await PublishAsync(3);
        var before = await FeedsAsync();

        var begun = await RebuildAsync(HttpMethod.Post);
        var underWay = await RebuildAsync(HttpMethod.Get);
        await Surface.ReceiveAsync(QueueNames.Rebuild);
        Surface.Time.Advance(GenerationRecords.MaxAge);
        var done = await RebuildAsync(HttpMethod.Get);

        Assert.Equal((202, "rebuild"), (begun.Status, begun.Json.GetProperty("building").GetProperty("purpose").GetString()));
        Assert.Equal(0, underWay.Json.GetProperty("building").GetProperty("doneBytes").GetInt64());
        Assert.Equal(Surface.CatalogLengthBytes, underWay.Json.GetProperty("building").GetProperty("totalBytes").GetInt64());
        Assert.Equal(2, done.Json.GetProperty("served").GetInt32());
        Assert.False(done.Json.TryGetProperty("building", out _));
        Assert.Equal("served", done.Json.GetProperty("last").GetProperty("end").GetString());
        Assert.Equal(before, await FeedsAsync());
    }

    [Fact]
    public async Task A_verification_says_which_documents_are_not_what_the_catalog_says_and_a_rebuild_mends_them()
    {
        await PublishAsync(1);
        var path = new ObjectPath(Containers.Public, "feeds/latest.rss");
        await Surface.Objects.DeleteAsync(path, (await Surface.Objects.HeadAsync(path, CancellationToken.None))!.ETag, CancellationToken.None);

        await RebuildAsync(HttpMethod.Post, "?purpose=verify");
        await Surface.ReceiveAsync(QueueNames.Rebuild);
        var verified = (await RebuildAsync(HttpMethod.Get)).Json.GetProperty("last");
        await RebuildAsync(HttpMethod.Post);
        await Surface.ReceiveAsync(QueueNames.Rebuild);
        Surface.Time.Advance(GenerationRecords.MaxAge);

        Assert.Equal("verified", verified.GetProperty("end").GetString());
        Assert.Equal(
            ["feeds/latest.rss missing"],
            verified.GetProperty("differences").EnumerateArray()
                .Select(difference => $"{difference.GetProperty("document")} {difference.GetProperty("kind")}"));
        Assert.Equal(200, (await Surface.GetAsync("/feeds/latest.rss")).Status);
    }

    [Fact]
    public async Task One_is_built_at_a_time_and_can_be_given_up()
    {
        await PublishAsync(1);
        await RebuildAsync(HttpMethod.Post);

        Assert.Equal(202, (await RebuildAsync(HttpMethod.Post)).Status);
        Assert.Equal(409, (await RebuildAsync(HttpMethod.Post, "?purpose=verify")).Status);
        var givenUp = await RebuildAsync(HttpMethod.Delete);
        await Surface.ReceiveAsync(QueueNames.Rebuild);

        Assert.Equal((200, 1), (givenUp.Status, givenUp.Json.GetProperty("served").GetInt32()));
        Assert.Equal("abandoned", givenUp.Json.GetProperty("last").GetProperty("end").GetString());
        Assert.Equal([2], givenUp.Json.GetProperty("removing").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal(400, (await RebuildAsync(HttpMethod.Post, "?purpose=fun")).Status);
    }

    [Fact]
    public async Task A_message_that_was_lost_is_made_good_by_the_sweep()
    {
        await PublishAsync(1);
        await RebuildAsync(HttpMethod.Post);
        Surface.Queues.TakeAll(QueueNames.Rebuild);

        await Surface.SweepAsync();
        await Surface.ReceiveAsync(QueueNames.Rebuild);

        Assert.Equal(2, (await RebuildAsync(HttpMethod.Get)).Json.GetProperty("served").GetInt32());
    }

    [Fact]
    public async Task While_it_is_built_and_takes_its_place_every_request_is_served()
    {
        await PublishAsync(60);
        using var over = new CancellationTokenSource();
        using var still = new CancellationTokenSource();
        var clock = Task.Run(async () =>
        {
            while (!still.IsCancellationRequested)
            {
                Surface.Time.Advance(TimeSpan.FromMilliseconds(50));
                await Task.Delay(1, CancellationToken.None);
            }
        });
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => ReadAsync(over.Token))).ToList();
        var cms = Task.Run(() => KeepPublishingAsync(over.Token));

        for (var built = 0; built < 3; built++)
        {
            await RebuildAsync(HttpMethod.Post);
            while ((await RebuildAsync(HttpMethod.Get)).Json.TryGetProperty("building", out _))
            {
                await Surface.ReceiveAsync(QueueNames.Rebuild);
            }
        }

        await over.CancelAsync();
        await Task.WhenAll(readers);
        var published = await cms;
        await still.CancelAsync();
        await clock;
        Assert.Equal(4, (await RebuildAsync(HttpMethod.Get)).Json.GetProperty("served").GetInt32());
        Assert.Contains(published, (await Surface.GetAsync("/feeds/latest.json")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_is_reported_when_no_other_projection_holds_the_article_either()
    {
        await PublishAsync(1);
        await Surface.PutAsync("erased", Send.Article(more: ("headline", Words)), wait: true);
        await RebuildAsync(HttpMethod.Post);
        await Surface.ReceiveAsync(QueueNames.Rebuild);
        Surface.Time.Advance(GenerationRecords.MaxAge);

        var accepted = await Surface.SendAsync(HttpMethod.Post, "/api/articles/erased/erasure");
        Assert.Contains(Surface.Stored(), stored => stored.Value.Contains(Words, StringComparison.Ordinal));
        Assert.Equal(404, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/erased/erasure")).Status);
        foreach (var span in new[] { GenerationRemoval.Respite, GenerationRemoval.Watch })
        {
            Surface.Time.Advance(span);
            await Surface.SweepAsync();
            await Surface.ReceiveAsync(QueueNames.Rebuild);
        }

        await Surface.SweepAsync();

        Assert.Equal(202, accepted.Status);
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/erased/erasure")).Status);
        Assert.DoesNotContain(Surface.Stored(), stored => stored.Value.Contains(Words, StringComparison.Ordinal));
    }

    private Task<Answer> RebuildAsync(HttpMethod method, string query = "") => Surface.SendAsync(method, "/api/rebuild" + query);

    private async Task PublishAsync(int articles)
    {
        var lines = Enumerable.Range(0, articles).Select(i => Send.Article($"a-{i}", more: ("headline", $"Article {i}")));
        Assert.Equal(200, (await Surface.BatchAsync(Send.Batch(lines), wait: true)).Status);
    }

    private async Task<string> FeedsAsync() => string.Join('\n', (await Surface.FeedAsync("topics/transport"))
        .Select(feed => $"{feed["ETag"]} {feed["Last-Modified"]} {feed.Text}"));

    /// <summary>A reader: what it has got once does not go again.</summary>
    private async Task ReadAsync(CancellationToken over)
    {
        var newest = 0;
        while (!over.IsCancellationRequested)
        {
            var answer = await Surface.GetAsync("/feeds/latest.json");
            Assert.Equal(200, answer.Status);
            var shown = answer.Json.GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("title").GetString()!)
                .Where(title => title.StartsWith("New ", StringComparison.Ordinal))
                .Select(title => int.Parse(title[4..], System.Globalization.CultureInfo.InvariantCulture))
                .DefaultIfEmpty()
                .Max();
            Assert.InRange(shown, newest, int.MaxValue);
            newest = shown;
        }
    }

    /// <returns>The last headline.</returns>
    private async Task<string> KeepPublishingAsync(CancellationToken over)
    {
        var number = 0;
        do
        {
            number++;
            var sent = Send.Article(version: number, more: [("headline", $"New {number}"), ("published", "2026-03-04T09:30:00Z")]);
            Assert.Equal(200, (await Surface.PutAsync($"new-{number % 20}", sent, wait: true)).Status);
        }
        while (!over.IsCancellationRequested);
        return $"New {number}";
    }
}
