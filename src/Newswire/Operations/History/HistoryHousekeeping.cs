using Newswire.Counting;
using Newswire.Delivery;
using Newswire.Operations.Readers;
using Newswire.Storage;

namespace Newswire.Operations.History;

/// <summary>Removes by the clock the days of history, and of readers, that are not kept any more.</summary>
public sealed class HistoryHousekeeping(IObjectStore store, HistoryOptions options, TimeProvider time) : IHousekeeping
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-options.KeptDays);
        await DailyObjects.RemoveBeforeAsync(
            store, Containers.Operations, HistoryScale.Prefix, HistoryScale.DayOf, oldest, cancellationToken);
        await DailyObjects.RemoveBeforeAsync(
            store, Containers.Operations, ReaderPaths.Prefix, ReaderPaths.DayOf, oldest, cancellationToken);
    }
}
