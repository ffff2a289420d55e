using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Newswire.Feeds;
using Newswire.Formats.Html.Usage;

namespace Newswire.Http.Partners;

/// <summary>The page on which people of the newsroom see what partners take. Open to everybody, since it holds nothing.</summary>
public sealed class UsagePageApi
{
    private readonly byte[] page;
    private readonly EntityTagHeaderValue tag;

    internal UsagePageApi(Publication publication)
    {
        page = UsagePage.Write(publication);
        tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page).AsSpan(0, 16))}\"");
    }

    /// <summary>
    /// <c>GET</c> and <c>HEAD</c>, with conditions. Always asked for anew: a page from a cache would not fit the API it asks.
    /// </summary>
    public IResult Get(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = UsagePage.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Bytes(page, UsagePage.ContentType, entityTag: tag);
    }
}
