using System.Globalization;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// What <see cref="Storage.QueueNames.WebhookDeliver"/> and <see cref="Storage.QueueNames.WebhookRetry"/> carry: a partner
/// that may have something to be told. Whoever receives it finds out whether it has.
/// </summary>
/// <param name="Partner">The partner.</param>
public sealed record WebhookMessage(string Partner)
{
    /// <summary>The moment it was sent for, a <see cref="Webhook.NextAttempt"/>; null when it is for none.</summary>
    public DateTimeOffset? Wake { get; init; }

    /// <summary>The text of the message: the partner and, if there is one, the moment, each on a line of its own.</summary>
    public override string ToString() =>
        Wake is { } wake ? string.Create(CultureInfo.InvariantCulture, $"{Partner}\n{wake:O}") : Partner;

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    public static WebhookMessage Parse(string text)
    {
        var lines = text.Split('\n');
        return new WebhookMessage(lines[0])
        {
            Wake = lines.Length > 1
                ? DateTimeOffset.ParseExact(lines[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.None)
                : null,
        };
    }
}
