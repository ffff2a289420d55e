using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats.Atom;

/// <summary>An entry as Atom: a fragment that relies on the namespaces the root declares.</summary>
internal static class AtomEntry
{
    public static byte[] Write(Entry entry, EntryContent content)
    {
        var article = entry.Article;
        using var buffer = new PooledBuffer(EntrySize.Expected(article));
        var xml = new XmlMarkup(buffer);

        xml.Markup("<entry"u8);
        if (article.Language is { } language)
        {
            xml.Markup(" xml:lang=\""u8);
            xml.Text(language, XmlEscaping.Value);
            xml.Markup("\""u8);
        }

        xml.Markup(">\n<id>"u8);
        xml.Text(entry.Id, XmlEscaping.Value);
        xml.Markup("</id>\n<title type=\"text\">"u8);
        xml.Text(article.Headline);
        xml.Markup("</title>\n<published>"u8);
        xml.Moment(entry.Published, DateForms.Rfc3339);
        xml.Markup("</published>\n<updated>"u8);
        xml.Moment(entry.Updated, DateForms.Rfc3339);
        xml.Markup("</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\""u8);
        xml.Text(article.Url, XmlEscaping.Value);
        xml.Markup("\" />"u8);
        WriteLicense(xml, entry);

        WriteEnclosure(xml, article.Featured);
        WriteByline(xml, article);
        WriteCategories(xml, entry);
        WriteText(xml, article, content);
        MediaElements.Write(xml, entry);
        ForeignElements.Write(xml, entry.Additions.Elements);

        xml.Markup("\n</entry>"u8);
        return buffer.Written.ToArray();
    }

    private static void WriteLicense(XmlMarkup xml, Entry entry)
    {
        if (entry.License is { } license)
        {
            xml.Markup("\n<link rel=\"license\" href=\""u8);
            xml.Text(license, XmlEscaping.Value);
            xml.Markup("\" />"u8);
        }
    }

    // Only with its type and true length: without the one a reader cannot tell a picture from a download, without the
    // other it does not know what fetching it costs.
    private static void WriteEnclosure(XmlMarkup xml, Picture? featured)
    {
        if (featured is not { Type: { } type, LengthBytes: { } lengthBytes })
        {
            return;
        }

        xml.Markup("\n<link rel=\"enclosure\" type=\""u8);
        xml.Text(type, XmlEscaping.Value);
        xml.Markup("\" length=\""u8);
        xml.Number(lengthBytes);
        xml.Markup("\" href=\""u8);
        xml.Text(featured.Url, XmlEscaping.Value);
        xml.Markup("\" />"u8);
    }

    private static void WriteByline(XmlMarkup xml, Article article)
    {
        foreach (var author in article.Authors)
        {
            xml.Markup("\n<author>\n<name>"u8);
            xml.Text(author.Name);
            xml.Markup("</name>"u8);
            if (author.Url is { } url)
            {
                xml.Markup("\n<uri>"u8);
                xml.Text(url, XmlEscaping.Value);
                xml.Markup("</uri>"u8);
            }

            xml.Markup("\n</author>"u8);
        }
    }

    private static void WriteCategories(XmlMarkup xml, Entry entry)
    {
        foreach (var topic in entry.Article.Topics)
        {
            WriteCategory(xml, topic.Name, scheme: null);
        }

        if (entry.Article.Section is { } section)
        {
            WriteCategory(xml, section, SectionScheme.Of(entry));
        }
    }

    private static void WriteCategory(XmlMarkup xml, string name, string? scheme)
    {
        xml.Markup("\n<category term=\""u8);
        xml.Text(name, XmlEscaping.Value);
        if (scheme is not null)
        {
            xml.Markup("\" scheme=\""u8);
            xml.Text(scheme, XmlEscaping.Value);
        }

        xml.Markup("\" label=\""u8);
        xml.Text(name, XmlEscaping.Value);
        xml.Markup("\" />"u8);
    }

    private static void WriteText(XmlMarkup xml, Article article, EntryContent content)
    {
        if (article.Rights is { } rights)
        {
            xml.Markup("\n<rights type=\"text\">"u8);
            xml.Text(rights);
            xml.Markup("</rights>"u8);
        }

        if (EntryText.Summary(article, content) is { } summary)
        {
            xml.Markup("\n<summary type=\"html\">"u8);
            xml.Html(summary);
            xml.Markup("</summary>"u8);
        }
        else if (article.Standfirst is { } standfirst)
        {
            xml.Markup("\n<summary type=\"text\">"u8);
            xml.Text(standfirst);
            xml.Markup("</summary>"u8);
        }

        // The alternate link stands for the content where there is none (RFC 4287 §4.1.2).
        if (EntryText.Full(article, content) is { } full)
        {
            xml.Markup("\n<content type=\"html\">"u8);
            xml.Html(full);
            xml.Markup("</content>"u8);
        }
    }
}
