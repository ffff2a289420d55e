using System.Xml.Linq;

namespace Newswire.Importing.Feeds;

/// <summary>Reads Atom's text constructs (RFC 4287 §3.1) and its content (§4.1.3).</summary>
internal static class AtomText
{
    /// <summary>As HTML; null when there is none, or content that is no text.</summary>
    public static string? Read(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var type = element.Attribute("type")?.Value.Trim().ToLowerInvariant() ?? "text";
        return type switch
        {
            "html" or "text/html" => element.Text(),
            "xhtml" or "application/xhtml+xml" => XhtmlMarkup.Inside(element) is { Length: > 0 } markup ? markup : null,
            "text" or "text/plain" => element.Text() is { } text ? Markup.Of(text) : null,
            _ => null,
        };
    }
}
