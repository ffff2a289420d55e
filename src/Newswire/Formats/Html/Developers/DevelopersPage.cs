using System.Text.Json.Nodes;
using Newswire.Feeds;

namespace Newswire.Formats.Html.Developers;

/// <summary>The surface described for people, <c>/developers</c>: an OpenAPI document as a page without a script. Pure.</summary>
public static class DevelopersPage
{
    /// <summary>The path below the base URL.</summary>
    public const string Path = "/developers";

    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The value of the header <c>Content-Security-Policy</c>.</summary>
    public static string ContentSecurityPolicy => "default-src 'none'";

    /// <summary>The page as UTF-8, to be sent with <see cref="ContentSecurityPolicy"/>.</summary>
    public static byte[] Write(Publication publication, JsonObject document) => [.. "x"u8];
}
