using Newswire.Http.Serving;
using Newswire.Http.Tests.Surface;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Tests.Serving;

public sealed class DocumentCacheTests : SurfaceTests
{
    private const string Path = "/feeds/latest.rss";

    [Fact]
    public async Task However_many_ask_within_a_second_storage_is_asked_once()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var operations = await Surface.OperationsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Surface.GetAsync(Path))));

        Assert.Equal(["read feeds-state/feeds.json", "read public/feeds/latest.rss"], operations);
    }

    [Fact]
    public async Task After_a_second_one_head_finds_that_nothing_changed()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.GetAsync(Path);
        Surface.Time.Advance(DocumentCache.MaxAge);

        var operations = await Surface.OperationsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Surface.GetAsync(Path))));

        Assert.Equal([Which, "head feeds-state/feeds.json", "head public/feeds/latest.rss"], operations);
    }

    [Fact]
    public async Task What_another_process_wrote_is_shown_after_a_second()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var before = await Surface.GetAsync(Path);
        await OverwriteAsync("written elsewhere", "another");

        Assert.Equal(before.Text, (await Surface.GetAsync(Path)).Text);
        Surface.Time.Advance(DocumentCache.MaxAge);

        var after = await Surface.GetAsync(Path);
        Assert.Equal("written elsewhere", after.Text);
        Assert.Equal("\"another\"", after["ETag"]);
    }

    [Fact]
    public async Task A_burst_of_unknown_names_costs_storage_one_look_at_the_names_a_second()
    {
        var first = await Surface.OperationsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(name => Surface.GetAsync($"/feeds/{name}.rss"))));
        Surface.Time.Advance(DocumentCache.MaxAge);
        var second = await Surface.OperationsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(name => Surface.GetAsync($"/feeds/{name}.rss"))));

        Assert.Equal([Which, "read feeds-state/feeds.json"], first);
        Assert.Equal([Which, "head feeds-state/feeds.json"], second);
    }

    [Fact]
    public async Task A_document_that_a_known_feed_does_not_have_costs_storage_one_look_a_second()
    {
        await Surface.Objects.WriteFeedsAsync("latest");
        var first = await Surface.OperationsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Surface.GetAsync(Path))));
        Surface.Time.Advance(DocumentCache.MaxAge);
        var second = await Surface.OperationsOfAsync(() => Surface.GetAsync(Path));

        Assert.Equal([Which, "read feeds-state/feeds.json", "read public/feeds/latest.rss"], first);
        Assert.Equal([Which, "head feeds-state/feeds.json", "head public/feeds/latest.rss"], second);
    }

    [Fact]
    public async Task A_feed_that_comes_into_being_elsewhere_is_found_after_a_second()
    {
        Assert.Equal(404, (await Surface.GetAsync(Path)).Status);
        await Surface.Objects.WriteFeedsAsync("latest");
        await OverwriteAsync("new", "hash");
        Assert.Equal(404, (await Surface.GetAsync(Path)).Status);

        Surface.Time.Advance(DocumentCache.MaxAge);

        Assert.Equal(200, (await Surface.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task While_storage_is_away_what_was_read_before_is_served()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var before = await Surface.GetAsync(Path);
        Surface.Plan.Unanswered = _ => true;
        Surface.Time.Advance(TimeSpan.FromDays(1));

        var stale = await Surface.GetAsync(Path);

        Assert.Equal(200, stale.Status);
        Assert.Equal(before.Text, stale.Text);
        Assert.Equal(before["ETag"], stale["ETag"]);
        Assert.Contains(Surface.Log.Lines, line => line.Contains("ServedStale", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_storage_is_away_it_is_asked_once_a_second_and_not_by_every_reader()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.GetAsync(Path);
        Surface.Plan.Unanswered = _ => true;
        Surface.Time.Advance(DocumentCache.MaxAge);

        var operations = await Surface.OperationsOfAsync(async () =>
        {
            await Surface.GetAsync(Path);
            await Surface.GetAsync(Path);
        });

        // Once for the names, once for the document.
        Assert.Equal([Which, Which], operations);
    }

    [Fact]
    public async Task While_storage_is_away_what_was_never_read_is_asked_for_once_a_second_and_not_by_every_reader()
    {
        Surface.Plan.Unanswered = _ => true;

        var operations = await Surface.OperationsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Surface.GetAsync("/"))));

        Assert.Equal([Which], operations);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/")]
    public async Task While_storage_is_away_what_was_never_read_is_503(string path)
    {
        Surface.Plan.Unanswered = _ => true;

        var answer = await Surface.GetAsync(path);

        Assert.Equal(503, answer.Status);
        Assert.Equal("5", answer["Retry-After"]);
        Assert.Equal("application/problem+json", answer["Content-Type"]);

        Surface.Plan.Unanswered = null;
        Surface.Time.Advance(DocumentCache.MaxAge);
        Assert.NotEqual(503, (await Surface.GetAsync(path)).Status);
    }

    [Fact]
    public async Task What_the_projection_did_not_write_is_not_served()
    {
        await Surface.Objects.WriteFeedsAsync("latest");
        await Surface.Objects.WriteAsync(
            ObjectPaths.Document("latest", "rss"), new ObjectContent("x"u8.ToArray(), "text/plain"), expectedETag: null, CancellationToken.None);

        Assert.Equal(404, (await Surface.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task A_document_deleted_from_storage_is_gone_after_a_second()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.GetAsync(Path);
        var path = ObjectPaths.Document("latest", "rss");
        var stored = await Surface.Objects.HeadAsync(path, CancellationToken.None);
        await Surface.Objects.DeleteAsync(path, stored!.ETag, CancellationToken.None);

        Surface.Time.Advance(DocumentCache.MaxAge);

        Assert.Equal(404, (await Surface.GetAsync(Path)).Status);
    }

    private Task OverwriteAsync(string text, string hash) =>
        Surface.Objects.WriteDocumentAsync(ObjectPaths.Document("latest", "rss"), text, "application/rss+xml; charset=utf-8", hash);
}
