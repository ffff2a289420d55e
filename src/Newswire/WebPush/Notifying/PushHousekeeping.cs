using Newswire.Delivery;
using Newswire.Storage;
using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// Takes out of the buckets what has become too old, and finds readers who wait for a message that was lost.
/// </summary>
public sealed class PushHousekeeping(IObjectStore store, PushDelivery delivery, TimeProvider time) : IHousekeeping
{
    private readonly SharedState<PushBucket> buckets = new(store, SubscriptionJson.Stored.PushBucket);
    private readonly ToldEditions editions = new(store);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var name in store.ListAsync(Containers.Subscriptions, PushPaths.Prefix, cancellationToken))
        {
            var now = time.GetUtcNow();
            var bucket = await buckets.ChangeAsync(
                new ObjectPath(Containers.Subscriptions, name), stored => stored?.Each(reader => Pruned(reader, now)), cancellationToken);
            if (bucket is not null)
            {
                await delivery.ComeBackAsync(PushPaths.Parse(name), bucket, cancellationToken);
            }
        }

        await editions.ForgetBeforeAsync(time.GetUtcNow() - PushSubscription.Memory, cancellationToken);
    }

    /// <summary>The subscription without what is too old; the same object when nothing is, null when it is over itself.</summary>
    internal static PushSubscription? Pruned(PushSubscription reader, DateTimeOffset now)
    {
        if (reader.Expires <= now)
        {
            return null;
        }

        IReadOnlyList<Told> told = [.. reader.Told.Where(told => told.When > now - PushSubscription.Memory)];
        IReadOnlyList<Waiting> waiting =
            [.. reader.Waiting.Where(waiting => waiting.IsInFlight(now) || waiting.Shown > now - PushEdition.MaxAge)];
        return told.Count == reader.Told.Count && waiting.Count == reader.Waiting.Count
            ? reader
            : reader with { Told = told, Waiting = waiting };
    }
}
