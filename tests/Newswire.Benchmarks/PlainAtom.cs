using System.Xml;
using Newswire.Formats;

namespace Newswire.Benchmarks;

/// <summary>The bytes of our Atom by the shortest way there is with the library's XML writer.</summary>
internal static class PlainAtom
{
    public static byte[] Write(FeedHead head, IReadOnlyList<Entry> entries) => PlainXml.Document(xml =>
    {
        var publication = head.Publication;
        var site = FeedAddresses.Site(publication);
        xml.WriteStartElement("feed", Namespaces.Atom);
        xml.WriteAttributeString("xml", "lang", null, publication.Language);
        xml.WriteAttributeString("xmlns", "media", null, Namespaces.Media);
        Text(xml, "title", head.Title);
        Text(xml, "subtitle", head.Description);
        xml.WriteElementString("id", Namespaces.Atom, $"tag:{publication.TagAuthority}:feeds/{head.Name}");
        Text(xml, "rights", publication.Rights);
        xml.WriteElementString("updated", Namespaces.Atom, PlainXml.Moment(head.Updated));
        xml.WriteElementString("logo", Namespaces.Atom, publication.LogoUrl);
        xml.WriteStartElement("author", Namespaces.Atom);
        xml.WriteElementString("name", Namespaces.Atom, publication.Title);
        xml.WriteElementString("uri", Namespaces.Atom, site);
        xml.WriteEndElement();
        xml.WriteElementString("generator", Namespaces.Atom, "Newswire");
        PlainXml.Link(
            xml, null, "self", "application/atom+xml", FeedAddresses.Url(publication, head.Name, "atom"));
        PlainXml.Link(xml, null, "hub", null, publication.OutsideHubs[0]);
        PlainXml.Link(xml, null, "alternate", "text/html", site);
        foreach (var entry in entries)
        {
            WriteEntry(xml, entry);
        }

        xml.WriteEndElement();
    });

    private static void Text(XmlWriter xml, string name, string? text, string type = "text")
    {
        xml.WriteStartElement(name, Namespaces.Atom);
        xml.WriteAttributeString("type", type);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, Entry entry)
    {
        var article = entry.Article;
        xml.WriteStartElement("entry", Namespaces.Atom);
        xml.WriteElementString("id", Namespaces.Atom, entry.Id);
        Text(xml, "title", article.Headline);
        xml.WriteElementString("published", Namespaces.Atom, PlainXml.Moment(entry.Published));
        xml.WriteElementString("updated", Namespaces.Atom, PlainXml.Moment(entry.Updated));
        PlainXml.Link(xml, null, "alternate", "text/html", article.Url);
        PlainXml.Link(
            xml, null, "enclosure", article.Featured!.Type!, article.Featured.Url, article.Featured.LengthBytes);
        foreach (var author in article.Authors)
        {
            xml.WriteStartElement("author", Namespaces.Atom);
            xml.WriteElementString("name", Namespaces.Atom, author.Name);
            xml.WriteEndElement();
        }

        foreach (var topic in article.Topics)
        {
            xml.WriteStartElement("category", Namespaces.Atom);
            xml.WriteAttributeString("term", topic.Name);
            xml.WriteAttributeString("label", topic.Name);
            xml.WriteEndElement();
        }

        Text(xml, "summary", article.Standfirst);
        xml.WriteStartElement("content", Namespaces.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteCData(article.Body);
        xml.WriteEndElement();
        PlainXml.Media(xml, article);
        xml.WriteEndElement();
    }
}
