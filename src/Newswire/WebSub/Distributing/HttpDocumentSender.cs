using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Outbound;

namespace Newswire.WebSub.Distributing;

/// <summary>Distributes content as W3C WebSub §7 has it: the full document in a POST to the callback.</summary>
public sealed class HttpDocumentSender(HubClient client, HubOptions options, Publication publication) : IDocumentSender
{
    /// <inheritdoc/>
    public async Task<CallbackAnswer> SendAsync(
        Subscriber subscriber, Topic topic, TopicContent content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, subscriber.Callback)
        {
            Content = new ReadOnlyMemoryContent(content.Bytes),
        };

        // Word for word as the document is served: the parser of such headers would write them in its own way.
        request.Content.Headers.TryAddWithoutValidation("Content-Type", content.ContentType);
        request.Headers.TryAddWithoutValidation("Link", Links(topic));
        if (subscriber.Secret is { } secret)
        {
            request.Headers.TryAddWithoutValidation(
                DocumentSignature.Header, DocumentSignature.Of(options.SignatureMethod, secret, content.Bytes.Span));
        }

        return await client.SendAsync(request, maxBodyBytes: 0, cancellationToken);
    }

    private string Links(Topic topic) => string.Join(", ",
    [
        .. FeedAddresses.Hubs(publication).Select(hub => $"<{hub}>; rel=\"hub\""),
        $"<{topic.Url(publication)}>; rel=\"self\"",
    ]);
}
