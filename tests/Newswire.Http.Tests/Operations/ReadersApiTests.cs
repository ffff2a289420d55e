using Newswire.Http.Tests.Surface;
using Newswire.Operations.Readers;

namespace Newswire.Http.Tests.Operations;

/// <summary>What the newsroom is told of who reads its feeds.</summary>
public sealed class ReadersApiTests : SurfaceTests
{
    private const string Feedly = "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 42 subscribers; like FeedFetcher-Google)";

    [Fact]
    public async Task Services_that_ask_for_a_feed_are_told_of_also_when_nothing_has_changed()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var tag = (await Surface.GetAsync("/feeds/latest.rss", ("User-Agent", "Feedbin feed-id:7 - 12 subscribers")))["ETag"]!;
        Assert.Equal(304, (await Surface.GetAsync("/feeds/latest.rss", ("User-Agent", Feedly), ("If-None-Match", tag))).Status);
        await Surface.GetAsync("/feeds/latest.atom", ("User-Agent", "Miniflux/2.2.0 (+https://miniflux.app)"));
        await Surface.Service<ReaderBook>().FlushAsync(CancellationToken.None);

        var answer = await Surface.SendAsync(HttpMethod.Get, "/api/readers");

        Assert.Equal((200, "no-store"), (answer.Status, answer["Cache-Control"]));
        Assert.Equal(
            """{"subscribers":54,"feeds":[{"feed":"latest","subscribers":54,"services":[{"service":"Feedbin","subscribers":12,"at":"2026-03-05T09:00:00+00:00"},{"service":"Feedly","subscribers":42,"at":"2026-03-05T09:00:00+00:00"}]}]}""",
            answer.Text);
    }

    [Fact]
    public async Task What_there_is_not_has_no_readers()
    {
        await Surface.GetAsync("/feeds/nothing.rss", ("User-Agent", Feedly));
        await Surface.GetAsync("/", ("User-Agent", Feedly));
        await Surface.Service<ReaderBook>().FlushAsync(CancellationToken.None);

        Assert.Equal("""{"subscribers":0,"feeds":[]}""", (await Surface.SendAsync(HttpMethod.Get, "/api/readers")).Text);
    }
}
