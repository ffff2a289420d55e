using System.Text.Json;

namespace Newswire.Tests.Formats;

/// <summary>Reads JSON Feed with System.Text.Json.</summary>
internal static class JsonItemReader
{
    public static EntryFacts Read(byte[] document)
    {
        using var feed = JsonDocument.Parse(document);
        var item = feed.RootElement.GetProperty("items").EnumerateArray().Single();
        var extension = Member(item, "_newswire");
        return new EntryFacts(
            item.GetProperty("id").GetString()!,
            item.GetProperty("title").GetString()!,
            item.GetProperty("url").GetString()!,
            item.GetProperty("date_published").GetDateTimeOffset(),
            item.GetProperty("date_modified").GetDateTimeOffset(),
            EntryFacts.Lines(Items(item, "authors").Select(author => author.GetProperty("name").GetString()!)),
            EntryFacts.Lines(Items(item, "tags").Select(tag => tag.GetString()!)),
            Text(extension, "section"),
            Text(extension, "rights"),
            item.GetProperty("content_html").GetString()!,
            Items(item, "attachments").Select(file => $"{Text(file, "url")} {Text(file, "mime_type")} {Text(file, "size_in_bytes")}")
                .SingleOrDefault(),
            EntryFacts.Lines(Items(extension, "pictures").Select(picture =>
                $"{Text(picture, "url")} {Text(picture, "size_in_bytes")} {Text(picture, "width")} {Text(picture, "caption")} " +
                string.Join('|', Items(picture, "credits").Select(credit => credit.GetString())))));
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { } known && known.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? element, string name) => Member(element, name)?.ToString();

    private static IEnumerable<JsonElement> Items(JsonElement? element, string name) =>
        Member(element, name) is { } list ? list.EnumerateArray() : [];
}
