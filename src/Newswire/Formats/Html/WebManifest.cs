using System.Text.Json;
using Newswire.Feeds;

namespace Newswire.Formats.Html;

/// <summary>
/// The web app manifest (W3C), <c>/manifest.webmanifest</c>: makes the pages an app of their own once a reader adds them
/// to a home screen. On iPhone and iPad only such an app may show notifications. Pure.
/// </summary>
/// <remarks>No icons: a publication's logo is twice as wide as high, and systems that get no square draw a letter.</remarks>
public static class WebManifest
{
    /// <summary>The path below the base URL.</summary>
    public const string Path = "/manifest.webmanifest";

    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "application/manifest+json; charset=utf-8";

    /// <summary>The document as UTF-8. Its addresses are relative to its own, as those of the pages are.</summary>
    public static byte[] Write(Publication publication) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = publication.Title,
            ["description"] = publication.Description,
            ["lang"] = publication.Language,
            ["dir"] = "auto",
            ["start_url"] = "./",
            ["scope"] = "./",
            ["display"] = "standalone",
        });
}
