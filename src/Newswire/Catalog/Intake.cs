using Microsoft.Extensions.Logging;
using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Catalog;

/// <summary>Where changes enter: stamps them, makes them durable, and wakes whoever turns them into documents.</summary>
public sealed class Intake(CatalogWriter catalog, IMessageQueues queues, TimeProvider time, ILogger<Intake> log)
{
    private readonly Lock gate = new();
    private DateTimeOffset last = DateTimeOffset.MinValue;

    /// <summary>
    /// The moment of receipt for a change about to be accepted: the clock's, but later than every one given before, so
    /// that what one process accepts later counts as later.
    /// </summary>
    public DateTimeOffset Stamp()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            return last = now > last ? now : last.AddTicks(1);
        }
    }

    /// <summary>
    /// The moment of receipt for a change that is to count as later than another, though that one was accepted by a
    /// process whose clock may be ahead.
    /// </summary>
    public DateTimeOffset StampBehind(DateTimeOffset? other)
    {
        var received = Stamp();
        return other >= received ? other.Value.AddTicks(1) : received;
    }

    /// <summary>Accepts the changes: when this returns they are durable.</summary>
    /// <returns>For each change the position behind it.</returns>
    /// <exception cref="StorageAwayException">Nothing is promised; sending the changes again is harmless.</exception>
    public async Task<IReadOnlyList<Position>> AcceptAsync(
        IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var positions = await catalog.AppendAsync(changes, cancellationToken);
        foreach (var change in changes)
        {
            Measures.ChangesAccepted.Count(Measures.ChangeKind, change.GetType().Name);
        }

        try
        {
            await queues.SendAsync(QueueNames.CatalogChanged, positions[^1].ToString(), cancellationToken);
        }
        catch (StorageAwayException exception)
        {
            // The changes are safe, and the sweep finds within a minute what no message announced.
            Log.WakeUpLost(log, positions[^1], exception);
        }

        return positions;
    }
}
