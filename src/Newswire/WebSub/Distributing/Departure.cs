using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.WebSub.Subscribing;

namespace Newswire.WebSub.Distributing;

/// <summary>Takes leave of the subscribers of a feed that is no more: they are told so, and where to go instead (W3C WebSub §5.2).</summary>
public sealed class Departure(
    IObjectStore store,
    IMessageQueues queues,
    FeedsInForce feeds,
    HubDenial denial,
    HostLedgers ledgers,
    DeliveryPlaces places,
    Publication publication)
{
    /// <summary>The most that one message takes leave of; the rest is another message's.</summary>
    private const int MaxLeaves = 256;

    private readonly SharedState<SubscriberBucket> buckets = new(store, SubscriberJson.Stored.SubscriberBucket);

    /// <summary>
    /// Tells the subscribers of a bucket whose topic has no document, and forgets them. Does nothing where the feed has
    /// not been given up: then the document is only away, and a rebuild brings it back.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public async Task TakeLeaveAsync(BucketMessage message, CancellationToken cancellationToken)
    {
        var path = SubscriberPaths.Path(message.Topic, message.Bucket);
        if (await ReasonAsync(message.Topic, cancellationToken) is not { } reason
            || await buckets.ReadAsync(path, cancellationToken) is not { } bucket)
        {
            return;
        }

        // Forgotten afterwards: a crash in between tells them twice, and never not at all.
        IReadOnlyList<string> leaving = [.. bucket.Subscribers.Take(MaxLeaves).Select(subscriber => subscriber.Callback)];
        await Task.WhenAll(leaving.Select(callback => TellAsync(message.Topic, callback, reason, cancellationToken)));
        var left = await buckets.ChangeAsync(
            path, before => leaving.Aggregate(before, (rest, callback) => rest?.Without(callback)), cancellationToken);
        foreach (var callback in leaving)
        {
            await ledgers.RemoveAsync(message.Topic, callback, cancellationToken);
        }

        if (left is not null)
        {
            var rest = message with { Wake = null };
            await queues.SendAsync(QueueNames.WebSubDeliver, rest.ToString(), cancellationToken);
        }
    }

    private async Task<string?> ReasonAsync(Topic topic, CancellationToken cancellationToken)
    {
        var list = await feeds.ListAsync(cancellationToken);
        return list.Retired.Contains(topic.Feed, StringComparer.Ordinal)
            ? "The publication has given up this feed."
            : list.Moved.TryGetValue(topic.Feed, out var now)
                ? $"The feed has another address: subscribe to {(topic with { Feed = now }).Url(publication)}."
                : null;
    }

    private async Task TellAsync(Topic topic, string callback, string reason, CancellationToken cancellationToken)
    {
        using var place = await places.TakeAsync(Lane.Retry, cancellationToken);
        await denial.DenyAsync(topic, callback, reason, cancellationToken);
    }
}
