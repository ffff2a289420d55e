using System.Xml.Linq;

namespace Newswire.Importing.Feeds;

/// <summary>The vocabularies that feeds are written in.</summary>
internal static class FeedVocabulary
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace DublinCoreTerms = "http://purl.org/dc/terms/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>The child of RSS with this name: in no namespace, or in that of RSS 1.0 or of what took RSS 2.0 for one.</summary>
    public static XElement? Rss(this XElement element, string name) => element.RssAll(name).FirstOrDefault();

    /// <summary>All children of RSS with this name.</summary>
    public static IEnumerable<XElement> RssAll(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name && IsRss(child.Name.NamespaceName));

    /// <summary>The text of an element; null when there is none.</summary>
    public static string? Text(this XElement? element) =>
        element?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static bool IsRss(string name) =>
        name is "" or "http://purl.org/rss/1.0/" || name.StartsWith("http://backend.userland.com/rss", StringComparison.OrdinalIgnoreCase);
}
