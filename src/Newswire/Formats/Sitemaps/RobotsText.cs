using System.Text;
using Newswire.Feeds;

namespace Newswire.Formats.Sitemaps;

/// <summary>What crawlers may read (RFC 9309): everything but the API; and where the sitemaps are. Pure.</summary>
/// <remarks>
/// Crawlers ask for it at the root of a host only. Where <see cref="Publication.BaseUrl"/> has a path, its lines belong
/// into the <c>robots.txt</c> of that host; the paths in it are from the root for that reason.
/// </remarks>
public static class RobotsText
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "text/plain; charset=utf-8";

    /// <summary>The file as UTF-8.</summary>
    /// <exception cref="UriFormatException"><see cref="Publication.BaseUrl"/> is not an absolute URL.</exception>
    public static byte[] Write(Publication publication)
    {
        var api = new Uri(FeedAddresses.Absolute(publication, "/api/"));
        var sitemap = new Uri(FeedAddresses.Absolute(publication, FeedAddresses.SitemapIndexPath));
        return Encoding.UTF8.GetBytes($"""
            User-agent: *
            Disallow: {api.AbsolutePath}

            Sitemap: {sitemap.AbsoluteUri}

            """);
    }
}
