using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Newswire.Importing.Xml;

/// <summary>Builds the tree of one element, as long as it stays within bounds.</summary>
/// <param name="maxCharacters">The most characters of text and attributes.</param>
/// <param name="maxDepth">The most elements within each other.</param>
internal sealed class PartBuilder(int maxCharacters, int maxDepth)
{
    private readonly char[] chunk = new char[4096];
    private int used;

    /// <summary>The element, once it is read.</summary>
    public XElement Root { get; private set; } = null!;

    /// <summary>Which bound was passed, as a sentence.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>
    /// Reads the element that the reader stands on, up to its end; false when it is too large, and the reader stands somewhere in it.
    /// </summary>
    public bool TryRead(XmlReader reader)
    {
        var outside = reader.Depth;
        var open = Open(reader);
        Root = open;
        if (reader.IsEmptyElement)
        {
            return IsWithin();
        }

        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth - outside > maxDepth)
                    {
                        Fault = $"Elements are nested more than {maxDepth} deep in it.";
                        return false;
                    }

                    var child = Open(reader);
                    open.Add(child);
                    open = reader.IsEmptyElement ? open : child;
                    break;
                case XmlNodeType.EndElement when reader.Depth == outside:
                    return IsWithin();
                case XmlNodeType.EndElement:
                    open = open.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Add(new XText(Text(reader)));
                    break;
            }

            if (!IsWithin())
            {
                return false;
            }
        }

        return true;
    }

    private bool IsWithin()
    {
        Fault = used > maxCharacters ? $"It has more than {maxCharacters} characters." : Fault;
        return used <= maxCharacters;
    }

    private XElement Open(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));

        // Every element costs memory, also one that holds nothing.
        used += reader.LocalName.Length + 32;
        while (reader.MoveToNextAttribute())
        {
            used += reader.Value.Length + 32;
            if (reader.NamespaceURI != XNamespace.Xmlns)
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }

    private string Text(XmlReader reader)
    {
        // In pieces, so that a text without end is not in memory before it is too long.
        var text = new StringBuilder();
        int read;
        while (used <= maxCharacters && (read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            text.Append(chunk, 0, read);
            used += read;
        }

        return text.ToString();
    }
}
