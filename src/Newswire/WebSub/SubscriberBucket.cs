namespace Newswire.WebSub;

/// <summary>The subscribers of a topic that share an object.</summary>
/// <param name="Subscribers">In the order of their callbacks; each callback once.</param>
public sealed record SubscriberBucket(IReadOnlyList<Subscriber> Subscribers)
{
    /// <summary>How many buckets a topic has.</summary>
    public const int Count = 16;

    /// <summary>
    /// When somebody will look at the bucket again: the moments for which messages wait in the queue, the earliest first.
    /// A message is sent only for a moment before all of them, so they do not multiply.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Wakes { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The latest moment whose message has come; null when none has. A message is sent before it is noted, so it may come
    /// before, and must not be waited for then.
    /// </summary>
    public DateTimeOffset? LastWake { get; init; }

    /// <summary>The subscriber with the callback; null when there is none.</summary>
    public Subscriber? Find(string callback) =>
        Subscribers.FirstOrDefault(subscriber => subscriber.Callback == callback);

    /// <summary>The bucket with the subscriber in it, in the place of one with the same callback.</summary>
    public SubscriberBucket With(Subscriber subscriber) => this with
    {
        Subscribers =
        [
            .. Subscribers.Where(other => other.Callback != subscriber.Callback).Append(subscriber)
                .OrderBy(other => other.Callback, StringComparer.Ordinal),
        ],
    };

    /// <summary>The bucket without the callback; null when nobody is left in it.</summary>
    public SubscriberBucket? Without(string callback)
    {
        IReadOnlyList<Subscriber> left = [.. Subscribers.Where(other => other.Callback != callback)];
        return left.Count == 0 ? null : this with { Subscribers = left };
    }
}
