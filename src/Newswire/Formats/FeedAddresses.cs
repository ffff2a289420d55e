using System.Globalization;
using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>The addresses of a feed's documents.</summary>
public static class FeedAddresses
{
    /// <summary>The file extension of a feed's page for people.</summary>
    public const string PageExtension = "html";

    /// <summary>The path of the style sheet that raw XML is shown with.</summary>
    public const string StyleSheetPath = "/feeds/style.css";

    /// <summary>The path of the list of feeds for feed readers.</summary>
    public const string OpmlPath = "/opml.xml";

    /// <summary>The path of Newswire's own WebSub hub.</summary>
    public const string HubPath = "/hub";

    /// <summary>The path of the index of sitemaps.</summary>
    public const string SitemapIndexPath = "/sitemap.xml";

    /// <summary>The path below the host, percent-encoded: <c>/feeds/topics/uk-news.atom</c>.</summary>
    public static string Path(string feed, string extension) =>
        "/feeds/" + string.Join('/', feed.Split('/').Select(Uri.EscapeDataString)) + "." + extension;

    /// <summary>The path of an archive document: <c>/feeds/topics/uk-news/archive/oldest.atom</c>.</summary>
    public static string ArchivePath(string feed, string page, string extension) =>
        Path($"{feed}/archive/{page}", extension);

    /// <summary>The path of a Google News sitemap; counted from 1.</summary>
    public static string NewsSitemapPath(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/sitemaps/news-{number}.xml");

    /// <summary>The absolute URL.</summary>
    public static string Url(Publication publication, string feed, string extension) =>
        Absolute(publication, Path(feed, extension));

    /// <summary>The absolute URL of an archive document.</summary>
    public static string ArchiveUrl(Publication publication, string feed, string page, string extension) =>
        Absolute(publication, ArchivePath(feed, page, extension));

    /// <summary>The absolute URL of the document that <paramref name="head"/> belongs to.</summary>
    public static string Self(FeedHead head, string extension) =>
        head.Additions is { Self: var self } ? self
        : head.Page is { } page ? ArchiveUrl(head.Publication, head.Name, page, extension)
        : Url(head.Publication, head.Name, extension);

    /// <summary>The absolute URL of a path of this surface.</summary>
    public static string Absolute(Publication publication, string path) => publication.BaseUrl.TrimEnd('/') + path;

    /// <summary>The hubs that tell of changes, absolute URLs, Newswire's own first (W3C WebSub §4).</summary>
    public static IReadOnlyList<string> Hubs(Publication publication) =>
        [.. publication.OwnHub ? [Absolute(publication, HubPath)] : Array.Empty<string>(), .. publication.OutsideHubs];

    /// <summary>The publication's own site.</summary>
    public static string Site(Publication publication) => publication.SiteUrl ?? publication.BaseUrl.TrimEnd('/') + "/";
}
