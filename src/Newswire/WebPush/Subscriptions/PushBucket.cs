namespace Newswire.WebPush.Subscriptions;

/// <summary>The push subscriptions that share an object.</summary>
/// <param name="Subscriptions">In the order of their endpoints; each endpoint once.</param>
public sealed record PushBucket(IReadOnlyList<PushSubscription> Subscriptions)
{
    /// <summary>How many buckets there are.</summary>
    public const int Count = 64;

    /// <summary>How many subscriptions a bucket takes: 1.28 million in all, some 20 MB an object.</summary>
    public const int MaxSubscriptions = 20_000;

    /// <summary>When somebody will look at the bucket again, as far as a message has been sent for it; null for never.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>The subscription with the endpoint; null when there is none.</summary>
    public PushSubscription? Find(string endpoint) =>
        Subscriptions.FirstOrDefault(subscription => subscription.Endpoint == endpoint);

    /// <summary>The bucket with the subscription in it, in the place of one with the same endpoint.</summary>
    public PushBucket With(PushSubscription subscription) => this with
    {
        Subscriptions =
        [
            .. Subscriptions.Where(other => other.Endpoint != subscription.Endpoint).Append(subscription)
                .OrderBy(other => other.Endpoint, StringComparer.Ordinal),
        ],
    };

    /// <summary>
    /// The bucket after something was done with each subscription; one that became null is gone. The same object when all
    /// came back as they went in, null when nobody is left.
    /// </summary>
    public PushBucket? Each(Func<PushSubscription, PushSubscription?> change)
    {
        List<PushSubscription> after = new(Subscriptions.Count);
        var isSame = true;
        foreach (var before in Subscriptions)
        {
            var changed = change(before);
            isSame &= ReferenceEquals(before, changed);
            if (changed is not null)
            {
                after.Add(changed);
            }
        }

        return isSame ? this : after.Count == 0 ? null : this with { Subscriptions = after };
    }

    /// <summary>The bucket without the endpoint; null when nobody is left in it.</summary>
    public PushBucket? Without(string endpoint) =>
        Each(subscription => subscription.Endpoint == endpoint ? null : subscription);
}
