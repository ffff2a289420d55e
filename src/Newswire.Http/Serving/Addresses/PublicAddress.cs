using System.Globalization;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving.Addresses;

/// <summary>
/// What a path asks for, read with good will: case, empty segments and slashes sent as <c>%2F</c> do not matter. Whether
/// there is such a thing is not looked at.
/// </summary>
internal abstract record PublicAddress
{
    /// <summary>The longest path that is read. No document's is as long (names in storage end at 1,024 characters).</summary>
    public const int MaxLength = 500;

    private const string FeedsFolder = "feeds";
    private const string ArchiveFolder = "archive";
    private const string SitemapBegin = "sitemaps/news-";
    private const string SitemapEnd = ".xml";

    private static readonly Dictionary<string, ObjectPath> ByPath = new[]
    {
        ObjectPaths.HomePage, ObjectPaths.Opml, ObjectPaths.Robots, ObjectPaths.SitemapIndex, ObjectPaths.Manifest,
        ObjectPaths.StyleSheet,
    }.ToDictionary(document => PublicPath.Of(document)[1..], StringComparer.Ordinal);

    private PublicAddress()
    {
    }

    /// <summary>Reads a path, percent-decoded; null when nothing public can have it, however it is meant.</summary>
    public static PublicAddress? Parse(string path)
    {
        if (path.Length > MaxLength || path.Any(char.IsControl))
        {
            return null;
        }

        var segments = path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)
            .Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('/', segments).ToLowerInvariant();
        return ByPath.TryGetValue(name, out var document) ? new Single(document)
            : name.StartsWith(SitemapBegin, StringComparison.Ordinal) ? ParseSitemap(name)
            : segments.Length > 1 && segments[0].Equals(FeedsFolder, StringComparison.OrdinalIgnoreCase) ? ParseFeed(segments.AsSpan(1))
            : null;
    }

    private static NewsSitemap? ParseSitemap(string name) =>
        name.EndsWith(SitemapEnd, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(SitemapBegin.Length..^SitemapEnd.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new NewsSitemap(number)
            : null;

    private static OfFeed? ParseFeed(ReadOnlySpan<string> segments)
    {
        var last = segments[^1];
        var dot = last.LastIndexOf('.');
        var (stem, extension) = dot < 0 ? (last, null) : (last[..dot], last[(dot + 1)..].ToLowerInvariant());
        if (stem.Length == 0)
        {
            return null;
        }

        // No feed is called so that this is in doubt (FeedName.IsValid).
        var isArchive = segments.Length > 2 && segments[^2].Equals(ArchiveFolder, StringComparison.OrdinalIgnoreCase);
        return !isArchive ? new OfFeed(string.Join('/', [.. segments[..^1], stem]), Page: null, extension)
            : PageNames.Normalize(stem) is { } page ? new OfFeed(string.Join('/', segments[..^2]!), page, extension)
            : null;
    }

    /// <summary>A document of which there is one, such as the home page.</summary>
    public sealed record Single(ObjectPath Path) : PublicAddress;

    /// <summary>A Google News sitemap.</summary>
    public sealed record NewsSitemap(int Number) : PublicAddress;

    /// <summary>A document of a feed.</summary>
    /// <param name="Feed">The feed's name as it was sent.</param>
    /// <param name="Page">The archive page; null for the subscription document.</param>
    /// <param name="Extension">The format in lower case; null when none was sent.</param>
    public sealed record OfFeed(string Feed, string? Page, string? Extension) : PublicAddress;
}
