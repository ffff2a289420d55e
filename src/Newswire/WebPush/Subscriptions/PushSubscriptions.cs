using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.WebPush.Subscriptions;

/// <summary>Where readers subscribe, change their choice, and unsubscribe.</summary>
public sealed class PushSubscriptions(
    IObjectStore store, IMessageQueues queues, SubscriptionOptions options, TimeProvider time)
{
    private readonly SharedState<PushBucket> buckets = new(store, SubscriptionJson.Stored.PushBucket);
    private readonly NewSubscriptions admission = new(options.MaxNewPerMinute, time);

    /// <summary>Stores the subscription in the place of the one with its endpoint and of the one it replaces.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; asking again is harmless.</exception>
    public async Task<SubscribeOutcome> SubscribeAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var replaced = request.Replaces is { } other && other != request.Endpoint
            ? (await buckets.ReadAsync(PushPaths.BucketOf(other), cancellationToken))?.Find(other)
            : null;
        TimeSpan? wait = null;
        SubscribeOutcome outcome = new SubscribeOutcome.Full();
        await buckets.ChangeAsync(
            PushPaths.BucketOf(request.Endpoint),
            before =>
            {
                var known = before?.Find(request.Endpoint);
                outcome = Renewal.Of(request, known, replaced, now) is not { } subscription ? new SubscribeOutcome.NothingChosen()
                    : known is null && before?.Subscriptions.Count >= PushBucket.MaxSubscriptions ? new SubscribeOutcome.Full()
                    : known is null && (wait ??= admission.Take()) > TimeSpan.Zero ? new SubscribeOutcome.Busy(wait.Value)
                    : new SubscribeOutcome.Subscribed(subscription, IsNew: known is null);
                return outcome is SubscribeOutcome.Subscribed subscribed
                    ? (before ?? new PushBucket([])).With(subscribed.Subscription)
                    : before;
            },
            cancellationToken);

        if (outcome is SubscribeOutcome.Subscribed done && replaced is not null)
        {
            // What waited in another bucket is looked for in this one.
            if (done.Subscription.Waiting.Count > 0)
            {
                await queues.SendAsync(
                    QueueNames.PushDeliver, PushPaths.NameOf(request.Endpoint), cancellationToken);
            }

            // The old one goes last: a crash before leaves both, and the browser's next call one.
            await UnsubscribeAsync(replaced.Endpoint, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Forgets the endpoint and all that is known of its reader; nothing happens when it is not known.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; asking again is harmless.</exception>
    public Task UnsubscribeAsync(string endpoint, CancellationToken cancellationToken) =>
        buckets.ChangeAsync(PushPaths.BucketOf(endpoint), bucket => bucket?.Without(endpoint), cancellationToken);
}
