using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// What lets a partner know that a delivery comes from us, is whole and is not an old one sent again (Standard Webhooks
/// 1.0.0, https://www.standardwebhooks.com, "Verifying webhook authenticity").
/// </summary>
internal static class WebhookSignature
{
    /// <summary>Names the delivery: the same id is the same content, so who has it already may pass over it.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>When the delivery was sent, in seconds since 1970; a partner refuses what is minutes old.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The signatures, one with each secret that is good, apart by spaces.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>The value of <see cref="TimestampHeader"/>.</summary>
    public static string Timestamp(DateTimeOffset sent) =>
        sent.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The value of <see cref="SignatureHeader"/>: <c>v1,</c> and the Base64 of the HMAC-SHA256 of
    /// <c>{id}.{timestamp}.{body}</c>.
    /// </summary>
    /// <param name="secrets">The secrets.</param>
    /// <param name="id">The id; without a full stop, which would let two contents look alike.</param>
    /// <param name="timestamp">See <see cref="Timestamp"/>.</param>
    /// <param name="body">The bytes that are sent.</param>
    public static string Of(IEnumerable<WebhookSecret> secrets, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        List<string> signatures = [];
        foreach (var secret in secrets)
        {
            using var hmac = IncrementalHash.CreateHMAC(
                HashAlgorithmName.SHA256, Convert.FromBase64String(secret.Text[WebhookSecret.Prefix.Length..]));
            hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
            hmac.AppendData(body);
            signatures.Add("v1," + Convert.ToBase64String(hmac.GetHashAndReset()));
        }

        return string.Join(' ', signatures);
    }
}
