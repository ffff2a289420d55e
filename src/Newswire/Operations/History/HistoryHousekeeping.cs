using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Operations.History;

/// <summary>Removes by the clock the days of history that are not kept any more.</summary>
public sealed class HistoryHousekeeping(IObjectStore store, HistoryOptions options, TimeProvider time) : IHousekeeping
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-options.KeptDays);
        await foreach (var name in store.ListAsync(Containers.Operations, HistoryScale.Prefix, cancellationToken))
        {
            // They come in the order of their days: behind the first that is kept there are none to remove.
            if (HistoryScale.DayOf(name) >= oldest)
            {
                return;
            }

            var path = new ObjectPath(Containers.Operations, name);
            if (HistoryScale.DayOf(name) is not null
                && await store.HeadAsync(path, cancellationToken) is { } properties)
            {
                await store.DeleteAsync(path, properties.ETag, cancellationToken);
            }
        }
    }
}
