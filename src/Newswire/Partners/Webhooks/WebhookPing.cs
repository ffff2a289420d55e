using Newswire.Outbound;
using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// A delivery without changes, to see whether it arrives. It says nothing, so it may come at any time, and nothing follows
/// from what is answered.
/// </summary>
public sealed class WebhookPing(WebhookRecords webhooks, WebhookNews news, IWebhookSender sender, TimeProvider time)
{
    /// <summary>Sends it once, also where the partner wanted no more.</summary>
    /// <returns>What came of it; null when the partner has no webhook, or no stream yet.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<CallbackAnswer?> SendAsync(string partner, CancellationToken cancellationToken) =>
        await webhooks.FindAsync(partner, cancellationToken) is { } webhook
        && (webhook.Cursor ?? await news.EndAsync(partner, cancellationToken)) is { } cursor
            ? await sender.SendAsync(webhook, WebhookNews.Empty(partner, cursor, time.GetUtcNow()), cancellationToken)
            : null;
}
