using Newswire.Feeds;

namespace Newswire.Formats.Sitemaps;

/// <summary>
/// A Google News sitemap (sitemaps.org 0.9 with Google's news extension 0.9): the articles of the last two days.
/// Pure: which articles those are decides the caller, who has a clock.
/// </summary>
/// <remarks>
/// Crawlers believe a sitemap about its own host. Where articles are on another, that host's <c>robots.txt</c> has to
/// name the sitemap too (sitemaps.org, "Sitemaps &amp; Cross Submits").
/// </remarks>
public static class NewsSitemap
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "application/xml; charset=utf-8";

    /// <summary>The most articles of one file; Google reads no more.</summary>
    public const int MaxUrls = 1000;

    /// <summary>How long after its first publication an article belongs in it.</summary>
    public static TimeSpan MaxAge => TimeSpan.FromHours(48);

    /// <summary>How many files so many articles need: at least one, since an empty one is allowed and a missing one is not.</summary>
    public static int FilesFor(int articles) => Math.Max(1, ((articles - 1) / MaxUrls) + 1);

    /// <summary>One file as UTF-8.</summary>
    /// <param name="publication">The publication. Google wants its title as it stands on news.google.com.</param>
    /// <param name="entries">The articles, at most <see cref="MaxUrls"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more.</exception>
    public static byte[] Write(Publication publication, IReadOnlyList<Entry> entries)
    {
        if (entries.Count > MaxUrls)
        {
            throw new ArgumentOutOfRangeException(nameof(entries), entries.Count, $"A news sitemap has at most {MaxUrls} URLs.");
        }

        using var buffer = new PooledBuffer(capacityBytes: 1024 * (entries.Count + 1));
        var xml = new XmlMarkup(buffer);
        xml.Markup("""
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">

            """u8);
        foreach (var entry in entries)
        {
            WriteUrl(xml, publication, entry);
        }

        xml.Markup("</urlset>\n"u8);
        return buffer.Written.ToArray();
    }

    private static void WriteUrl(XmlMarkup xml, Publication publication, Entry entry)
    {
        var article = entry.Article;
        xml.Markup("<url>\n<loc>"u8);
        xml.Text(article.Url, XmlEscaping.Value);
        xml.Markup("</loc>\n<lastmod>"u8);
        xml.Moment(entry.Updated, DateForms.Rfc3339);
        xml.Markup("</lastmod>\n<news:news>\n<news:publication>\n<news:name>"u8);
        xml.Text(publication.Title);
        xml.Markup("</news:name>\n<news:language>"u8);
        xml.Text(NewsLanguage.Of(article.Language ?? publication.Language));
        xml.Markup("</news:language>\n</news:publication>\n<news:publication_date>"u8);
        xml.Moment(entry.Published, DateForms.Rfc3339);
        xml.Markup("</news:publication_date>\n<news:title>"u8);
        xml.Text(article.Headline);
        xml.Markup("</news:title>\n</news:news>\n"u8);
        if (article.Featured is { } picture)
        {
            xml.Markup("<image:image>\n<image:loc>"u8);
            xml.Text(picture.Url, XmlEscaping.Value);
            xml.Markup("</image:loc>\n</image:image>\n"u8);
        }

        xml.Markup("</url>\n"u8);
    }
}
