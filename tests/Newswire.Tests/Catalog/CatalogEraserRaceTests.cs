using Newswire.Catalog;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Catalog;

/// <summary>Whoever appends, reads, erases or dies while an article is erased: nothing else is lost and no content stays.</summary>
public sealed class CatalogEraserRaceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task After_a_crash_at_any_operation_doing_it_again_finishes_it()
    {
        foreach (var plan in await EveryFaultAsync(FaultPlan.CrashBefore, FaultPlan.CrashAfter))
        {
            var catalog = await TakenDown.CreateAsync();
            var before = catalog.Pages.Snapshot();
            await Assert.ThrowsAsync<CrashException>(() => EraseAsync(catalog, plan));
            AssertNothingElseChanged(before, catalog);

            var erased = await EraseAsync(catalog, FaultPlan.Count());

            Assert.Equal(catalog.Lines, erased.Select(place => place.Start));
            Assert.Equal(TakenDown.Expected(before), TakenDown.Text(catalog.Pages.Snapshot()));
        }
    }

    [Fact]
    public async Task What_is_appended_while_an_erasure_stands_still_anywhere_is_in_the_catalog()
    {
        foreach (var plan in await EveryFaultAsync(FaultPlan.PauseBefore, FaultPlan.PauseAfter))
        {
            var catalog = await TakenDown.CreateAsync();
            var before = catalog.Pages.Snapshot();
            // It has appended before, so it believes the last page to be open.
            var writer = new CatalogWriter(catalog.Pages, new CatalogOptions());
            var early = await writer.AppendAsync([Some.Publish("early")], None);
            var erasing = EraseAsync(catalog, plan);
            await plan.Paused;

            var meanwhile = await writer.AppendAsync([Some.Publish("meanwhile")], None);
            plan.Resume();
            await erasing;
            var late = await writer.AppendAsync([Some.Publish("late")], None);

            await AssertErasedAsync(before, catalog, [("early", early[0]), ("meanwhile", meanwhile[0]), ("late", late[0])]);
        }
    }

    [Fact]
    public async Task A_writer_that_stands_still_anywhere_while_an_article_is_erased_loses_nothing()
    {
        foreach (var fault in new[] { FaultPlan.PauseBefore, FaultPlan.PauseAfter })
        {
            // Last page, append, seal of the full page, append.
            for (var operation = 1; operation <= 5; operation++)
            {
                var catalog = await TakenDown.CreateAsync();
                var before = catalog.Pages.Snapshot();
                var plan = fault(operation);
                var writer = new CatalogWriter(
                    new FaultyCatalogPages(catalog.Pages, plan), new CatalogOptions { MaxPageBlocks = 2 });
                var writing = AppendAllAsync(writer, "one", "two", "three", "four");
                await Task.WhenAny(plan.Paused, writing);
                Assert.True(plan.Paused.IsCompleted);

                await EraseAsync(catalog, FaultPlan.Count());
                plan.Resume();

                await AssertErasedAsync(before, catalog, await writing);
            }
        }
    }

    [Fact]
    public async Task A_reader_that_stands_anywhere_reads_on_as_if_nothing_had_happened()
    {
        var undisturbed = await (await TakenDown.CreateAsync()).ReadAsync();
        for (var lines = 0; lines <= undisturbed.Count; lines++)
        {
            var catalog = await TakenDown.CreateAsync();
            var reader = new CatalogReader(catalog.Pages, new CatalogOptions { ReadBytes = 50 });
            var first = await reader.ReadAsync(Position.Start, lines, long.MaxValue, None);
            await EraseAsync(catalog, FaultPlan.Count());
            var rest = await reader.ReadAsync(first.Next, 1000, long.MaxValue, None);

            Assert.Empty(rest.Unreadable);
            Assert.Equal(
                undisturbed.Select(line => (line.Start, line.Position, Some.IdOf(line.Change))),
                first.Changes.Concat(rest.Changes).Select(line => (line.Start, line.Position, Some.IdOf(line.Change))));
        }
    }

    [Theory]
    [InlineData(TakenDown.Id)]
    [InlineData("last")]
    public async Task Of_two_erasures_that_meet_anywhere_both_are_done(string other)
    {
        foreach (var plan in await EveryFaultAsync(FaultPlan.PauseBefore, FaultPlan.PauseAfter))
        {
            var catalog = await TakenDown.CreateAsync();
            var before = catalog.Pages.Snapshot();
            var theirs = await catalog.Eraser().FindAsync(other, TakenDown.Moment, None);
            var erasing = EraseAsync(catalog, plan);
            await plan.Paused;

            await catalog.Eraser().EraseAsync(other, TakenDown.Moment, theirs, None);
            plan.Resume();

            Assert.Equal(catalog.Lines, (await erasing).Select(place => place.Start));
            Assert.Empty(await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));
            Assert.Empty(await catalog.Eraser().FindAsync(other, TakenDown.Moment, None));
            Assert.Equal(
                before.Select(page => page.Value.Length), catalog.Pages.Snapshot().Select(page => page.Value.Length));
        }
    }

    [Fact]
    public async Task Storage_that_replaces_nothing_is_found_out()
    {
        var catalog = await TakenDown.CreateAsync();
        var plan = FaultPlan.Count();
        plan.Unanswered = operation => operation.StartsWith("overwrite", StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageAwayException>(() => EraseAsync(catalog, plan));
        Assert.Equal(catalog.Lines, await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            catalog.Eraser(new Lying(catalog.Pages)).EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None));
    }

    private static Task<IReadOnlyList<ErasedPlace>> EraseAsync(TakenDown catalog, FaultPlan plan) =>
        catalog.Eraser(new FaultyCatalogPages(catalog.Pages, plan))
            .EraseAsync(TakenDown.Id, TakenDown.Moment, catalog.Lines, None);

    private static async Task<IReadOnlyList<FaultPlan>> EveryFaultAsync(params Func<int, FaultPlan>[] faults)
    {
        var count = FaultPlan.Count();
        await EraseAsync(await TakenDown.CreateAsync(), count);
        Assert.Contains("overwrite 1", count.Operations);
        return [.. Enumerable.Range(1, count.Operations.Count).SelectMany(_ => faults, (operation, fault) => fault(operation))];
    }

    private static async Task<IReadOnlyList<(string Id, Position Position)>> AppendAllAsync(CatalogWriter writer, params string[] ids)
    {
        List<(string, Position)> appended = [];
        foreach (var id in ids)
        {
            appended.Add((id, (await writer.AppendAsync([Some.Publish(id)], None))[0]));
        }

        return appended;
    }

    /// <summary>Each page is as it was, or blank where it has to become so.</summary>
    private static void AssertNothingElseChanged(IReadOnlyDictionary<int, byte[]> before, TakenDown catalog)
    {
        var (old, expected) = (TakenDown.Text(before), TakenDown.Expected(before));
        Assert.All(
            TakenDown.Text(catalog.Pages.Snapshot()),
            page => Assert.Contains(page.Value, new[] { old[page.Key], expected[page.Key] }));
    }

    private static async Task AssertErasedAsync(
        IReadOnlyDictionary<int, byte[]> before, TakenDown catalog, IReadOnlyList<(string Id, Position Position)> appended)
    {
        var after = TakenDown.Text(catalog.Pages.Snapshot());
        Assert.All(TakenDown.Expected(before), page => Assert.StartsWith(page.Value, after[page.Key], StringComparison.Ordinal));
        var changes = await catalog.ReadAsync();
        Assert.All(appended, change => Assert.Contains(change, changes.Select(line => (Some.IdOf(line.Change), line.Position))));
        Assert.Empty(await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));
    }

    /// <summary>Storage that says it has replaced what it has not.</summary>
    private sealed class Lying(ICatalogPages inner) : ICatalogPages
    {
        public Task<int> LastAsync(CancellationToken cancellationToken) => inner.LastAsync(cancellationToken);

        public Task<AppendResult> AppendAsync(int page, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
            inner.AppendAsync(page, block, cancellationToken);

        public Task SealAsync(int page, CancellationToken cancellationToken) => inner.SealAsync(page, cancellationToken);

        public Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken) =>
            inner.ReadAsync(page, offset, maxBytes, cancellationToken);

        public Task OverwriteAsync(int page, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }
}
