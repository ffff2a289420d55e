using System.Xml;

namespace Newswire.Formats;

/// <summary>
/// What makes a browser show the XML in a form people can read (W3C "Associating Style Sheets with XML documents").
/// </summary>
internal static class StyleSheetInstruction
{
    // Below the path of BaseUrl and without its host: documents reach readers under other hosts too, and browsers are
    // wary of a style sheet from elsewhere.
    public static void Write(XmlWriter xml, FeedHead head)
    {
        var address = new Uri(FeedAddresses.Absolute(head.Publication, FeedAddresses.StyleSheetPath));
        var path = address.AbsolutePath.Replace("&", "&amp;", StringComparison.Ordinal);
        xml.WriteProcessingInstruction("xml-stylesheet", $"type=\"text/css\" href=\"{path}\"");
    }
}
