using Newswire.Delivery;
using Newswire.Storage;
using Newswire.WebSub.Subscribing;

namespace Newswire.WebSub.Distributing;

/// <summary>What is done about one message: delivers by one way, and sees to it that nobody is forgotten who has to wait.</summary>
/// <remarks>
/// <para>Why nobody is delivered to by two at once: whoever is to get the document is marked beforehand, by a conditional
/// write, for longer than any attempt lasts, and an attempt that has come near the end of its mark is not begun.</para>
/// <para>Why a crash forgets nobody: the message comes back, and then the marks have lost their force.</para>
/// </remarks>
internal sealed class BucketTurn(
    BucketMessage message,
    Lane lane,
    TopicDocument document,
    DeliveryAttempts attempts,
    IObjectStore store,
    IMessageQueues queues,
    Departure departure,
    HostLedgers ledgers,
    HubOptions options,
    TimeProvider time)
{
    /// <summary>The most that are marked at once: as many as are likely to find a place while the mark holds.</summary>
    private const int MaxClaims = 256;

    /// <summary>
    /// No deliveries are begun after this; with <see cref="Patience"/> and the longest attempt it is less than the five
    /// minutes after which a message comes to somebody else.
    /// </summary>
    private static readonly TimeSpan MaxTurn = TimeSpan.FromMinutes(2);

    /// <summary>How much longer than an attempt a mark holds: an attempt may wait for its place.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SharedState<SubscriberBucket> buckets = new(store, SubscriberJson.Stored.SubscriberBucket);
    private readonly ObjectPath path = SubscriberPaths.Path(message.Topic, message.Bucket);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + MaxTurn;
        while (true)
        {
            if (await document.LookAsync(cancellationToken) is not { } newest)
            {
                // A change that takes a feed away comes by the quick way, as every change does.
                await (lane == Lane.Quick ? departure.TakeLeaveAsync(message, cancellationToken) : Task.CompletedTask);
                return;
            }

            var now = time.GetUtcNow();
            var until = now + options.MaxTime + Patience;
            var (bucket, claimed) = await ClaimAsync(newest, now, until, now < end ? MaxClaims : 0, cancellationToken);
            if (bucket is null)
            {
                return;
            }

            // Before the deliveries: whoever has to be tried apart does not wait for them.
            await WakeAsync(bucket, until, newest, now, cancellationToken);
            if (claimed.Count == 0)
            {
                await HandOnAsync(bucket, newest, now, cancellationToken);
                return;
            }

            // Then look again: what came meanwhile found its subscribers marked, and went away.
            await DeliverAsync(claimed, until, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<(SubscriberBucket? Bucket, IReadOnlyList<Subscriber> Claimed)> ClaimAsync(
        string newest, DateTimeOffset now, DateTimeOffset until, int max, CancellationToken cancellationToken)
    {
        IReadOnlyList<Subscriber> claimed = [];
        var bucket = await buckets.ChangeAsync(path, before =>
        {
            claimed = [];
            if (before is null || BucketRules.Forget(before, message.Wake, now) is not { } left)
            {
                return null;
            }

            (left, claimed) = BucketRules.Claim(left, newest, lane, max, now, until);
            return left;
        }, cancellationToken);
        return (bucket, claimed);
    }

    /// <summary>Sees to it that somebody looks again when the next of those is due that are not delivered to here.</summary>
    private async Task WakeAsync(
        SubscriberBucket bucket, DateTimeOffset until, string newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var others = bucket with
        {
            Subscribers = [.. bucket.Subscribers.Where(subscriber => subscriber.InFlightUntil != until)],
        };
        if (BucketRules.MissingWake(others, newest, now) is { } wake)
        {
            // In this order a crash in between sends a message too many; in the other nobody would look.
            var again = message with { Wake = wake };
            await queues.SendAsync(QueueNames.WebSubRetry, again.ToString(), wake - now, cancellationToken);
            await buckets.ChangeAsync(
                path, before => before is null ? null : BucketRules.WithWake(before, wake), cancellationToken);
        }
    }

    /// <summary>Whoever is quick and due gets a message of its own, when this is the other way or the time is over.</summary>
    private async Task HandOnAsync(
        SubscriberBucket bucket, string newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (BucketRules.IsDue(bucket, newest, Lane.Quick, now))
        {
            var again = message with { Wake = null };
            await queues.SendAsync(QueueNames.WebSubDeliver, again.ToString(), cancellationToken);
        }
    }

    private async Task DeliverAsync(
        IReadOnlyList<Subscriber> claimed, DateTimeOffset until, CancellationToken cancellationToken)
    {
        List<Task<DeliveryResult>> underWay =
            [.. claimed.Select(subscriber => attempts.RunAsync(subscriber, until, cancellationToken))];
        while (underWay.Count > 0)
        {
            // What is done is written down after a while, so that nobody's delivery is repeated because of one that hangs.
            await Task.WhenAny(Task.WhenAll(underWay), Task.Delay(options.SlowAfter, time, CancellationToken.None));
            var byState = underWay.ToLookup(attempt => attempt.IsCompleted);
            underWay = [.. byState[false]];
            await SettleAsync(await Task.WhenAll(byState[true]), until);
        }
    }

    /// <summary>Writes down what has happened, also when the process is about to end.</summary>
    private async Task SettleAsync(DeliveryResult[] results, DateTimeOffset until)
    {
        if (results.Length == 0)
        {
            return;
        }

        await buckets.ChangeAsync(
            path, before => before is null ? null : BucketRules.Settle(before, results, until), CancellationToken.None);
        foreach (var gone in results.Where(result => result.Outcome == DeliveryOutcome.Gone))
        {
            await ledgers.RemoveAsync(message.Topic, gone.Callback, CancellationToken.None);
        }
    }
}
