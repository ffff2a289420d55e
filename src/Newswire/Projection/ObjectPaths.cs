using System.Globalization;
using Newswire.Catalog;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Where the projection keeps what it derives.</summary>
public static class ObjectPaths
{
    /// <summary>The cursor.</summary>
    public static readonly ObjectPath Cursor = new(Containers.Projection, "cursor.json");

    /// <summary>The list of feeds.</summary>
    public static readonly ObjectPath FeedList = new(Containers.FeedsState, "feeds.json");

    /// <summary>The definitions of feeds that are in force.</summary>
    public static readonly ObjectPath Definitions = new(Containers.FeedsState, "definitions.json");

    /// <summary>The home page.</summary>
    public static readonly ObjectPath HomePage = new(Containers.Public, "index.html");

    /// <summary>The list of feeds for feed readers.</summary>
    public static readonly ObjectPath Opml = new(Containers.Public, "opml.xml");

    /// <summary>What crawlers may read.</summary>
    public static readonly ObjectPath Robots = new(Containers.Public, "robots.txt");

    /// <summary>The index of the sitemaps.</summary>
    public static readonly ObjectPath SitemapIndex = new(Containers.Public, "sitemap.xml");

    /// <summary>What the pages are to a home screen.</summary>
    public static readonly ObjectPath Manifest = new(Containers.Public, "manifest.webmanifest");

    /// <summary>What a browser shows raw feeds with.</summary>
    public static readonly ObjectPath StyleSheet = new(Containers.Public, "feeds/style.css");

    /// <summary>A catalog line that could not be read.</summary>
    public static ObjectPath Rejected(Position position) => new(
        Containers.CatalogRejected, string.Create(CultureInfo.InvariantCulture, $"{position.Page:D10}-{position.Offset:D12}"));

    /// <summary>The current view of an article.</summary>
    public static ObjectPath View(string articleId) => new(Containers.Articles, articleId + ".json");

    /// <summary>The upper level of a feed's index.</summary>
    public static ObjectPath Directory(string feed) => IndexLocation.Entries(feed).Directory;

    /// <summary>A page of a feed's index.</summary>
    public static ObjectPath Page(string feed, string page) => IndexLocation.Entries(feed).Page(page);

    /// <summary>A subscription document.</summary>
    public static ObjectPath Document(ReadOnlySpan<char> feed, ReadOnlySpan<char> extension) =>
        new(Containers.Public, $"feeds/{feed}.{extension}");

    /// <summary>An archive document of a feed (RFC 5005 §4).</summary>
    public static ObjectPath Archive(string feed, string page, string extension) =>
        new(Containers.Public, $"feeds/{feed}/archive/{page}.{extension}");

    /// <summary>A Google News sitemap; counted from 1.</summary>
    public static ObjectPath NewsSitemap(int number) =>
        new(Containers.Public, string.Create(CultureInfo.InvariantCulture, $"sitemaps/news-{number}.xml"));

    /// <summary>The feed whose subscription document or page for people it is; null when it is none.</summary>
    internal static string? FeedOf(ObjectPath path)
    {
        if (path.Container != Containers.Public
            || path == StyleSheet
            || !path.Name.StartsWith("feeds/", StringComparison.Ordinal)
            || path.Name.Contains("/archive/", StringComparison.Ordinal))
        {
            return null;
        }

        var name = path.Name["feeds/".Length..];
        return name[..name.LastIndexOf('.')];
    }

    /// <summary>Whether it is a Google News sitemap.</summary>
    internal static bool IsSitemap(ObjectPath path) =>
        path.Container == Containers.Public && path.Name.StartsWith("sitemaps/", StringComparison.Ordinal);

    /// <summary>Whether it is a document of the feed.</summary>
    internal static bool IsOf(ObjectPath path, string feed) =>
        path.Container == Containers.Public
        && (path.Name.StartsWith($"feeds/{feed}.", StringComparison.Ordinal)
            || path.Name.StartsWith($"feeds/{feed}/archive/", StringComparison.Ordinal));
}
