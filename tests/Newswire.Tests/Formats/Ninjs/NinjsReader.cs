using System.Globalization;
using System.Text.Json.Nodes;

namespace Newswire.Tests.Formats.Ninjs;

/// <summary>Reads an item as a partner would, who knows ninjs and nothing of us.</summary>
internal static class NinjsReader
{
    public static EntryFacts Read(byte[] document)
    {
        var item = JsonNode.Parse(document)!;
        var pictures = List(item, "associations");
        var featured = pictures.FirstOrDefault(picture => Text(picture, "rel") == "featured");
        return new EntryFacts(
            Text(item, "uri")!,
            Value(item, "headlines", "main")!,
            Text(List(item, "altIds").Single(id => Text(id, "role") == "canonical"), "value")!,
            Moment(item, "firstCreated"),
            Moment(item, "versionCreated"),
            EntryFacts.Lines(List(item, "infoSources").Where(source => Text(source, "role") == "author").Select(Name)),
            EntryFacts.Lines(List(item, "subjects").Where(subject => Text(subject, "rel") == "about").Select(Name)),
            List(item, "subjects").Where(subject => Text(subject, "rel") == "section").Select(Name).SingleOrDefault(),
            Text(item, "copyrightNotice"),
            Value(item, "bodies", "main") ?? EntryFacts.Element("p", Value(item, "descriptions", "summary")),
            featured is not null && Rendition(featured) is { } file && file["contentType"] is not null && file["sizeInBytes"] is not null
                ? $"{file["href"]} {file["contentType"]} {file["sizeInBytes"]}"
                : null,
            EntryFacts.Lines(pictures.Select(PictureFacts)));
    }

    /// <summary>Every string of the document, members' names included, as a program that parsed it sees them.</summary>
    public static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    private static string PictureFacts(JsonNode picture)
    {
        var file = Rendition(picture);
        var credits = List(picture, "infoSources").Where(source => Text(source, "role") == "credit").Select(Name);
        return $"{file["href"]} {file["sizeInBytes"]} {file["width"]} {Value(picture, "descriptions", "caption")} {string.Join('|', credits)}";
    }

    private static JsonNode Rendition(JsonNode item) => List(item, "renditions").Single();

    private static IReadOnlyList<JsonNode> List(JsonNode item, string name) =>
        item[name] is JsonArray array ? [.. array.Select(member => member!)] : [];

    private static string? Value(JsonNode item, string list, string role) =>
        List(item, list).Where(member => Text(member, "role") == role).Select(member => Text(member, "value")).SingleOrDefault();

    private static string Name(JsonNode member) => Text(member, "name")!;

    private static string? Text(JsonNode item, string name) => item[name]?.GetValue<string>();

    private static DateTimeOffset Moment(JsonNode item, string name) =>
        DateTimeOffset.Parse(Text(item, name)!, CultureInfo.InvariantCulture);
}
