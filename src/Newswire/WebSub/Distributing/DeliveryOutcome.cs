namespace Newswire.WebSub.Distributing;

/// <summary>What came of bringing a document to a subscriber.</summary>
public enum DeliveryOutcome
{
    /// <summary>It was taken: any status of success (W3C WebSub §7).</summary>
    Delivered,

    /// <summary>It was not taken, or nobody answered. A redirect is no success either, and is not followed.</summary>
    Failed,

    /// <summary>The callback is gone for good (410), and the subscription ends (W3C WebSub §7).</summary>
    Gone,

    /// <summary>There was no place for it in time; nothing was sent.</summary>
    NotTried,
}
