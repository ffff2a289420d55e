using Newswire.Delivery;

namespace Newswire.WebSub.Distributing;

/// <summary>What delivering makes of a bucket. Pure: each is done again where somebody else has written meanwhile.</summary>
internal static class BucketRules
{
    /// <summary>A message that has not come so long after its moment will not come any more.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    /// <summary>Storage keeps a message back for seven days at most; whoever receives it early sends another.</summary>
    public static readonly TimeSpan FarthestWake = TimeSpan.FromDays(6);

    /// <summary>
    /// Marks those that somebody is about to deliver to, so that nobody else does before <paramref name="until"/>. Who has
    /// a mark already, or is due by the other way, is left alone.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="hash">The document.</param>
    /// <param name="lane">Who is delivered to by this way.</param>
    /// <param name="max">The most that are marked at once.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">When the mark loses its force.</param>
    public static (SubscriberBucket Bucket, IReadOnlyList<Subscriber> Claimed) Claim(
        SubscriberBucket bucket, string hash, Lane lane, int max, DateTimeOffset now, DateTimeOffset until)
    {
        IReadOnlyList<Subscriber> claimed =
        [
            .. bucket.Subscribers
                .Where(subscriber => IsDue(subscriber, hash, lane, now))
                .Take(max)
                .Select(subscriber => subscriber with { InFlightUntil = until }),
        ];
        return (Replace(bucket, claimed), claimed);
    }

    /// <summary>
    /// Writes down what came of attempts. One whose mark is not the attempt's own any more is left alone: it took so long
    /// that somebody else has begun another, or the subscription is a new one.
    /// </summary>
    /// <returns>The bucket; null when nobody is left in it.</returns>
    public static SubscriberBucket? Settle(SubscriberBucket bucket, IEnumerable<DeliveryResult> results)
    {
        var ours = results
            .Select(result => (Result: result, Subscriber: bucket.Find(result.Callback)))
            .Where(pair => pair.Subscriber?.InFlightUntil == pair.Result.Until)
            .ToList();
        var gone = ours.Where(pair => pair.Result.Outcome == DeliveryOutcome.Gone)
            .Select(pair => pair.Result.Callback).ToHashSet(StringComparer.Ordinal);
        return Without(
            Replace(bucket, [
                .. ours.Where(pair => pair.Result.Outcome != DeliveryOutcome.Gone)
                    .Select(pair => DeliveryRules.After(pair.Subscriber!, pair.Result))]),
            subscriber => gone.Contains(subscriber.Callback));
    }

    /// <summary>Forgets those whose lease has ended, and messages that have come or will not come any more.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="wake">The moment of the message that has come; null when it is for none.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The bucket, the same object when there is nothing to forget; null when nobody is left in it.</returns>
    public static SubscriberBucket? Forget(SubscriberBucket bucket, DateTimeOffset? wake, DateTimeOffset now)
    {
        var last = wake > (bucket.LastWake ?? DateTimeOffset.MinValue) ? wake : bucket.LastWake;
        IReadOnlyList<DateTimeOffset> waiting =
            [.. bucket.Wakes.Where(moment => !(moment <= last) && moment + LongestDelay > now)];
        return Without(
            last == bucket.LastWake && waiting.Count == bucket.Wakes.Count ? bucket : bucket with { LastWake = last, Wakes = waiting },
            subscriber => DeliveryRules.HasEnded(subscriber, now));
    }

    /// <summary>Whether somebody is to be delivered to now, by this way.</summary>
    public static bool IsDue(SubscriberBucket bucket, string hash, Lane lane, DateTimeOffset now) =>
        bucket.Subscribers.Any(subscriber => IsDue(subscriber, hash, lane, now));

    /// <summary>
    /// The moment at which somebody has to look at the bucket again and for which no message is under way that comes in
    /// time. Null when there is none. Those that are due now as quick ones do not count: they have a queue of their own.
    /// </summary>
    public static DateTimeOffset? MissingWake(SubscriberBucket bucket, string hash, DateTimeOffset now)
    {
        var next = bucket.Subscribers
            .Where(subscriber => !IsDue(subscriber, hash, Lane.Quick, now))
            .Min(subscriber => DeliveryRules.DueAt(subscriber, hash, now));
        if (next > now + FarthestWake)
        {
            next = now + FarthestWake;
        }

        return bucket.Wakes.Any(wake => wake <= next && wake + LongestDelay > now) ? null : next;
    }

    /// <summary>Notes that a message is under way, unless it has come already.</summary>
    public static SubscriberBucket WithWake(SubscriberBucket bucket, DateTimeOffset wake) =>
        wake <= bucket.LastWake || bucket.Wakes.Contains(wake)
            ? bucket
            : bucket with { Wakes = [.. bucket.Wakes.Append(wake).Order()] };

    private static bool IsDue(Subscriber subscriber, string hash, Lane lane, DateTimeOffset now) =>
        DeliveryRules.LaneOf(subscriber) == lane && DeliveryRules.DueAt(subscriber, hash, now) == now;

    private static SubscriberBucket Replace(SubscriberBucket bucket, IReadOnlyList<Subscriber> changed)
    {
        if (changed.Count == 0)
        {
            return bucket;
        }

        var byCallback = changed.ToDictionary(subscriber => subscriber.Callback, StringComparer.Ordinal);
        return bucket with
        {
            Subscribers = [.. bucket.Subscribers.Select(old => byCallback.GetValueOrDefault(old.Callback, old))],
        };
    }

    private static SubscriberBucket? Without(SubscriberBucket bucket, Func<Subscriber, bool> leaves)
    {
        IReadOnlyList<Subscriber> left = [.. bucket.Subscribers.Where(subscriber => !leaves(subscriber))];
        return left.Count == 0 ? null : left.Count == bucket.Subscribers.Count ? bucket : bucket with { Subscribers = left };
    }
}
