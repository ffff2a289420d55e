using System.Xml;

namespace Newswire.Formats;

/// <summary>Writes elements of other vocabularies.</summary>
internal static class ForeignElements
{
    /// <summary>Into an entry, each on a line of its own.</summary>
    public static void Write(XmlMarkup xml, IReadOnlyList<ForeignElement> elements)
    {
        foreach (var element in elements)
        {
            var name = element.Vocabulary is { } vocabulary ? $"{vocabulary.Prefix}:{element.Name}" : element.Name;
            xml.Markup("\n<"u8);
            xml.Text(name, XmlEscaping.Value);
            foreach (var (attribute, value) in element.Attributes)
            {
                xml.Markup(" "u8);
                xml.Text(attribute, XmlEscaping.Value);
                xml.Markup("=\""u8);
                xml.Text(value, XmlEscaping.Value);
                xml.Markup("\""u8);
            }

            if (element is { Text: null, Children.Count: 0 })
            {
                xml.Markup(" />"u8);
                continue;
            }

            xml.Markup(">"u8);
            xml.Text(element.Text ?? "");
            Write(xml, element.Children);
            xml.Markup(element.Children.Count > 0 ? "\n</"u8 : "</"u8);
            xml.Text(name, XmlEscaping.Value);
            xml.Markup(">"u8);
        }
    }

    /// <summary>Into a feed.</summary>
    /// <param name="xml">The document; its root has declared the vocabularies.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="own">The namespace of the format's own elements.</param>
    public static void Write(XmlWriter xml, IReadOnlyList<ForeignElement> elements, string own)
    {
        foreach (var element in elements)
        {
            xml.WriteStartElement(element.Vocabulary?.Prefix, element.Name, element.Vocabulary?.Uri ?? own);
            foreach (var (attribute, value) in element.Attributes)
            {
                xml.WriteAttributeString(attribute, XmlCharacters.Clean(value));
            }

            if (element.Text is { } text)
            {
                xml.WriteString(XmlCharacters.Clean(text));
            }

            Write(xml, element.Children, own);
            xml.WriteEndElement();
        }
    }

    /// <summary>Declares on the root what the document's elements are prefixed with and the format has not declared.</summary>
    public static void Declare(XmlWriter xml, IReadOnlyList<XmlVocabulary> vocabularies)
    {
        foreach (var (prefix, uri) in vocabularies)
        {
            if (xml.LookupPrefix(uri) is null)
            {
                xml.WriteAttributeString("xmlns", prefix, null, uri);
            }
        }
    }
}
