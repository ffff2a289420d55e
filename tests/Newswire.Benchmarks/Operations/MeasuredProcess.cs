using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.WebPush.Notifying;
using Newswire.WebPush.Subscriptions;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;

namespace Newswire.Benchmarks.Operations;

/// <summary>One process on an archive: accepts changes, projects them, and tells what that asked of storage.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private readonly FaultPlan operations = FaultPlan.Count();
    private readonly Traffic traffic = new();
    private readonly FakeTimeProvider clock;
    private readonly ServedProjection projection;
    private readonly ProjectionRunner runner;
    private readonly Intake intake;

    public MeasuredProcess(Trial trial)
    {
        var options = new CatalogOptions();
        var pages = new FaultyCatalogPages(new CountedCatalogPages(trial.Pages, traffic), operations);
        var reader = new CatalogReader(pages, options);
        var queues = new FaultyMessageQueues(trial.Queues, operations);
        clock = trial.Clock;
        var generations = new GenerationRecords(
            new FaultyObjectStore(new CountedObjectStore(trial.Objects, traffic), operations), clock);
        projection = new ServedProjection(generations, new ProjectionPasses(
            generations,
            reader,
            [new RssFormat(), new AtomFormat(), new JsonFeedFormat()],
            Some.Publication(),
            // One at a time: feeds prepared side by side may both read a view before either has formatted it, and how often
            // that happens is chance.
            new ProjectionOptions { MaxParallelOperations = 1 },
            listeners: [],
            followers:
            [
                new HubFollower(queues, Some.Publication(), new HubOptions(), clock),
                new PushFollower(queues, new SubscriptionOptions()),
            ],
            clock,
            NullLogger<ProjectionPass>.Instance), clock);
        runner = new ProjectionRunner(projection, reader, new FaultyLeases(trial.Leases, operations), queues, clock);
        intake = new Intake(new CatalogWriter(pages, options), queues, clock, NullLogger<Intake>.Instance);
    }

    /// <summary>Everything from the acceptance of the changes until all that is due by then is in the documents.</summary>
    /// <param name="now">When it happens; never before the last time.</param>
    /// <param name="changes">The changes; none when only the time has come for something.</param>
    public async Task<Cost> TakeAsync(DateTimeOffset now, IReadOnlyList<Change> changes)
    {
        clock.SetUtcNow(now);
        var (before, read, written) = (operations.Operations.Count, traffic.ReadBytes, traffic.WrittenBytes);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        if (changes.Count > 0)
        {
            await intake.AcceptAsync(changes, CancellationToken.None);
        }

        await runner.CatchUpAsync(CancellationToken.None);
        return Cost.Of(
            operations.Operations.Skip(before),
            traffic.ReadBytes - read,
            traffic.WrittenBytes - written,
            GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    public void Dispose() => projection.Dispose();
}
