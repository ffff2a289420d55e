using System.Globalization;
using System.Text;
using System.Xml;
using Newswire.Articles;
using Newswire.Formats;

namespace Newswire.Benchmarks;

/// <summary>What the plain writers of RSS and Atom share: one <see cref="XmlWriter"/> for the whole document.</summary>
internal static class PlainXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "",
        NewLineChars = "\n",
    };

    public static byte[] Document(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"/feeds/style.css\"");
            write(xml);
        }

        return stream.ToArray();
    }

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(DateForms.Rfc3339, CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static void Link(XmlWriter xml, string? prefix, string relation, string? type, string url, long? length = null)
    {
        xml.WriteStartElement(prefix, "link", Namespaces.Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        if (length is { } known)
        {
            xml.WriteAttributeString("length", Number(known));
        }

        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    public static void Media(XmlWriter xml, Article article)
    {
        xml.WriteStartElement("media", "thumbnail", Namespaces.Media);
        xml.WriteAttributeString("url", article.Featured!.Url);
        Dimensions(xml, article.Featured);
        xml.WriteEndElement();
        foreach (var picture in article.Pictures.Prepend(article.Featured))
        {
            xml.WriteStartElement("media", "content", Namespaces.Media);
            xml.WriteAttributeString("url", picture.Url);
            xml.WriteAttributeString("fileSize", Number(picture.LengthBytes!.Value));
            xml.WriteAttributeString("type", picture.Type);
            xml.WriteAttributeString("medium", "image");
            Dimensions(xml, picture);
            xml.WriteStartElement("media", "description", Namespaces.Media);
            xml.WriteAttributeString("type", "plain");
            xml.WriteString(picture.Caption);
            xml.WriteEndElement();
            foreach (var credit in picture.Credits)
            {
                xml.WriteElementString("media", "credit", Namespaces.Media, credit);
            }

            xml.WriteEndElement();
        }
    }

    private static void Dimensions(XmlWriter xml, Picture picture)
    {
        xml.WriteAttributeString("width", Number(picture.Width!.Value));
        xml.WriteAttributeString("height", Number(picture.Height!.Value));
    }
}
