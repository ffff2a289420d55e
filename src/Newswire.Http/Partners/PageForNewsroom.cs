using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Newswire.Http.Partners;

/// <summary>A page for people of the newsroom. Open to everybody, since it holds nothing before somebody brings a key.</summary>
/// <param name="page">The page.</param>
/// <param name="contentType">Its media type with the charset.</param>
/// <param name="policy">What it may do in a browser.</param>
internal sealed class PageForNewsroom(byte[] page, string contentType, string policy)
{
    private readonly EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(page).AsSpan(0, 16))}\"");

    /// <summary>
    /// <c>GET</c> and <c>HEAD</c>, with conditions. Always asked for anew: a page from a cache would not fit the API it asks.
    /// </summary>
    public IResult Get(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Bytes(page, contentType, entityTag: tag);
    }
}
