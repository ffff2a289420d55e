using System.Globalization;
using System.Xml;
using Newswire.Formats;

namespace Newswire.Benchmarks;

/// <summary>The bytes of our RSS by the shortest way there is with the library's XML writer.</summary>
internal static class PlainRss
{
    public static byte[] Write(FeedHead head, IReadOnlyList<Entry> entries) => PlainXml.Document(xml =>
    {
        var site = FeedAddresses.Site(head.Publication);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("xmlns", "atom", null, Namespaces.Atom);
        xml.WriteAttributeString("xmlns", "content", null, Namespaces.Content);
        xml.WriteAttributeString("xmlns", "dc", null, Namespaces.DublinCore);
        xml.WriteAttributeString("xmlns", "media", null, Namespaces.Media);
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", head.Title);
        xml.WriteElementString("link", site);
        xml.WriteElementString("description", head.Description);
        xml.WriteElementString("language", head.Publication.Language);
        xml.WriteElementString("copyright", head.Publication.Rights);
        xml.WriteElementString("generator", "Newswire");
        xml.WriteStartElement("image");
        xml.WriteElementString("url", head.Publication.LogoUrl);
        xml.WriteElementString("title", head.Title);
        xml.WriteElementString("link", site);
        xml.WriteEndElement();
        xml.WriteElementString("lastBuildDate", Moment(head.Updated));
        PlainXml.Link(
            xml, "atom", "self", "application/rss+xml", FeedAddresses.Url(head.Publication, head.Name, "rss"));
        PlainXml.Link(xml, "atom", "hub", null, head.Publication.OutsideHubs[0]);
        foreach (var entry in entries)
        {
            WriteItem(xml, entry);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(DateForms.Rfc822, CultureInfo.InvariantCulture);

    private static void WriteItem(XmlWriter xml, Entry entry)
    {
        var article = entry.Article;
        xml.WriteStartElement("item");
        xml.WriteElementString("title", article.Headline);
        xml.WriteElementString("link", article.Url);
        xml.WriteElementString("description", article.Standfirst);
        xml.WriteStartElement("content", "encoded", Namespaces.Content);
        xml.WriteCData(article.Body);
        xml.WriteEndElement();
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Moment(entry.Published));
        xml.WriteElementString("atom", "updated", Namespaces.Atom, PlainXml.Moment(entry.Updated));
        foreach (var author in article.Authors)
        {
            xml.WriteElementString("dc", "creator", Namespaces.DublinCore, author.Name);
        }

        foreach (var topic in article.Topics)
        {
            xml.WriteElementString("category", topic.Name);
        }

        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", article.Featured!.Url);
        xml.WriteAttributeString("length", PlainXml.Number(article.Featured.LengthBytes!.Value));
        xml.WriteAttributeString("type", article.Featured.Type);
        xml.WriteEndElement();
        PlainXml.Media(xml, article);
        xml.WriteEndElement();
    }
}
