using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>What came of bringing changes to a partner, and when.</summary>
/// <param name="Claimed">The webhook as it was marked for it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Ended">When it was over.</param>
internal sealed record WebhookResult(Webhook Claimed, WebhookOutcome Outcome, DateTimeOffset Ended)
{
    /// <summary>As far as it told; null when nothing was sent.</summary>
    public ChangeCursor? Until { get; init; }

    /// <summary>The status of the answer; null when there was none, or nothing was sent.</summary>
    public int? Status { get; init; }

    /// <summary>Whether something was sent: there may be nothing to tell behind a cursor.</summary>
    public bool WasSent { get; init; }

    /// <summary>Whether it took longer than others should wait for.</summary>
    public bool IsSlow { get; init; }

    /// <summary>For how long the partner wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
