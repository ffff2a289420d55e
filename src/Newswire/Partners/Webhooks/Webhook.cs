using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>Where a partner is told of changes, what signs that, and how far it has come.</summary>
/// <param name="Url">Where deliveries go, an absolute URL. Whoever knows it could fake them: never shown or logged.</param>
/// <param name="Set">When the newsroom last said so; by that a webhook is known from an earlier one.</param>
/// <param name="Secrets">What signs, the newest first: one, or two while the partner changes from one to the other.</param>
public sealed record Webhook(string Url, DateTimeOffset Set, IReadOnlyList<WebhookSecret> Secrets)
{
    /// <summary>What was told up to here; null when nothing was, because the stream was not there yet.</summary>
    public ChangeCursor? Cursor { get; init; }

    /// <summary>As far as was tried last without success; null when the last delivery succeeded.</summary>
    public ChangeCursor? Tried { get; init; }

    /// <summary>Since when something is not told that was tried to be; null when everything is.</summary>
    public DateTimeOffset? PendingSince { get; init; }

    /// <summary>Failed deliveries since the last that succeeded.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the last delivery took so long that others should not wait for the next one.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Not before this is it tried again.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The moment for which a message waits in the queue; null when none does.</summary>
    public DateTimeOffset? Wake { get; init; }

    /// <summary>Somebody is delivering until this moment at the latest; null when nobody is.</summary>
    public DateTimeOffset? InFlightUntil { get; init; }

    /// <summary>When a delivery last succeeded; null when none has.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When a delivery last failed; null when none has.</summary>
    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>What was answered last; null when nothing was.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Since when the partner wants no more deliveries (410); null while it does.</summary>
    public DateTimeOffset? Disabled { get; init; }

    /// <summary>What was given up, the newest last.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters { get; init => field = value ?? []; } = [];

    /// <summary>Neither the secrets nor the address are for people to see.</summary>
    public override string ToString() => $"webhook on {WebhookAddress.HostOf(Url)}";
}
