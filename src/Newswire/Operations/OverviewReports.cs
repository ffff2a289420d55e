using Newswire.Operations.Failures;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Operations;

/// <summary>Puts together how things stand.</summary>
public sealed class OverviewReports(IObjectStore store, IPoisonMessages poison, TimeProvider time)
{
    /// <summary>The report.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<Overview> ReadAsync(CancellationToken cancellationToken)
    {
        var cursor = (await new StateMemory(store).ReadAfreshAsync(ObjectPaths.Cursor, StateJson.Compact.Cursor, cancellationToken)).Value
            ?? Cursor.Start;
        var counts = await Task.WhenAll(QueueNames.All.Select(async queue =>
            (Queue: queue, Count: await poison.CountAsync(queue, cancellationToken))));
        return new Overview
        {
            At = time.GetUtcNow(),
            IsPassing = cursor.Unfinished is not null,
            FeedsFilling = cursor.Walks.Select(walk => walk.Feed).Distinct(StringComparer.Ordinal).Count(),
            NextDue = cursor.NextDue,
            Poison = counts.Where(queue => queue.Count > 0)
                .ToDictionary(queue => queue.Queue, queue => queue.Count, StringComparer.Ordinal),
            SetAside = await store.ListAsync(Containers.CatalogRejected, "", cancellationToken)
                .Take(SetAsideLines.MaxShown).CountAsync(cancellationToken),
            Erasing = await store.ListAsync(Containers.Erasures, "pending/", cancellationToken).CountAsync(cancellationToken),
        };
    }
}
