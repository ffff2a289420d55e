using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Newswire.WebPush;

/// <summary>The signed statement by which a push service knows the publication (RFC 8292 §2): a JSON Web Token.</summary>
internal static class VapidToken
{
    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8);

    /// <summary>Makes a token in the compact form of RFC 7515 §7.1.</summary>
    /// <param name="key">Signs.</param>
    /// <param name="audience">The origin of the push service.</param>
    /// <param name="expires">When it ends; services refuse one that is valid for more than 24 hours.</param>
    /// <param name="contact">A <c>mailto:</c> or https address; null for none.</param>
    public static string Sign(VapidKey key, string audience, DateTimeOffset expires, string? contact)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(Claims(audience, expires, contact))}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static ReadOnlySpan<byte> Claims(string audience, DateTimeOffset expires, string? contact)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("aud", audience);
            writer.WriteNumber("exp", expires.ToUnixTimeSeconds());
            if (contact is not null)
            {
                writer.WriteString("sub", contact);
            }

            writer.WriteEndObject();
        }

        return json.WrittenSpan;
    }
}
