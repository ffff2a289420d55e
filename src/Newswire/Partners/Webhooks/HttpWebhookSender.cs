using Newswire.Outbound;
using Newswire.Partners.Changes;

namespace Newswire.Partners.Webhooks;

/// <summary>Sends by HTTP as Standard Webhooks 1.0.0 has it ("Webhook headers").</summary>
public sealed class HttpWebhookSender(WebhookClient client, TimeProvider time) : IWebhookSender
{
    /// <inheritdoc/>
    public async Task<CallbackAnswer> SendAsync(
        Webhook webhook, WebhookDocument document, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new ReadOnlyMemoryContent(document.Bytes),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ChangesDocument.ContentType);
        var timestamp = WebhookSignature.Timestamp(time.GetUtcNow());
        request.Headers.TryAddWithoutValidation(WebhookSignature.IdHeader, document.Id);
        request.Headers.TryAddWithoutValidation(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.TryAddWithoutValidation(
            WebhookSignature.SignatureHeader,
            WebhookSignature.Of(webhook.Secrets, document.Id, timestamp, document.Bytes.Span));
        return await client.SendAsync(request, maxBodyBytes: 0, cancellationToken);
    }
}
