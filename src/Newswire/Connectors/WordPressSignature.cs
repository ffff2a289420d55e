using System.Security.Cryptography;
using System.Text;

namespace Newswire.Connectors;

/// <summary>
/// The signature of the plugin WP Webhooks: <c>X-WP-Webhook-Signature</c>, the Base64 of an HMAC-SHA256 over the body. It names no time:
/// an event that is sent again is older than what came since, and changes nothing.
/// </summary>
public static class WordPressSignature
{
    /// <summary>The name of the header.</summary>
    public const string Header = "X-WP-Webhook-Signature";

    private const int MaxLength = 200;

    /// <summary>Whether the header signs the body with the secret. Takes the same time for every wrong signature.</summary>
    public static bool IsGood(ReadOnlySpan<byte> body, string? header, string secret)
    {
        if (header is null or { Length: > MaxLength })
        {
            return false;
        }

        var right = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.UTF8.GetBytes(header));
    }
}
