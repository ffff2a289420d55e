using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Newswire.Articles;
using Newswire.Formats;

namespace Newswire.Projection;

/// <summary>Short names for contents: equal content, equal name. 128 bits of SHA-256 as base64url.</summary>
internal static class Fingerprint
{
    public static string Of(Article article) => Of(JsonSerializer.SerializeToUtf8Bytes(article, StateJson.Compact.Article));

    public static string Of(Entry entry) => Of(JsonSerializer.SerializeToUtf8Bytes(entry, StateJson.Compact.Entry));

    public static string Of(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16));
}
