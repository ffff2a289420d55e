using Microsoft.AspNetCore.Http;
using Newswire.Formats;

namespace Newswire.Http.Serving;

/// <summary>A feed for a person who opens its address in a browser: the same bytes, as XML that the style sheet is applied to.</summary>
/// <remarks>
/// Only a browser that navigates says so (W3C Fetch Metadata). The answer is for that browser alone, so that shared
/// caches keep one form, in the feed's own media type, and need not vary by anything but the coding.
/// </remarks>
internal static class RawFeed
{
    public const string CacheControl = "private, max-age=10";

    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    /// <summary>Whether the request is a person's, for a document that browsers would show as plain text.</summary>
    public static bool IsWanted(IHeaderDictionary headers, Document document) =>
        document.Kind is DocumentKind.Feed or DocumentKind.Archive
        && headers.TryGetValue("Sec-Fetch-Dest", out var destination)
        && destination == "document"
        && document.ContentType.Contains("+xml", StringComparison.Ordinal);

    /// <summary>Says of the answer what is otherwise.</summary>
    public static void Describe(HttpResponse response)
    {
        response.ContentType = FeedStyleSheet.FeedContentTypeForBrowsers;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
    }
}
