using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Keys;

/// <summary>
/// How keys are made and recognised: 256 random bits, shown once; storage holds their SHA-256 (a random key needs no slow
/// hash).
/// </summary>
internal static class SecretKey
{
    /// <summary>A new key.</summary>
    /// <param name="prefix">What it begins with, so that scanners for leaked secrets can find it.</param>
    public static string Make(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of a key: SHA-256, lower-case hexadecimal.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>What people name a key by: the first eight hexadecimal digits of its hash.</summary>
    public static string Id(string hash) => hash[..8];
}
