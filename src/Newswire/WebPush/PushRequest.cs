using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Newswire.WebPush;

/// <summary>The request that hands a message to a push service (RFC 8030 §5, RFC 8291 §4, RFC 8292 §3).</summary>
internal static class PushRequest
{
    /// <summary>Encrypts the message and puts it into a request.</summary>
    public static HttpRequestMessage Create(PushReceiver receiver, PushMessage message, string authorization)
    {
        var content = new ByteArrayContent(PushEncryption.Encrypt(message.Payload.Span, receiver));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentEncoding.Add(Aes128Gcm.Name);

        // Said here because a client's own default counts only for requests the client makes itself.
        var request = new HttpRequestMessage(HttpMethod.Post, receiver.Endpoint)
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("TTL", ((long)message.Ttl.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("Urgency", Name(message.Urgency));
        if (message.Topic is { } topic)
        {
            request.Headers.TryAddWithoutValidation("Topic", topic);
        }

        return request;
    }

    private static string Name(PushUrgency urgency) => urgency switch
    {
        PushUrgency.VeryLow => "very-low",
        PushUrgency.Low => "low",
        PushUrgency.High => "high",
        _ => "normal",
    };
}
