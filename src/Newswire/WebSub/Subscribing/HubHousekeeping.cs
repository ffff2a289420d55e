using Microsoft.Extensions.Logging;
using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.WebSub.Subscribing;

/// <summary>Drops by the clock what is over: ended leases, requests that nobody verified, what hosts no longer have.</summary>
public sealed class HubHousekeeping(IObjectStore store, HostLedgers ledgers, TimeProvider time, ILogger<HubHousekeeping> log)
    : IHousekeeping
{
    /// <summary>A request's last attempt is some minutes after it was received; the rest of the day is for queues that stood.</summary>
    private static readonly TimeSpan MaxRequestAge = TimeSpan.FromDays(1);

    private readonly SharedState<SubscriberBucket> buckets = new(store, SubscriberJson.Stored.SubscriberBucket);
    private readonly SharedState<SubscriptionRequest> requests = new(store, SubscribingJson.Stored.SubscriptionRequest);

    /// <inheritdoc/>
    /// <remarks>Nothing depends on it: whoever delivers looks at the lease too.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var name in ListAsync(SubscriberPaths.Prefix, cancellationToken))
        {
            await EndLeasesAsync(name, now, cancellationToken);
        }

        await foreach (var name in ListAsync(RequestPaths.Prefix, cancellationToken))
        {
            await requests.ChangeAsync(
                Path(name), request => request?.Received < now - MaxRequestAge ? null : request, cancellationToken);
        }

        await foreach (var name in ListAsync(HostLedgers.Prefix, cancellationToken))
        {
            await ledgers.CleanAsync(name, cancellationToken);
        }
    }

    private static ObjectPath Path(string name) => new(Containers.Subscriptions, name);

    private async Task EndLeasesAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = 0;
        await buckets.ChangeAsync(Path(name), bucket =>
        {
            IReadOnlyList<Subscriber> left = [.. bucket?.Subscribers.Where(subscriber => subscriber.LeaseEnd > now) ?? []];
            ended = (bucket?.Subscribers.Count ?? 0) - left.Count;
            return ended == 0 ? bucket : left.Count == 0 ? null : bucket! with { Subscribers = left };
        }, cancellationToken);
        if (ended > 0)
        {
            Log.LeasesEnded(log, SubscriberPaths.Parse(name).Topic, ended);
        }
    }

    private IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken) =>
        store.ListAsync(Containers.Subscriptions, prefix, cancellationToken);
}
