using Microsoft.AspNetCore.Http;

namespace Newswire.Http;

/// <summary>The key that a request carries as <c>Authorization: Bearer</c> (RFC 6750 §2.1).</summary>
internal static class BearerKey
{
    private const string Scheme = "Bearer ";
    private const int MaxLength = 256;

    /// <summary>
    /// The key as it was sent; null when there is none, or two. Empty, which is nobody's key, when it is longer than any:
    /// a stranger's text is not worth hashing.
    /// </summary>
    public static string? Find(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var key = value[Scheme.Length..].Trim();
        return key.Length <= MaxLength ? key : "";
    }
}
