using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats.Rss;

/// <summary>An entry as an RSS item: a fragment that relies on the prefixes the root declares.</summary>
internal static class RssItem
{
    public static byte[] Write(Entry entry, EntryContent content)
    {
        var article = entry.Article;
        using var buffer = new PooledBuffer(EntrySize.Expected(article));
        var xml = new XmlMarkup(buffer);

        xml.Markup("<item>\n<title>"u8);
        xml.Text(article.Headline);
        xml.Markup("</title>\n<link>"u8);
        xml.Text(article.Url, XmlEscaping.Value);

        xml.Markup("</link>"u8);
        WriteText(xml, article, content);

        xml.Markup("\n<guid isPermaLink=\"false\">"u8);
        xml.Text(entry.Id, XmlEscaping.Value);
        xml.Markup("</guid>\n<pubDate>"u8);
        xml.Moment(entry.Published, DateForms.Rfc822);

        // RSS has no word for the date of an edit.
        xml.Markup("</pubDate>\n<atom:updated>"u8);
        xml.Moment(entry.Updated, DateForms.Rfc3339);
        xml.Markup("</atom:updated>"u8);

        WriteBylineAndTopics(xml, entry);
        WriteEnclosure(xml, entry);
        MediaElements.Write(xml, entry);
        ForeignElements.Write(xml, entry.Additions.Elements);

        xml.Markup("\n</item>"u8);
        return buffer.Written.ToArray();
    }

    // The description is always there, even when empty: readers expect it before content:encoded. Its content is HTML by
    // custom.
    private static void WriteText(XmlMarkup xml, Article article, EntryContent content)
    {
        xml.Markup("\n<description>"u8);
        if (EntryText.Summary(article, content) is { } summary)
        {
            xml.Html(summary);
        }
        else
        {
            xml.Text(article.Standfirst ?? "", XmlEscaping.TextAsHtml);
        }

        xml.Markup("</description>"u8);
        if (EntryText.Full(article, content) is { } full)
        {
            xml.Markup("\n<content:encoded>"u8);
            xml.Html(full);
            xml.Markup("</content:encoded>"u8);
        }
    }

    // Not author: RSS wants an e-mail address in it.
    private static void WriteBylineAndTopics(XmlMarkup xml, Entry entry)
    {
        foreach (var author in entry.Article.Authors)
        {
            xml.Markup("\n<dc:creator>"u8);
            xml.Text(author.Name);
            xml.Markup("</dc:creator>"u8);
        }

        foreach (var topic in entry.Article.Topics)
        {
            xml.Markup("\n<category>"u8);
            xml.Text(topic.Name);
            xml.Markup("</category>"u8);
        }

        if (entry.Article.Section is { } section)
        {
            xml.Markup("\n<category domain=\""u8);
            xml.Text(SectionScheme.Of(entry), XmlEscaping.Value);
            xml.Markup("\">"u8);
            xml.Text(section);
            xml.Markup("</category>"u8);
        }

        if (entry.Article.Language is { } language)
        {
            xml.Markup("\n<dc:language>"u8);
            xml.Text(language);
            xml.Markup("</dc:language>"u8);
        }

        if (entry.Article.Rights is { } rights)
        {
            xml.Markup("\n<dc:rights>"u8);
            xml.Text(rights);
            xml.Markup("</dc:rights>"u8);
        }

        if (entry.License is { } license)
        {
            xml.Markup("\n<atom:link rel=\"license\" href=\""u8);
            xml.Text(license, XmlEscaping.Value);
            xml.Markup("\" />"u8);
        }
    }

    // Length and type are mandatory, and a guess would be an error to those who compare it with the file.
    private static void WriteEnclosure(XmlMarkup xml, Entry entry)
    {
        if (entry.Article.Featured is { Type: { } type, LengthBytes: { } lengthBytes } picture)
        {
            xml.Markup("\n<enclosure url=\""u8);
            xml.Text(picture.Url, XmlEscaping.Value);
            xml.Markup("\" length=\""u8);
            xml.Number(lengthBytes);
            xml.Markup("\" type=\""u8);
            xml.Text(type, XmlEscaping.Value);
            xml.Markup("\" />"u8);
        }
    }
}
