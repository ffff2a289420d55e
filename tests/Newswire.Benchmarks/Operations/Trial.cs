using Microsoft.Extensions.Time.Testing;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Benchmarks.Operations;

/// <summary>An archive to be changed: a copy of it, with an empty catalog, at the moment its newest article was published.</summary>
internal sealed class Trial
{
    public Trial(StoredArchive archive)
    {
        Objects = new ArchiveCopy(archive.Objects);
        Leases = new InMemoryLeases(Clock);
        Queues = new InMemoryMessageQueues(Clock);
    }

    public FakeTimeProvider Clock { get; } = new(Some.Morning);

    public IObjectStore Objects { get; }

    public InMemoryCatalogPages Pages { get; } = new();

    public InMemoryLeases Leases { get; }

    public InMemoryMessageQueues Queues { get; }

    /// <summary>A process on this storage that has done nothing yet.</summary>
    public MeasuredProcess StartProcess() => new(this);

    /// <summary>What the scenario costs a process that has just started, or one that has been at work.</summary>
    public static async Task<Cost> MeasureAsync(StoredArchive archive, Scenario scenario, bool cold)
    {
        // The first change finds neither documents nor a cursor and writes them all.
        var trial = new Trial(archive);
        using var working = trial.StartProcess();
        await working.TakeAsync(Some.Morning.AddSeconds(1), [Scenario.First]);
        if (scenario.Before.Count > 0)
        {
            await working.TakeAsync(scenario.Before.Max(change => change.Received), scenario.Before);
        }

        using var starting = cold ? trial.StartProcess() : null;
        return await (starting ?? working).TakeAsync(scenario.At, scenario.Change(archive.Archive) is { } change ? [change] : []);
    }
}
