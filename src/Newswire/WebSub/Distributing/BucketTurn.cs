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

    /// <summary>So often the results there are get written down, and what came meanwhile is looked for, while some still hang.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly SharedState<SubscriberBucket> buckets = new(store, SubscriberJson.Stored.SubscriberBucket);
    private readonly ObjectPath path = SubscriberPaths.Path(message.Topic, message.Bucket);

    /// <summary>One callback may be here twice, when this process stood still so long that the first mark lost its force.</summary>
    private readonly List<(string Callback, Task<DeliveryResult> Attempt)> underWay = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DeliverAsync(cancellationToken);
        }
        finally
        {
            // Nothing goes on behind the back of whoever called.
            await Task.WhenAll(underWay.Select(one => one.Attempt));
        }
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        SubscriberBucket? known = null;
        for (var end = time.GetUtcNow() + MaxTurn; ; known = await EndRoundAsync())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                await BreakOffAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }

            // Each round anew: what has changed since found its subscribers marked, and whoever came for it went away.
            var newest = await document.LookAsync(CancellationToken.None);
            var bucket = newest is null ? null : await BeginAsync(known, newest, end, cancellationToken);
            if (underWay.Count == 0)
            {
                await LeaveAsync(bucket, newest);
                return;
            }
        }
    }

    /// <summary>Marks those that are due, begins to deliver to them, and sees to those who have to wait.</summary>
    private async Task<SubscriberBucket?> BeginAsync(
        SubscriberBucket? known, string newest, DateTimeOffset end, CancellationToken cancellationToken)
    {
        // What was just written down says when there is nobody to be marked.
        var now = time.GetUtcNow();
        var (bucket, claimed) = known is not null && !BucketRules.IsDue(known, newest, lane, now)
            ? (known, [])
            : await ClaimAsync(newest, now, now < end ? MaxClaims : 0);
        underWay.AddRange(claimed.Select(subscriber => (subscriber.Callback, attempts.RunAsync(subscriber, cancellationToken))));
        if (bucket is not null)
        {
            await WakeAsync(bucket, newest, now);
        }

        return bucket;
    }

    private async Task<(SubscriberBucket? Bucket, IReadOnlyList<Subscriber> Claimed)> ClaimAsync(
        string newest, DateTimeOffset now, int max)
    {
        IReadOnlyList<Subscriber> claimed = [];
        var bucket = await buckets.ChangeAsync(path, before =>
        {
            claimed = [];
            if (before is null || BucketRules.Forget(before, message.Wake, now) is not { } left)
            {
                return null;
            }

            (left, claimed) = BucketRules.Claim(left, newest, lane, max, now, now + options.MaxTime + Patience);
            return left;
        }, CancellationToken.None);
        return (bucket, claimed);
    }

    /// <summary>Sees to it that somebody looks again when the next of those is due that are not delivered to here.</summary>
    private async Task WakeAsync(SubscriberBucket bucket, string newest, DateTimeOffset now)
    {
        var here = underWay.Select(one => one.Callback).ToHashSet(StringComparer.Ordinal);
        var others = bucket with { Subscribers = [.. bucket.Subscribers.Where(one => !here.Contains(one.Callback))] };
        if (BucketRules.MissingWake(others, newest, now) is { } wake)
        {
            // In this order a crash in between sends a message too many; in the other nobody would look.
            var again = message with { Wake = wake };
            await queues.SendAsync(QueueNames.WebSubRetry, again.ToString(), wake - now, CancellationToken.None);
            await buckets.ChangeAsync(
                path, before => before is null ? null : BucketRules.WithWake(before, wake), CancellationToken.None);
        }
    }

    /// <summary>Waits for all that is under way, but not long, and writes down what is done.</summary>
    /// <returns>The bucket as it was written; null when nothing was, or when nobody is left in it.</returns>
    private async Task<SubscriberBucket?> EndRoundAsync()
    {
        await Task.WhenAny(
            Task.WhenAll(underWay.Select(one => one.Attempt)), Task.Delay(Round, time, CancellationToken.None));
        var byState = underWay.ToLookup(one => one.Attempt.IsCompleted);
        if (!byState.Contains(true))
        {
            return null;
        }

        var done = await Task.WhenAll(byState[true].Select(one => one.Attempt));
        var bucket = await buckets.ChangeAsync(
            path, before => before is null ? null : BucketRules.Settle(before, done), CancellationToken.None);
        underWay.RemoveAll(byState[true].Contains);

        foreach (var gone in done.Where(result => result.Outcome == DeliveryOutcome.Gone))
        {
            await ledgers.RemoveAsync(message.Topic, gone.Callback, CancellationToken.None);
        }

        return bucket;
    }

    /// <summary>Writes down what was broken off, so that it can be begun elsewhere at once.</summary>
    private async Task BreakOffAsync()
    {
        while (underWay.Count > 0)
        {
            await EndRoundAsync();
        }
    }

    private async Task LeaveAsync(SubscriberBucket? bucket, string? newest)
    {
        if (newest is null)
        {
            // A change that takes a feed away comes by the quick way, as every change does.
            await (lane == Lane.Quick ? departure.TakeLeaveAsync(message, CancellationToken.None) : Task.CompletedTask);
        }
        else if (bucket is not null && BucketRules.IsDue(bucket, newest, Lane.Quick, time.GetUtcNow()))
        {
            // Quick ones that this is not the way for, or not the time any more.
            var again = message with { Wake = null };
            await queues.SendAsync(QueueNames.WebSubDeliver, again.ToString(), CancellationToken.None);
        }
    }
}
