using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newswire.Http.Tests.WebSub;

namespace Newswire.Http.Tests.Partners.Webhooks;

/// <summary>A partner's check of what it gets, written from the specification (Standard Webhooks 1.0.0, "Verifying signatures").</summary>
internal sealed class StandardWebhook(string secret)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Whether the secret has signed the request, and not long ago.</summary>
    public bool Accepts(CallbackRequest request, DateTimeOffset now) => Accepts(
        request.Headers["webhook-id"], request.Headers["webhook-timestamp"], request.Headers["webhook-signature"], request.Body, now);

    public bool Accepts(string id, string timestamp, string signatures, byte[] body, DateTimeOffset now)
    {
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture));
        if ((now - sent).Duration() > Tolerance)
        {
            return false;
        }

        var key = Convert.FromBase64String(secret.Replace("whsec_", "", StringComparison.Ordinal));
        byte[] content = [.. Encoding.UTF8.GetBytes(id + "." + timestamp + "."), .. body];
        var expected = HMACSHA256.HashData(key, content);
        return signatures.Split(' ')
            .Where(signature => signature.StartsWith("v1,", StringComparison.Ordinal))
            .Any(signature => CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(signature["v1,".Length..]), expected));
    }
}
