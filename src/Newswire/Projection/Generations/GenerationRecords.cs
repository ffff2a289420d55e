using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>Which projections there are, and which of them is served.</summary>
public sealed class GenerationRecords : IDisposable
{
    /// <summary>How long a process relies on what it read: within this time every process serves the same.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    internal static readonly ObjectPath RecordPath = new(Containers.Generations, "generations.json");

    private readonly IObjectStore storage;
    private readonly RecentState<GenerationRecord> record;

    /// <summary>Reads them from storage that has all of them.</summary>
    public GenerationRecords(IObjectStore storage, TimeProvider time)
    {
        this.storage = storage;
        record = new RecentState<GenerationRecord>(storage, RecordPath, StateJson.Compact.GenerationRecord, MaxAge, time);
    }

    /// <summary>The one that is served; known without asking storage for as long as <see cref="MaxAge"/>.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async ValueTask<Generation> ServedAsync(CancellationToken cancellationToken) =>
        new((await record.RecentAsync(cancellationToken) ?? GenerationRecord.Beginning).Served);

    /// <summary>What there is now.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<GenerationRecord> ReadAsync(CancellationToken cancellationToken) =>
        await record.ReadAsync(cancellationToken) ?? GenerationRecord.Beginning;

    /// <summary>Changes what there is; the function may be called again on what somebody else has stored meanwhile.</summary>
    /// <returns>What there is now.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer; the change may or may not have been made.</exception>
    public async Task<GenerationRecord> ChangeAsync(
        Func<GenerationRecord, GenerationRecord> change, CancellationToken cancellationToken) =>
        (await record.ChangeAsync(
            before => change(before ?? GenerationRecord.Beginning) is var after && before is null && after == GenerationRecord.Beginning
                ? null
                : after,
            cancellationToken)) ?? GenerationRecord.Beginning;

    /// <summary>Storage as the generation sees it.</summary>
    public IObjectStore In(Generation generation) => new GenerationStore(storage, generation);

    /// <inheritdoc/>
    public void Dispose() => record.Dispose();
}
