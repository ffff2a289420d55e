using Newswire.Operations.Failures;
using Newswire.Operations.History;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Operations;

/// <summary>Puts together how things stand.</summary>
public sealed class OverviewReports(
    IObjectStore store, Freshness freshness, IQueueDepths depths, IPoisonMessages poison, HistoryReader history, TimeProvider time)
{
    /// <summary>The report.</summary>
    /// <param name="span">How far back to look.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<Overview> ReadAsync(OverviewSpan span, CancellationToken cancellationToken)
    {
        var cursor = (await new StateMemory(store).ReadAfreshAsync(ObjectPaths.Cursor, StateJson.Compact.Cursor, cancellationToken)).Value
            ?? Cursor.Start;
        var counts = await Task.WhenAll(QueueNames.All.Select(async queue =>
            (Queue: queue, Count: await poison.CountAsync(queue, cancellationToken))));
        var now = time.GetUtcNow();
        return new Overview
        {
            At = now,
            Span = span,
            Behind = await freshness.AgeAsync(cancellationToken),
            Waiting = await WaitingAsync(cancellationToken),
            History = await history.ReadAsync(now - LengthOf(span), now, cancellationToken),
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

    private async Task<IReadOnlyDictionary<string, long>> WaitingAsync(CancellationToken cancellationToken)
    {
        var counts = await Task.WhenAll(QueueNames.All.Select(async queue =>
            (Queue: queue, Count: await depths.CountAsync(queue, cancellationToken))));
        return counts.Where(queue => queue.Count > 0).ToDictionary(queue => queue.Queue, queue => queue.Count, StringComparer.Ordinal);
    }

    private static TimeSpan LengthOf(OverviewSpan span) => span switch
    {
        OverviewSpan.Hour => TimeSpan.FromHours(1),
        OverviewSpan.Month => TimeSpan.FromDays(30),
        _ => TimeSpan.FromDays(1),
    };
}
