using System.Xml.Linq;
using Newswire.Articles.Html;
using Newswire.Importing.Xml;

namespace Newswire.Importing.Feeds;

/// <summary>Reads Atom's <c>link</c> (RFC 4287 §4.2.7).</summary>
internal static class AtomLink
{
    /// <summary>Where the link leads, absolute http or https; null when that cannot be said.</summary>
    public static string? Address(XElement link, Uri? document) =>
        WebAddress.Resolve(link.Attribute("href")?.Value, XmlBase.Of(link, document));

    /// <summary>Where the first link of this relation leads that is a page, or else any.</summary>
    public static string? Find(XElement entry, string relation, Uri? document)
    {
        List<XElement> links = [.. entry.Elements(FeedVocabulary.Atom + "link")
            .Where(link => (link.Attribute("rel")?.Value.Trim().ToLowerInvariant() ?? "alternate") == relation)];
        return links
            .OrderByDescending(link => link.Attribute("type")?.Value is null or "text/html" or "application/xhtml+xml")
            .Select(link => Address(link, document))
            .FirstOrDefault(address => address is not null);
    }
}
