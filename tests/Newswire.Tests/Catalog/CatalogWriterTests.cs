using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Catalog;

public sealed class CatalogWriterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_is_appended_is_read_back_in_order_at_its_positions()
    {
        var pages = new InMemoryCatalogPages();
        Change[] changes = [Some.Publish("a"), Some.Withdraw("b", throughVersion: 7), Some.Publish("c", article: FullArticle())];

        var positions = await new CatalogWriter(pages, new CatalogOptions()).AppendAsync(changes, None);

        var read = await ReadAsync(pages);
        Assert.Equal(positions, read.Changes.Select(change => change.Position));
        Assert.Equal(changes.Select(Text), read.Changes.Select(change => Text(change.Change)));
        Assert.Empty(read.Unreadable);
        Assert.Equal(positions[^1], read.Next);
    }

    [Fact]
    public async Task A_batch_is_one_append()
    {
        var plan = FaultPlan.Count();
        var writer = new CatalogWriter(new FaultyCatalogPages(new InMemoryCatalogPages(), plan), new CatalogOptions());
        await writer.AppendAsync([.. Enumerable.Range(0, 1000).Select(i => Some.Publish($"a-{i}"))], None);
        Assert.Equal(["last", "append 1"], plan.Operations);
    }

    [Fact]
    public async Task Callers_that_arrive_during_an_append_share_the_next()
    {
        var pages = new InMemoryCatalogPages();
        var plan = FaultPlan.PauseBefore(2);
        var writer = new CatalogWriter(new FaultyCatalogPages(pages, plan), new CatalogOptions());

        var first = writer.AppendAsync([Some.Publish("first")], None);
        await plan.Paused;
        var others = Enumerable.Range(0, 50).Select(i => writer.AppendAsync([Some.Publish($"a-{i}")], None)).ToList();
        plan.Resume();
        await Task.WhenAll(others.Append(first));

        Assert.Equal(["last", "append 1", "append 1"], plan.Operations);
        var read = await ReadAsync(pages);
        Assert.Equal(51, read.Changes.Count);
        Assert.Equal(
            others.Append(first).Select(task => task.Result[0]).Order(),
            read.Changes.Select(change => change.Position));
    }

    [Fact]
    public async Task A_group_larger_than_an_append_may_be_becomes_several()
    {
        var plan = FaultPlan.Count();
        var pages = new InMemoryCatalogPages();
        var writer = new CatalogWriter(new FaultyCatalogPages(pages, plan), new CatalogOptions { MaxBlockBytes = 2_000 });
        var positions = await writer.AppendAsync([.. Enumerable.Range(0, 20).Select(i => Some.Publish($"a-{i}"))], None);

        Assert.True(plan.Operations.Count(operation => operation == "append 1") > 1);
        Assert.Equal(positions, (await ReadAsync(pages)).Changes.Select(change => change.Position));
    }

    [Fact]
    public async Task A_full_page_is_sealed_and_the_next_begun()
    {
        var pages = new InMemoryCatalogPages();
        var writer = new CatalogWriter(pages, new CatalogOptions { MaxPageBlocks = 2 });
        for (var i = 0; i < 5; i++)
        {
            await writer.AppendAsync([Some.Publish($"a-{i}")], None);
        }

        Assert.Equal([1, 2, 3], pages.Snapshot().Keys.Order());
        Assert.True((await pages.ReadAsync(2, 0, 1, None)).Sealed);
        Assert.False((await pages.ReadAsync(3, 0, 1, None)).Sealed);
        Assert.Equal(5, (await ReadAsync(pages)).Changes.Count);
    }

    [Fact]
    public async Task A_page_that_another_process_sealed_is_left_for_the_next()
    {
        var pages = new InMemoryCatalogPages();
        var writer = new CatalogWriter(pages, new CatalogOptions());
        await writer.AppendAsync([Some.Publish("a")], None);
        await pages.SealAsync(1, None);

        var position = (await writer.AppendAsync([Some.Publish("b")], None))[0];

        Assert.Equal(2, position.Page);
        Assert.Equal(["a", "b"], (await ReadAsync(pages)).Changes.Select(change => Some.IdOf(change.Change)));
    }

    [Fact]
    public async Task A_new_process_goes_on_at_the_newest_page()
    {
        var pages = new InMemoryCatalogPages();
        await new CatalogWriter(pages, new CatalogOptions { MaxPageBlocks = 1 }).AppendAsync([Some.Publish("a")], None);
        await pages.SealAsync(1, None);
        await new CatalogWriter(pages, new CatalogOptions()).AppendAsync([Some.Publish("b")], None);
        Assert.Equal(2, (await new CatalogWriter(pages, new CatalogOptions()).AppendAsync([Some.Publish("c")], None))[0].Page);
    }

    [Fact]
    public async Task An_append_that_fails_fails_its_callers_and_the_next_one_works()
    {
        var pages = new FailingOnce(new InMemoryCatalogPages());
        var writer = new CatalogWriter(pages, new CatalogOptions());
        await Assert.ThrowsAsync<StorageAwayException>(() => writer.AppendAsync([Some.Publish("a")], None));
        Assert.Single(await writer.AppendAsync([Some.Publish("a")], None));
    }

    [Fact]
    public async Task A_caller_that_goes_away_does_not_take_the_append_with_it()
    {
        var pages = new InMemoryCatalogPages();
        var plan = FaultPlan.PauseBefore(2);
        var writer = new CatalogWriter(new FaultyCatalogPages(pages, plan), new CatalogOptions());
        using var gone = new CancellationTokenSource();
        var first = writer.AppendAsync([Some.Publish("a")], gone.Token);
        await plan.Paused;
        var second = writer.AppendAsync([Some.Publish("b")], None);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        plan.Resume();
        await second;
        Assert.Equal(["a", "b"], (await ReadAsync(pages)).Changes.Select(change => Some.IdOf(change.Change)));
    }

    internal static string Text(Change change) =>
        System.Text.Json.JsonSerializer.Serialize(change, CatalogJson.Line.Change);

    private static Task<CatalogRead> ReadAsync(ICatalogPages pages) =>
        new CatalogReader(pages, new CatalogOptions()).ReadAsync(Position.Start, int.MaxValue, long.MaxValue, None);

    private static Article FullArticle() => Some.Article(
        "Line\nfeeds, \"quotes\", 日本 and 😀",
        language: "ja",
        featured: Some.Picture(),
        pictures: [Some.Picture("https://news.example/2.jpg", width: null, height: null, type: null, lengthBytes: null)]);

    private sealed class FailingOnce(ICatalogPages inner) : ICatalogPages
    {
        private bool failed;

        public Task<int> LastAsync(CancellationToken cancellationToken) => inner.LastAsync(cancellationToken);

        public Task<AppendResult> AppendAsync(int page, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
        {
            if (!failed)
            {
                failed = true;
                throw new StorageAwayException();
            }

            return inner.AppendAsync(page, block, cancellationToken);
        }

        public Task SealAsync(int page, CancellationToken cancellationToken) => inner.SealAsync(page, cancellationToken);

        public Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken) =>
            inner.ReadAsync(page, offset, maxBytes, cancellationToken);

        public Task OverwriteAsync(int page, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken) =>
            inner.OverwriteAsync(page, patches, cancellationToken);
    }
}
