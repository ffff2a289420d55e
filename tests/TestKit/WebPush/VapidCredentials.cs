using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Newswire.TestKit.WebPush;

/// <summary>What a push service reads in <c>Authorization</c> (RFC 8292 §3), after it has verified the signature.</summary>
/// <param name="Audience">For which service.</param>
/// <param name="Expires">Until when.</param>
/// <param name="Contact">From whom; null when it does not say.</param>
/// <param name="PublicKey">Signed with which key.</param>
public sealed partial record VapidCredentials(string Audience, DateTimeOffset Expires, string? Contact, string PublicKey)
{
    /// <summary>The credentials; null when the text is none, or somebody else's signature.</summary>
    public static VapidCredentials? Verify(string authorization)
    {
        var match = Form().Match(authorization);
        if (!match.Success)
        {
            return null;
        }

        var key = match.Groups["key"].Value;
        var point = Base64Url.DecodeFromChars(key);
        using var verifier = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(match.Groups["header"].Value));
        if (header.RootElement.GetProperty("alg").GetString() != "ES256"
            || !verifier.VerifyData(
                Encoding.ASCII.GetBytes(match.Groups["signed"].Value),
                Base64Url.DecodeFromChars(match.Groups["signature"].Value),
                HashAlgorithmName.SHA256))
        {
            return null;
        }

        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(match.Groups["claims"].Value));
        return new VapidCredentials(
            claims.RootElement.GetProperty("aud").GetString()!,
            DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64()),
            claims.RootElement.TryGetProperty("sub", out var contact) ? contact.GetString() : null,
            key);
    }

    [GeneratedRegex(
        "^vapid t=(?<signed>(?<header>[A-Za-z0-9_-]+)\\.(?<claims>[A-Za-z0-9_-]+))\\.(?<signature>[A-Za-z0-9_-]{86}), ?k=(?<key>[A-Za-z0-9_-]{87})$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
