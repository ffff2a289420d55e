namespace Newswire.WebPush.Subscriptions;

/// <summary>What came of a request to subscribe.</summary>
public abstract record SubscribeOutcome
{
    private SubscribeOutcome()
    {
    }

    /// <summary>The subscription is stored.</summary>
    /// <param name="Subscription">As it is stored.</param>
    /// <param name="IsNew">Whether the endpoint was not known before.</param>
    public sealed record Subscribed(PushSubscription Subscription, bool IsNew) : SubscribeOutcome;

    /// <summary>It names no favourites, and no earlier subscription has any that could stay.</summary>
    public sealed record NothingChosen : SubscribeOutcome;

    /// <summary>This process has taken as many new subscriptions as it does in a minute.</summary>
    /// <param name="RetryAfter">When it takes some again.</param>
    public sealed record Busy(TimeSpan RetryAfter) : SubscribeOutcome;

    /// <summary>There are as many subscriptions as are kept.</summary>
    public sealed record Full : SubscribeOutcome;
}
