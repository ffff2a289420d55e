using System.Text.Json;
using Newswire.Formats.Atom;

namespace Newswire.Formats.Ninjs;

/// <summary>
/// A feed in ninjs 3.1: an item of type <c>composite</c> whose associations are the articles, so that the whole document
/// is valid by the IPTC's schema and one reader does for it and for each article.
/// </summary>
public static class NinjsPackage
{
    /// <summary>The file extension without a dot.</summary>
    public const string Extension = "ninjs";

    /// <summary>The media type with its charset. The IPTC has registered none for ninjs.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>The document, UTF-8; the same bytes for the same arguments.</summary>
    /// <param name="head">What it says of the feed itself.</param>
    /// <param name="self">The absolute address of the document.</param>
    /// <param name="items">Items as <see cref="NinjsItem"/> writes them, each with <see cref="NinjsVersion.Name"/>.</param>
    public static byte[] Write(FeedHead head, string self, IReadOnlyList<byte[]> items)
    {
        using var buffer = new PooledBuffer(capacityBytes: 4096);
        using var json = new Utf8JsonWriter(buffer, JsonForm.Options);
        json.WriteStartObject();
        NinjsItem.WriteStandard(json);
        json.WriteString("uri"u8, FeedIdentity.Of(head.Publication, head.Name));
        json.WriteString("type"u8, "composite"u8);
        json.WriteString("representationType"u8, "full"u8);
        json.WriteMoment("versionCreated"u8, FeedIdentity.Updated(head));
        json.WriteString("pubStatus"u8, "usable"u8);
        json.WriteString("language"u8, head.Publication.Language);
        NinjsText.WritePlain(json, "headlines"u8, ("main", head.Title));
        NinjsText.WritePlain(json, "descriptions"u8, ("summary", head.Description));
        json.WriteStartArray("infoSources"u8);
        NinjsOrigin.WriteSource(json, head.Publication.Title, "publisher"u8, FeedAddresses.Site(head.Publication));
        json.WriteEndArray();
        json.WriteStartArray("altIds"u8);
        json.WriteStartObject();
        json.WriteString("role"u8, "self"u8);
        json.WriteString("value"u8, self);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("associations"u8);
        foreach (var item in items)
        {
            // Written by the same writer, so there is nothing to check.
            json.WriteRawValue(item, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.Written.ToArray();
    }
}
