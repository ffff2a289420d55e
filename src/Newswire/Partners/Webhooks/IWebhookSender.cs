using Newswire.Outbound;

namespace Newswire.Partners.Webhooks;

/// <summary>Brings a document to a partner.</summary>
public interface IWebhookSender
{
    /// <summary>Sends the document once, signed, within <see cref="WebhookOptions.MaxTime"/>.</summary>
    /// <param name="webhook">Where to.</param>
    /// <param name="document">What.</param>
    /// <param name="cancellationToken">Cancels, with an exception.</param>
    Task<CallbackAnswer> SendAsync(Webhook webhook, WebhookDocument document, CancellationToken cancellationToken);
}
