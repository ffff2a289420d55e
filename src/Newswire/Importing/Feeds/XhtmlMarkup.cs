using System.Text;
using System.Xml.Linq;

namespace Newswire.Importing.Feeds;

/// <summary>Writes XHTML content as HTML, whatever prefix its elements had.</summary>
internal static class XhtmlMarkup
{
    private static readonly string[] Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    /// <summary>What stands in the element; of a <c>div</c> that holds everything (RFC 4287 §3.1.1.3), what stands in that.</summary>
    public static string Inside(XElement element)
    {
        var html = new StringBuilder();
        var holder = element.Element(FeedVocabulary.Xhtml + "div") ?? element;
        foreach (var node in holder.Nodes())
        {
            Write(html, node);
        }

        return html.ToString().Trim();
    }

    private static void Write(StringBuilder html, XNode node)
    {
        switch (node)
        {
            case XText text:
                html.Append(Markup.Of(text.Value));
                break;
            case XElement element:
                var name = element.Name.LocalName.ToLowerInvariant();
                html.Append('<').Append(name);
                foreach (var attribute in element.Attributes())
                {
                    html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(Markup.Of(attribute.Value)).Append('"');
                }

                html.Append('>');
                foreach (var child in element.Nodes())
                {
                    Write(html, child);
                }

                if (!Array.Exists(Void, empty => empty == name))
                {
                    html.Append("</").Append(name).Append('>');
                }

                break;
        }
    }
}
