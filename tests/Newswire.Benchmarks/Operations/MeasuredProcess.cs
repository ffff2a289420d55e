using Microsoft.Extensions.Logging.Abstractions;
using Newswire.Catalog;
using Newswire.Formats.Atom;
using Newswire.Formats.JsonFeed;
using Newswire.Formats.Rss;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Benchmarks.Operations;

/// <summary>One process on an archive: accepts changes, projects them, and tells what that asked of storage.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private readonly FaultPlan operations = FaultPlan.Count();
    private readonly Traffic traffic = new();
    private readonly ProjectionPass pass;
    private readonly ProjectionRunner runner;
    private readonly Intake intake;

    public MeasuredProcess(StoredArchive archive)
    {
        var options = new CatalogOptions();
        var pages = new FaultyCatalogPages(new CountedCatalogPages(archive.Pages, traffic), operations);
        var reader = new CatalogReader(pages, options);
        pass = new ProjectionPass(
            new FaultyObjectStore(new CountedObjectStore(archive.Objects, traffic), operations),
            reader,
            [new RssFormat(), new AtomFormat(), new JsonFeedFormat()],
            Some.Publication(),
            // One at a time: feeds prepared side by side may both read a view before either has formatted it, and how often
            // that happens is chance.
            new ProjectionOptions { MaxParallelOperations = 1 },
            listeners: [],
            TimeProvider.System,
            NullLogger<ProjectionPass>.Instance);
        var queues = new FaultyMessageQueues(archive.Queues, operations);
        runner = new ProjectionRunner(
            pass, reader, new FaultyLeases(archive.Leases, operations), queues, TimeProvider.System);
        intake = new Intake(
            new CatalogWriter(pages, options),
            queues,
            TimeProvider.System,
            NullLogger<Intake>.Instance);
    }

    /// <summary>Everything from the acceptance of the change until it is in the documents.</summary>
    public async Task<Cost> MeasureAsync(Change change)
    {
        var (before, read, written) = (operations.Operations.Count, traffic.ReadBytes, traffic.WrittenBytes);
        await intake.AcceptAsync([change], CancellationToken.None);
        await runner.CatchUpAsync(CancellationToken.None);
        return Cost.Of(
            operations.Operations.Skip(before), traffic.ReadBytes - read, traffic.WrittenBytes - written);
    }

    public void Dispose() => pass.Dispose();
}
