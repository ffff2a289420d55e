namespace Newswire.Partners.Webhooks;

/// <summary>What came of bringing changes to a partner.</summary>
public enum WebhookOutcome
{
    /// <summary>They were taken: any status of success. What there is nothing to tell of counts as taken.</summary>
    Delivered,

    /// <summary>They were not taken, or nobody answered. A redirect is no success either, and is not followed.</summary>
    Failed,

    /// <summary>The partner wants no more (410).</summary>
    Gone,

    /// <summary>Nothing was sent: storage did not answer, the time was over, or the process stops.</summary>
    NotTried,
}
