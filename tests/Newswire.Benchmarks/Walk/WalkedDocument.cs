using System.Text.Json;
using System.Xml.Linq;
using Newswire.Storage;

namespace Newswire.Benchmarks.Walk;

/// <summary>What a reader that walks an archived feed takes from a document (RFC 5005 §4).</summary>
/// <param name="Ids">Its entries, as they stand there.</param>
/// <param name="Previous">Where the next older ones are; null at the end.</param>
internal sealed record WalkedDocument(IReadOnlyList<string> Ids, Uri? Previous)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static WalkedDocument Read(StoredObject stored, string extension) => extension switch
    {
        "json" => Json(stored),
        "atom" => Xml(stored, root => root, Atom + "entry", Atom + "id"),
        _ => Xml(stored, root => root.Element("channel")!, "item", "guid"),
    };

    private static WalkedDocument Json(StoredObject stored)
    {
        using var document = JsonDocument.Parse(stored.Content);
        var root = document.RootElement;
        return new WalkedDocument(
            [.. root.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)],
            root.TryGetProperty("next_url", out var next) ? new Uri(next.GetString()!) : null);
    }

    private static WalkedDocument Xml(StoredObject stored, Func<XElement, XElement> feedOf, XName entry, XName id)
    {
        using var stream = new MemoryStream(stored.Content.ToArray());
        var feed = feedOf(XDocument.Load(stream).Root!);
        var previous = feed.Elements(Atom + "link").SingleOrDefault(link => (string?)link.Attribute("rel") == "prev-archive");
        return new WalkedDocument(
            [.. feed.Elements(entry).Select(element => element.Element(id)!.Value)],
            previous is null ? null : new Uri(previous.Attribute("href")!.Value));
    }
}
