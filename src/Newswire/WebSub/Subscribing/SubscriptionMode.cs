namespace Newswire.WebSub.Subscribing;

/// <summary>What a subscriber wants (W3C WebSub §5.1, <c>hub.mode</c>).</summary>
public enum SubscriptionMode
{
    /// <summary>To be told of changes, or to be told for longer.</summary>
    Subscribe,

    /// <summary>To be told no more.</summary>
    Unsubscribe,
}
