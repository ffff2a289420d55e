using Newswire.Feeds;

namespace Newswire.Formats.Sitemaps;

/// <summary>The index of the sitemaps, <c>/sitemap.xml</c> (sitemaps.org 0.9). Pure.</summary>
public static class SitemapIndex
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = NewsSitemap.ContentType;

    /// <summary>The index as UTF-8.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="newsSitemaps">How many Google News sitemaps there are (<see cref="NewsSitemap.FilesFor"/>), at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public static byte[] Write(Publication publication, int newsSitemaps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newsSitemaps, 1);
        using var buffer = new PooledBuffer(capacityBytes: 256 * (newsSitemaps + 1));
        var xml = new XmlMarkup(buffer);
        xml.Markup("""
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """u8);

        // No lastmod: an index that names no date changes only when a file comes or goes.
        for (var number = 1; number <= newsSitemaps; number++)
        {
            xml.Markup("<sitemap>\n<loc>"u8);
            xml.Text(FeedAddresses.Absolute(publication, FeedAddresses.NewsSitemapPath(number)), XmlEscaping.Value);
            xml.Markup("</loc>\n</sitemap>\n"u8);
        }

        xml.Markup("</sitemapindex>\n"u8);
        return buffer.Written.ToArray();
    }
}
