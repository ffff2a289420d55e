using Newswire.Feeds;
using Newswire.Formats.Html;

namespace Newswire.Formats.Opml;

/// <summary>
/// Every feed as a list that feed readers import (OPML 2.0, opml.org/spec2), grouped as the directory is. Pure.
/// </summary>
public static class OpmlDocument
{
    /// <summary>The media type with its charset; OPML has registered none.</summary>
    public const string ContentType = "text/x-opml; charset=utf-8";

    /// <summary>The list as UTF-8.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="titles">The feeds: title by name, in the order to list them in.</param>
    /// <param name="format">The format to subscribe to; RSS or Atom, as OPML knows no other.</param>
    public static byte[] Write(
        Publication publication, IReadOnlyDictionary<string, string> titles, IFeedFormat format)
    {
        using var buffer = new PooledBuffer(capacityBytes: 512 * (titles.Count + 1));
        var xml = new XmlMarkup(buffer);
        xml.Markup("""
            <?xml version="1.0" encoding="utf-8"?>
            <opml version="2.0">
            <head>
            <title>
            """u8);
        xml.Text(publication.Title);
        xml.Markup("</title>\n<docs>http://opml.org/spec2.opml</docs>\n</head>\n<body>\n"u8);
        foreach (var group in FeedGroup.Of(titles))
        {
            WriteGroup(xml, publication, group, format);
        }

        xml.Markup("</body>\n</opml>\n"u8);
        return buffer.Written.ToArray();
    }

    private static void WriteGroup(XmlMarkup xml, Publication publication, FeedGroup group, IFeedFormat format)
    {
        // The feed of everything is no folder's.
        var isFolder = group.Kind != FeedGroupKind.Latest;
        if (isFolder)
        {
            xml.Markup("<outline text=\""u8);
            xml.Text(PageText.Heading(group.Kind), XmlEscaping.Value);
            xml.Markup("\">\n"u8);
        }

        foreach (var (feed, title) in group.Feeds)
        {
            WriteFeed(xml, publication, feed, $"{publication.Title}: {title}", format);
        }

        if (isFolder)
        {
            xml.Markup("</outline>\n"u8);
        }
    }

    // Titles are those of the feeds themselves: in a reader's list they stand beside the feeds of others.
    private static void WriteFeed(XmlMarkup xml, Publication publication, string feed, string title, IFeedFormat format)
    {
        xml.Markup("<outline type=\"rss\" text=\""u8);
        xml.Text(title, XmlEscaping.Value);
        xml.Markup("\" title=\""u8);
        xml.Text(title, XmlEscaping.Value);
        xml.Markup("\" xmlUrl=\""u8);
        xml.Text(FeedAddresses.Url(publication, feed, format.Extension), XmlEscaping.Value);
        xml.Markup("\" htmlUrl=\""u8);
        xml.Text(FeedAddresses.Url(publication, feed, FeedAddresses.PageExtension), XmlEscaping.Value);
        xml.Markup("\" />\n"u8);
    }
}
