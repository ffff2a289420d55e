using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Connectors;

/// <summary>
/// The signature of Ghost's webhooks: <c>X-Ghost-Signature: sha256=HEX, t=MILLISECONDS</c>, an HMAC over the body and the digits of
/// the time behind it (Ghost, <c>webhook-trigger.js</c>).
/// </summary>
public static class GhostSignature
{
    /// <summary>The name of the header.</summary>
    public const string Header = "X-Ghost-Signature";

    /// <summary>How far the time in the signature may lie from ours: what was caught on the way is worth nothing afterwards.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int MaxLength = 200;

    /// <summary>Whether the header signs the body with the secret, now. Takes the same time for every wrong signature.</summary>
    public static bool IsGood(ReadOnlySpan<byte> body, string? header, string secret, DateTimeOffset now)
    {
        if (header is null or { Length: > MaxLength })
        {
            return false;
        }

        var parts = header.Split(',', StringSplitOptions.TrimEntries);
        var sent = Value(parts, "sha256=");
        var time = Value(parts, "t=");
        if (sent?.Length != 2 * SHA256.HashSizeInBytes
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || Math.Abs((double)milliseconds - now.ToUnixTimeMilliseconds()) > Window.TotalMilliseconds)
        {
            return false;
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(body);
        hmac.AppendData(Encoding.ASCII.GetBytes(time!));
        var right = Convert.ToHexStringLower(hmac.GetHashAndReset());
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.UTF8.GetBytes(sent));
    }

    private static string? Value(string[] parts, string name) =>
        Array.Find(parts, part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
