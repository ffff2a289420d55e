using System.Security.Cryptography;
using System.Text;

namespace Newswire.WebSub.Distributing;

/// <summary>What lets a subscriber know that a document comes from the hub it has given its secret to (W3C WebSub §7.1).</summary>
internal static class DocumentSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Hub-Signature";

    /// <summary>The value of the header: <c>sha256=…</c>, the HMAC of the body in hexadecimal digits.</summary>
    /// <param name="method">A method that W3C WebSub §7.1 registers and that is still sound.</param>
    /// <param name="secret">The subscriber's; its UTF-8 bytes are the key.</param>
    /// <param name="body">The document.</param>
    public static string Of(string method, string secret, ReadOnlySpan<byte> body)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var hash = method switch
        {
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Signs with sha256, sha384 or sha512."),
        };
        return $"{method}={Convert.ToHexStringLower(hash)}";
    }
}
