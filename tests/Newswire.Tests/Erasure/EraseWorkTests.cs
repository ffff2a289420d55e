using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Erasure;
using Newswire.Projection.Generations;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.Tests.Catalog;

namespace Newswire.Tests.Erasure;

public sealed class EraseWorkTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly InMemoryObjectStore store = new();
    private readonly FakeTimeProvider time = new(TakenDown.Moment.AddMinutes(5));

    [Fact]
    public async Task The_report_says_when_and_where_everything_is_gone()
    {
        var catalog = await TakenDown.CreateAsync();
        await RequestAsync(store, Pending(catalog));

        var report = await Work(store, catalog.Pages).RunAsync(TakenDown.Id, None);

        Assert.NotNull(report);
        Assert.Equal(
            (TakenDown.Id, TakenDown.Moment, TakenDown.Moment.AddMinutes(5)), (report.ArticleId, report.Requested, report.Completed));
        Assert.Equal(catalog.Lines, report.Catalog.Select(place => place.Start));
        Assert.Equal("articles/libel.json", report.View);
        Assert.Equal(["latest"], report.Feeds);
        Assert.Equal(["public/feeds/latest.atom", "public/feeds/latest.rss"], report.Rewritten);
        Assert.Equal(["public/feeds/latest/archive/1.rss"], report.Deleted);
        Assert.Equal([ErasurePaths.Done(TakenDown.Id)], store.Snapshot().Keys);
        Assert.Empty(await catalog.Eraser().FindAsync(TakenDown.Id, TakenDown.Moment, None));
    }

    [Fact]
    public async Task An_article_that_was_never_erased_has_no_report()
    {
        var catalog = await TakenDown.CreateAsync();
        var work = Work(store, catalog.Pages);

        Assert.Null(await work.RunAsync(TakenDown.Id, None));
        Assert.Empty(await work.RunPendingAsync(None));
        Assert.Null(await work.FindPendingAsync(TakenDown.Id, None));
        Assert.Empty(store.Snapshot());
    }

    [Fact]
    public async Task Until_it_is_done_it_is_pending()
    {
        var catalog = await TakenDown.CreateAsync();
        await RequestAsync(store, Pending(catalog));
        var work = Work(store, catalog.Pages);

        Assert.Equal(TakenDown.Moment, (await work.FindPendingAsync(TakenDown.Id, None))?.Requested);
        Assert.Null(await work.FindReportAsync(TakenDown.Id, None));
        await work.RunAsync(TakenDown.Id, None);
        Assert.Null(await work.FindPendingAsync(TakenDown.Id, None));
    }

    [Fact]
    public async Task The_sweep_does_all_that_is_pending()
    {
        var catalog = await TakenDown.CreateAsync();
        await RequestAsync(store, Pending(catalog));
        await RequestAsync(store, new PendingErasure { ArticleId = "last", Requested = TakenDown.Moment, Lines = await catalog.Eraser().FindAsync("last", TakenDown.Moment, None) });

        var reports = await Work(store, catalog.Pages).RunPendingAsync(None);

        Assert.Equal(["last", TakenDown.Id], reports.Select(report => report.ArticleId));
        Assert.All(reports, report => Assert.NotEmpty(report.Catalog));
        Assert.Equal([ErasurePaths.Done("last"), ErasurePaths.Done(TakenDown.Id)], store.Snapshot().Keys.OrderBy(path => path.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_a_crash_at_any_operation_the_sweep_finishes_it()
    {
        var count = FaultPlan.Count();
        await CrashAsync(count);
        Assert.Equal(["read erasures/done/libel.json"], count.Operations.TakeLast(1));

        foreach (var fault in new[] { FaultPlan.CrashBefore, FaultPlan.CrashAfter })
        {
            for (var operation = 1; operation <= count.Operations.Count; operation++)
            {
                var (catalog, objects, before) = await CrashAsync(fault(operation));
                var reported = objects.Snapshot().GetValueOrDefault(ErasurePaths.Done(TakenDown.Id));
                time.Advance(TimeSpan.FromHours(1));

                await Work(objects, catalog.Pages).RunPendingAsync(None);

                Assert.Equal(TakenDown.Expected(before), TakenDown.Text(catalog.Pages.Snapshot()));
                var (path, done) = Assert.Single(objects.Snapshot());
                Assert.Equal(ErasurePaths.Done(TakenDown.Id), path);
                var report = (await Work(objects, catalog.Pages).FindReportAsync(TakenDown.Id, None))!;
                Assert.Equal(catalog.Lines, report.Catalog.Select(place => place.Start));
                if (reported is not null)
                {
                    // What was said once stands.
                    Assert.Equal(reported.Properties.ETag, done.Properties.ETag);
                }
            }
        }
    }

    [Fact]
    public async Task Two_that_do_the_same_at_once_come_to_one_report()
    {
        var count = FaultPlan.Count();
        await CrashAsync(count);
        foreach (var fault in new[] { FaultPlan.PauseBefore, FaultPlan.PauseAfter })
        {
            for (var operation = 1; operation <= count.Operations.Count; operation++)
            {
                var catalog = await TakenDown.CreateAsync();
                var before = catalog.Pages.Snapshot();
                var objects = new InMemoryObjectStore();
                await RequestAsync(objects, Pending(catalog));
                var plan = fault(operation);
                var slow = Work(new FaultyObjectStore(objects, plan), new FaultyCatalogPages(catalog.Pages, plan)).RunPendingAsync(None);
                await plan.Paused;
                await Work(objects, catalog.Pages).RunPendingAsync(None);
                plan.Resume();

                Assert.All(await slow, report => Assert.Equal(catalog.Lines, report.Catalog.Select(place => place.Start)));
                Assert.Equal([ErasurePaths.Done(TakenDown.Id)], objects.Snapshot().Keys);
                Assert.Equal(TakenDown.Expected(before), TakenDown.Text(catalog.Pages.Snapshot()));
            }
        }
    }

    [Fact]
    public async Task A_request_that_comes_while_another_is_done_is_done_too()
    {
        var catalog = await TakenDown.CreateAsync();
        var all = Pending(catalog);
        await RequestAsync(store, all with { Lines = [.. all.Lines.Take(1)] });
        var plan = FaultPlan.PauseBefore(await OperationAsync("delete erasures/pending/libel.json"));
        var working = Work(new FaultyObjectStore(store, plan), catalog.Pages).RunAsync(TakenDown.Id, None);
        await plan.Paused;
        await RequestAsync(store, all with { Requested = TakenDown.Moment.AddSeconds(1) });
        plan.Resume();

        var report = await working;

        Assert.Equal(catalog.Lines, report!.Catalog.Select(place => place.Start));
        Assert.Equal(TakenDown.Moment.AddSeconds(1), report.Requested);
        Assert.Equal([ErasurePaths.Done(TakenDown.Id)], store.Snapshot().Keys);
    }

    [Fact]
    public async Task A_later_erasure_of_the_article_adds_to_the_report()
    {
        var catalog = await TakenDown.CreateAsync();
        await RequestAsync(store, Pending(catalog));
        await Work(store, catalog.Pages).RunAsync(TakenDown.Id, None);
        var again = TakenDown.Moment.AddHours(1);
        var lines = await catalog.Eraser().FindAsync(TakenDown.Id, again, None);
        Assert.Single(lines);
        time.Advance(TimeSpan.FromHours(1));
        await RequestAsync(
            store, new PendingErasure { ArticleId = TakenDown.Id, Requested = again, Lines = lines, Feeds = ["topics/crime"] });

        var report = await Work(store, catalog.Pages).RunAsync(TakenDown.Id, None);

        Assert.Equal(catalog.Lines.Concat(lines).Order(), report!.Catalog.Select(place => place.Start));
        Assert.Equal((again, time.GetUtcNow()), (report.Requested, report.Completed));
        Assert.Equal(["latest", "topics/crime"], report.Feeds);
        Assert.Equal("articles/libel.json", report.View);
    }

    [Fact]
    public void Two_requests_that_are_still_pending_become_one()
    {
        var first = new PendingErasure
        {
            ArticleId = "a",
            Requested = TakenDown.Moment,
            Lines = [new Position(1, 0), new Position(2, 0)],
            Feeds = ["b"],
            View = "articles/a.json",
            Rewritten = ["public/feeds/b.rss"],
        };
        var second = new PendingErasure
        {
            ArticleId = "a",
            Requested = TakenDown.Moment.AddHours(1),
            Lines = [new Position(1, 70), new Position(2, 0)],
            Feeds = ["a", "b"],
            Deleted = ["public/feeds/a.rss"],
        };

        var both = second.After(first);

        Assert.Same(second, second.After(null));
        Assert.Equal(second.Requested, both.Requested);
        Assert.Equal([new Position(1, 0), new Position(1, 70), new Position(2, 0)], both.Lines);
        Assert.Equal(["a", "b"], both.Feeds);
        Assert.Equal(("articles/a.json", "public/feeds/b.rss", "public/feeds/a.rss"), (both.View, Assert.Single(both.Rewritten), Assert.Single(both.Deleted)));
        Assert.Equal(second.Requested, first.After(second).Requested);
    }

    [Fact]
    public async Task What_is_stored_names_places_and_times()
    {
        var catalog = await TakenDown.CreateAsync();
        await RequestAsync(store, Pending(catalog));
        await Work(store, catalog.Pages).RunAsync(TakenDown.Id, None);

        using var json = JsonDocument.Parse(store.Snapshot()[ErasurePaths.Done(TakenDown.Id)].Content);
        var place = json.RootElement.GetProperty("catalog")[0];
        Assert.Equal(1, place.GetProperty("start").GetProperty("page").GetInt32());
        Assert.True(place.GetProperty("start").GetProperty("offset").GetInt64() > 0);
        Assert.True(place.GetProperty("lengthBytes").GetInt64() > 0);
        Assert.Equal("2026-03-04T11:00:00+00:00", json.RootElement.GetProperty("requested").GetString());
        Assert.Equal("2026-03-04T11:05:00+00:00", json.RootElement.GetProperty("completed").GetString());
        Assert.DoesNotContain(TakenDown.Secret, Encoding.UTF8.GetString(store.Snapshot()[ErasurePaths.Done(TakenDown.Id)].Content.Span), StringComparison.Ordinal);
    }

    private static PendingErasure Pending(TakenDown catalog) => new()
    {
        ArticleId = TakenDown.Id,
        Requested = TakenDown.Moment,
        Lines = catalog.Lines,
        Feeds = ["latest"],
        View = "articles/libel.json",
        Rewritten = ["public/feeds/latest.rss", "public/feeds/latest.atom"],
        Deleted = ["public/feeds/latest/archive/1.rss"],
    };

    /// <summary>Leaves the request as the projection does.</summary>
    private static async Task RequestAsync(IObjectStore objects, PendingErasure pending)
    {
        var path = ErasurePaths.Pending(pending.ArticleId);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(pending, ErasureJson.Stored.PendingErasure);
        var tag = (await objects.HeadAsync(path, None))?.ETag;
        Assert.IsType<WriteResult.Written>(await objects.WriteAsync(path, new ObjectContent(bytes, "application/json"), tag, None));
    }

    private EraseWork Work(IObjectStore objects, ICatalogPages pages) =>
        new(objects, new CatalogEraser(pages, new CatalogOptions()), new GenerationRecords(objects, time), time, NullLogger<EraseWork>.Instance);

    private async Task<(TakenDown Catalog, InMemoryObjectStore Objects, IReadOnlyDictionary<int, byte[]> Before)> CrashAsync(FaultPlan plan)
    {
        var catalog = await TakenDown.CreateAsync();
        var before = catalog.Pages.Snapshot();
        var objects = new InMemoryObjectStore();
        await RequestAsync(objects, Pending(catalog));
        try
        {
            await Work(new FaultyObjectStore(objects, plan), new FaultyCatalogPages(catalog.Pages, plan)).RunPendingAsync(None);
            Assert.False(plan.HasCrashed);
        }
        catch (CrashException)
        {
            Assert.True(plan.HasCrashed);
        }

        return (catalog, objects, before);
    }

    private async Task<int> OperationAsync(string name)
    {
        var catalog = await TakenDown.CreateAsync();
        var objects = new InMemoryObjectStore();
        await RequestAsync(objects, Pending(catalog));
        var plan = FaultPlan.Count();
        await Work(new FaultyObjectStore(objects, plan), catalog.Pages).RunAsync(TakenDown.Id, None);
        return plan.Operations.ToList().IndexOf(name) + 1;
    }
}
