using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Newswire.Tests.Partners.Profiles;

/// <summary>Reads documents as partners' programs do, with nothing of ours.</summary>
internal static class PartnerReader
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Dcterms = "http://purl.org/dc/terms/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Mi = "http://schemas.ingestion.microsoft.com/common/";
    public static readonly XNamespace Snf = "http://www.smartnews.be/snf";
    public static readonly XNamespace Deleted = "http://purl.org/atompub/tombstones/1.0";

    public static IReadOnlyList<ReadArticle> Read(byte[] document, string extension) => extension switch
    {
        "rss" => [.. Xml(document).Root!.Element("channel")!.Elements("item").Select(ReadItem)],
        "atom" => [.. Xml(document).Root!.Elements(Atom + "entry").Select(ReadEntry)],
        "json" => [.. JsonNode.Parse(document)!["items"]!.AsArray().Select(item => ReadJson(item!))],
        _ => [.. JsonNode.Parse(document)!["associations"]!.AsArray().Where(item => Text(item!, "pubStatus") != "canceled").Select(item => ReadNinjs(item!))],
    };

    /// <summary>The ids of what the document says is gone, in the format's own words.</summary>
    public static IReadOnlyList<string> ReadGone(byte[] document, string extension) => extension switch
    {
        "rss" => [],
        "atom" => [.. Xml(document).Root!.Elements(Deleted + "deleted-entry").Select(entry => entry.Attribute("ref")!.Value)],
        "json" => [.. JsonNode.Parse(document)!["_tombstones"]?.AsArray().Select(entry => Text(entry!, "id")!) ?? []],
        _ => [.. JsonNode.Parse(document)!["associations"]!.AsArray().Where(item => Text(item!, "pubStatus") == "canceled").Select(item => Text(item!, "uri")!)],
    };

    public static XDocument Xml(byte[] document)
    {
        using var stream = new MemoryStream(document);
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static ReadArticle ReadItem(XElement item) => new(item.Element("guid")?.Value)
    {
        Title = item.Element("title")?.Value,
        Link = item.Element("link")?.Value,
        Summary = WebUtility.HtmlDecode(item.Element("description")?.Value),
        Body = item.Element(Content + "encoded")?.Value,
        Published = DateTimeOffset.ParseExact(item.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Updated = DateTimeOffset.Parse(item.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture),
        Creators = [.. item.Elements(Dc + "creator").Select(creator => creator.Value)],
        Rights = item.Element(Dc + "rights")?.Value,
        Publisher = item.Element(Dc + "publisher")?.Value,
        EnclosureUrl = item.Element("enclosure")?.Attribute("url")?.Value,
        EnclosureType = item.Element("enclosure")?.Attribute("type")?.Value,
        EnclosureLength = (long?)item.Element("enclosure")?.Attribute("length"),
        Element = item,
    };

    private static ReadArticle ReadEntry(XElement entry)
    {
        var enclosure = entry.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")?.Value == "enclosure");
        return new(entry.Element(Atom + "id")?.Value)
        {
            Title = entry.Element(Atom + "title")?.Value,
            Link = entry.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == "alternate").Attribute("href")?.Value,
            Summary = entry.Element(Atom + "summary")?.Value,
            Body = entry.Element(Atom + "content")?.Value,
            Published = (DateTimeOffset)entry.Element(Atom + "published")!,
            Updated = (DateTimeOffset)entry.Element(Atom + "updated")!,
            Creators = [.. entry.Elements(Atom + "author").Select(author => author.Element(Atom + "name")!.Value)],
            Rights = entry.Element(Atom + "rights")?.Value,
            Publisher = entry.Element(Dc + "publisher")?.Value,
            EnclosureUrl = enclosure?.Attribute("href")?.Value,
            EnclosureType = enclosure?.Attribute("type")?.Value,
            EnclosureLength = (long?)enclosure?.Attribute("length"),
            Element = entry,
        };
    }

    private static ReadArticle ReadJson(JsonNode item) => new(Text(item, "id"))
    {
        Title = Text(item, "title"),
        Link = Text(item, "url"),
        Summary = Text(item, "summary"),
        Body = Text(item, "content_html"),
        Published = DateTimeOffset.Parse(Text(item, "date_published")!, CultureInfo.InvariantCulture),
        Updated = DateTimeOffset.Parse(Text(item, "date_modified")!, CultureInfo.InvariantCulture),
        Creators = [.. item["authors"]!.AsArray().Select(author => Text(author!, "name")!)],
        Rights = Text(item["_newswire"]!, "rights"),
        Publisher = Text(item["_newswire"]!, "publisher"),
        EnclosureUrl = item["attachments"]?[0] is { } attachment ? Text(attachment, "url") : null,
        EnclosureType = item["attachments"]?[0] is { } typed ? Text(typed, "mime_type") : null,
        EnclosureLength = item["attachments"]?[0]?["size_in_bytes"]?.GetValue<long>(),
    };

    private static ReadArticle ReadNinjs(JsonNode item)
    {
        var sources = item["infoSources"]!.AsArray();
        var featured = item["associations"]?.AsArray().FirstOrDefault(picture => Text(picture!, "rel") == "featured")?["renditions"]![0];
        return new(Text(item, "uri"))
        {
            Title = Text(item["headlines"]![0]!, "value"),
            Link = Text(item["altIds"]!.AsArray().Single(id => Text(id!, "role") == "canonical")!, "value"),
            Summary = item["descriptions"]?[0] is { } summary ? Text(summary, "value") : null,
            Body = item["bodies"]?[0] is { } body ? Text(body, "value") : null,
            Published = DateTimeOffset.Parse(Text(item, "firstCreated")!, CultureInfo.InvariantCulture),
            Updated = DateTimeOffset.Parse(Text(item, "versionCreated")!, CultureInfo.InvariantCulture),
            Creators = [.. sources.Select(source => Text(source!, "name")!)],
            Rights = Text(item, "copyrightNotice"),
            Publisher = Text(sources.Single(source => Text(source!, "role") == "publisher")!, "name"),
            EnclosureUrl = featured is null ? null : Text(featured, "href"),
            EnclosureType = featured is null ? null : Text(featured, "contentType"),
            EnclosureLength = featured?["sizeInBytes"]?.GetValue<long>(),
        };
    }

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();
}
