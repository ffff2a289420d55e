using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;

namespace Newswire.Http.Newsroom;

/// <summary>What every answer below <c>/newsroom</c> says of itself.</summary>
internal static class PageHeaders
{
    /// <summary>Sets the headers.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = OperationsFrame.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["X-Robots-Tag"] = "noindex";

        // Not "no-referrer": that makes browsers send "Origin: null" with our own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
