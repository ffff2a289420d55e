using System.Text.Json;
using Newswire.Projection;

namespace Newswire.Benchmarks.Operations;

/// <summary>Managed memory that a process at work holds between two changes; the storage it works on does not count.</summary>
/// <param name="ProcessBytes">All that the process holds.</param>
/// <param name="DirectoriesBytes">What the directories of its feeds take of that.</param>
/// <param name="DirectoryBytes">The stored size of one directory, the largest object that a change reads.</param>
internal sealed record HeldMemory(long ProcessBytes, long DirectoriesBytes, int DirectoryBytes)
{
    /// <summary>Several of a kind are weighed together, since one is lighter than what the runtime gives back by itself.</summary>
    private const int Together = 8;

    private static List<object>? held;

    /// <summary>What the process holds beside the directories.</summary>
    public long OtherBytes => ProcessBytes - DirectoriesBytes;

    public static async Task<HeldMemory> MeasureAsync(StoredArchive archive)
    {
        var trials = Enumerable.Range(0, Together).Select(_ => new Trial(archive)).ToList();
        var process = await ReleasedWithAsync(async i =>
        {
            var process = trials[i].StartProcess();
            await process.TakeAsync(Scenario.PublishNewest.At, [Scenario.First, Scenario.PublishNewest.Change(archive.Archive)!]);
            return process;
        });
        var directories = await ReleasedWithAsync(_ => Task.FromResult<object>(archive.Directories
            .Select(stored => JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.FeedDirectory))
            .ToList()));
        GC.KeepAlive(trials);
        return new HeldMemory(process, directories, archive.Directories.First().Content.Length);
    }

    private static async Task<long> ReleasedWithAsync(Func<int, Task<object>> make)
    {
        held = [];
        for (var i = 0; i < Together; i++)
        {
            held.Add(await make(i));
        }

        // What was made must be held in one place only, so its maker has to be gone from the stack.
        await Task.Yield();
        var before = Settled();
        held = null;
        return (before - Settled()) / Together;
    }

    private static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
