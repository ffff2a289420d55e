using Newswire.Feeds;
using Newswire.Http.Serving;
using Newswire.Http.Tests.Surface;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Serving;

public sealed class ArchiveAddressTests : SurfaceTests
{
    private static readonly EntryKey Start = new(Some.Morning, "harbour-bridge");
    private static readonly string Page = PageBoundary.PageName(Start);
    private static readonly EntryKey InWindow = new(Some.Morning.AddDays(1), "ferries");

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task Every_page_of_a_feed_is_served_in_every_format(string extension)
    {
        await WriteAsync("topics/uk-news", Start, InWindow);

        foreach (var page in new[] { Page, "oldest" })
        {
            await Surface.Objects.WriteDocumentAsync(ObjectPaths.Archive("topics/uk-news", page, extension), page, "text/plain");
            var answer = await Surface.GetAsync($"/feeds/topics/uk-news/archive/{page}.{extension}");

            Assert.Equal((200, page), (answer.Status, answer.Text));
            Assert.Equal(CacheControl.Of(DocumentKind.Archive, TimeSpan.Zero), answer["Cache-Control"]);
        }
    }

    [Fact]
    public async Task Unknown_pages_cost_storage_one_look_at_the_feeds_directory_a_second()
    {
        await WriteAsync("latest", Start, InWindow);
        var first = await Surface.OperationsOfAsync(AskForUnknownPagesAsync);
        Surface.Time.Advance(DocumentCache.MaxAge);
        var second = await Surface.OperationsOfAsync(AskForUnknownPagesAsync);

        Assert.Equal([Which, "read feeds-state/feeds.json", "read feeds-state/latest/directory.json"], first);
        Assert.Equal([Which, "head feeds-state/feeds.json", "head feeds-state/latest/directory.json"], second);
    }

    [Fact]
    public async Task Pages_of_unknown_feeds_and_names_no_page_can_have_leave_directories_alone()
    {
        await WriteAsync("latest", Start, InWindow);
        await Surface.GetAsync("/feeds/latest.rss");

        var operations = await Surface.OperationsOfAsync(async () =>
        {
            Assert.Equal(404, (await Surface.GetAsync("/feeds/unknown/archive/oldest.rss")).Status);
            Assert.Equal(404, (await Surface.GetAsync("/feeds/latest/archive/newest.rss")).Status);
            Assert.Equal(404, (await Surface.GetAsync("/feeds/latest/archive/20260304T090000-x.rss")).Status);
            Assert.Equal(404, (await Surface.GetAsync("/feeds/latest/archive/oldest.html")).Status);
            Assert.Equal(404, (await Surface.GetAsync("/feeds/latest/archive/oldest")).Status);
        });

        Assert.Empty(operations);
    }

    [Fact]
    public async Task A_page_that_is_in_the_subscription_document_is_not_looked_for_in_the_archive()
    {
        await WriteAsync("latest", Start, InWindow);

        var operations = await Surface.OperationsOfAsync(async () =>
            Assert.Equal(404, (await Surface.GetAsync($"/feeds/latest/archive/{PageBoundary.PageName(InWindow)}.rss")).Status));

        Assert.Equal([Which, "read feeds-state/feeds.json", "read feeds-state/latest/directory.json"], operations);
    }

    [Fact]
    public async Task A_page_that_another_process_begins_is_found_after_a_second()
    {
        await WriteAsync("latest", Start);
        await Surface.Objects.WriteDocumentAsync(ObjectPaths.Archive("latest", Page, "rss"), "x", "application/rss+xml");
        Assert.Equal(404, (await Surface.GetAsync($"/feeds/latest/archive/{Page}.rss")).Status);
        await WriteAsync("latest", Start, InWindow);

        Surface.Time.Advance(DocumentCache.MaxAge);

        Assert.Equal(200, (await Surface.GetAsync($"/feeds/latest/archive/{Page}.rss")).Status);
    }

    [Fact]
    public async Task A_page_in_other_letters_is_sent_to_the_right_address()
    {
        await WriteAsync("latest", Start, InWindow);

        Assert.Equal($"/feeds/latest/archive/{Page}.atom", (await Surface.GetAsync($"/feeds/Latest/Archive/{Page.ToUpperInvariant()}.Atom"))["Location"]);
        Assert.Equal($"/feeds/latest/archive/{Page}.atom", (await Surface.GetAsync($"/feeds/latest/archive/{Page.ToLowerInvariant()}.atom"))["Location"]);
        Assert.Equal("/feeds/latest/archive/oldest.atom", (await Surface.GetAsync("/feeds/latest//archive/Oldest.atom"))["Location"]);
    }

    [Fact]
    public async Task The_archive_of_a_renamed_feed_is_the_new_feeds_where_it_has_such_a_page_and_its_newest_where_not()
    {
        await WriteAsync("topics/new", Start, InWindow);
        await Surface.Objects.WriteFeedsAsync(["topics/new"], [("topics/old", "topics/new")], []);

        var same = await Surface.GetAsync($"/feeds/topics/old/archive/{Page}.json");
        var other = await Surface.GetAsync($"/feeds/topics/old/archive/{PageBoundary.PageName(Start with { Id = "other" })}.json");

        Assert.Equal((301, $"/feeds/topics/new/archive/{Page}.json"), (same.Status, same["Location"]));
        Assert.Equal((301, "/feeds/topics/new.json"), (other.Status, other["Location"]));
    }

    private async Task WriteAsync(string feed, params IReadOnlyList<EntryKey> starts)
    {
        await Surface.Objects.WriteFeedsAsync(feed);
        await Surface.Objects.WriteDirectoryAsync(feed, starts);
    }

    private Task AskForUnknownPagesAsync() => Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        Assert.Equal(404, (await Surface.GetAsync($"/feeds/latest/archive/20260304T090000-{number:x16}.rss")).Status)));
}
