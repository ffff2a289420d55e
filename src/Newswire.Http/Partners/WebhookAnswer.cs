using Newswire.Partners.Webhooks;

namespace Newswire.Http.Partners;

/// <summary>A partner's webhook as the newsroom sees it: neither the address beyond its host nor a secret.</summary>
/// <param name="Host">The host that is sent to.</param>
/// <param name="Cursor">What the partner was told up to, as the stream takes it for <c>after</c>; left out for nothing.</param>
/// <param name="IsPending">Whether there is something that it was not told of.</param>
/// <param name="PendingSince">Since when something is tried to be told; left out when nothing is.</param>
/// <param name="Failures">Failed deliveries since the last that succeeded.</param>
/// <param name="NextAttempt">Not before this is it tried again; left out when nothing stands in the way.</param>
/// <param name="LastSuccess">When a delivery last succeeded; left out when none has.</param>
/// <param name="LastFailure">When a delivery last failed; left out when none has.</param>
/// <param name="LastStatus">What was answered last; left out when nothing was.</param>
/// <param name="Disabled">Since when the partner wants no more (410); left out while it does.</param>
/// <param name="Secrets">What signs, the newest first.</param>
/// <param name="DeadLetters">What was given up, the newest first.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
internal sealed record WebhookAnswer(
    string Host,
    string? Cursor,
    bool IsPending,
    DateTimeOffset? PendingSince,
    int Failures,
    DateTimeOffset? NextAttempt,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? LastFailure,
    int? LastStatus,
    DateTimeOffset? Disabled,
    IReadOnlyList<WebhookSecretAnswer> Secrets,
    IReadOnlyList<DeadLetterAnswer> DeadLetters,
    IReadOnlyList<string>? Ignored)
{
    public static WebhookAnswer Of(
        string partner, Webhook webhook, bool isPending, IReadOnlyList<string>? ignored = null) => new(
        new Uri(webhook.Url).IdnHost,
        webhook.Cursor?.ToText(partner),
        isPending,
        webhook.PendingSince,
        webhook.Failures,
        webhook.NextAttempt,
        webhook.LastSuccess,
        webhook.LastFailure,
        webhook.LastStatus,
        webhook.Disabled,
        [.. webhook.Secrets.Select(WebhookSecretAnswer.Of)],
        [.. webhook.DeadLetters.Reverse().Select(letter => DeadLetterAnswer.Of(partner, letter))],
        ignored is { Count: > 0 } ? ignored : null);
}
