using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Newswire.Tests.Formats;

/// <summary>Reads RSS and Atom with System.ServiceModel.Syndication.</summary>
internal static class LibraryReader
{
    private const string Media = "http://search.yahoo.com/mrss/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static EntryFacts Read(byte[] document)
    {
        using var stream = new MemoryStream(document);
        using var reader = XmlReader.Create(stream);
        var item = SyndicationFeed.Load(reader).Items.Single();
        var enclosure = item.Links.SingleOrDefault(link => link.RelationshipType == "enclosure");
        var creators = Extensions<string>(item, "creator", DublinCore);
        return new EntryFacts(
            item.Id,
            item.Title.Text,
            item.Links.Single(link => link.RelationshipType == "alternate").Uri.OriginalString,
            item.PublishDate,
            item.LastUpdatedTime,
            EntryFacts.Lines(creators is [] ? item.Authors.Select(author => author.Name) : creators),
            EntryFacts.Lines(item.Categories.Where(category => category.Scheme is null).Select(category => category.Name)),
            item.Categories.SingleOrDefault(category => category.Scheme is not null)?.Name,
            item.Copyright?.Text ?? Extensions<string>(item, "rights", DublinCore).SingleOrDefault(),
            Text(item, isRss: creators is not []),
            enclosure is null ? null : $"{enclosure.Uri.OriginalString} {enclosure.MediaType} {enclosure.Length}",
            EntryFacts.Lines(Extensions<XElement>(item, "content", Media).Select(picture =>
                $"{Value(picture, "url")} {Value(picture, "fileSize")} {Value(picture, "width")} " +
                $"{picture.Element(XName.Get("description", Media))?.Value} " +
                string.Join('|', picture.Elements(XName.Get("credit", Media)).Select(credit => credit.Value)))));
    }

    // What a reader shows: the content, and where there is none the summary, which RSS has as HTML and Atom as it says.
    private static string Text(SyndicationItem item, bool isRss)
    {
        var content = isRss
            ? Extensions<string>(item, "encoded", "http://purl.org/rss/1.0/modules/content/").SingleOrDefault()
            : (item.Content as TextSyndicationContent)?.Text;
        if (content is not null)
        {
            return content;
        }

        var summary = item.Summary?.Text is { Length: > 0 } text ? text : null;
        return (isRss ? summary?.StartsWith("<p>", StringComparison.Ordinal) == true : item.Summary?.Type == "html")
            ? summary!
            : EntryFacts.Element("p", isRss ? WebUtility.HtmlDecode(summary) : summary);
    }

    private static string? Value(XElement element, string attribute) => element.Attribute(attribute)?.Value;

    private static IReadOnlyList<T> Extensions<T>(SyndicationItem item, string name, string @namespace) =>
        [.. item.ElementExtensions.Where(extension => extension.OuterName == name && extension.OuterNamespace == @namespace)
            .Select(extension => extension.GetObject<T>())];
}
