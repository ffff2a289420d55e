using System.Text.Json;

namespace Newswire.Formats.JsonFeed;

/// <summary>The feed object with an empty list of items.</summary>
internal static class JsonFeedHead
{
    /// <summary>Writes it and returns the place of the items, an offset in the buffer.</summary>
    public static int Write(PooledBuffer buffer, FeedHead head, string extension)
    {
        var publication = head.Publication;
        var site = FeedAddresses.Site(publication);
        using var json = new Utf8JsonWriter(buffer, JsonForm.Options);
        json.WriteStartObject();
        json.WriteString("version"u8, "https://jsonfeed.org/version/1.1"u8);
        json.WriteString("title"u8, head.Title);
        json.WriteString("home_page_url"u8, site);
        json.WriteString("feed_url"u8, FeedAddresses.Self(head, extension));
        json.WriteString("description"u8, head.Description);

        // What prev-archive is in RFC 5005: the document with the next older items.
        json.WriteKnown("next_url"u8, Archive(head, head.PreviousPage, extension));
        json.WriteKnown("icon"u8, head.LogoUrl);

        // Items without an author of their own have the feed's.
        json.WriteStartArray("authors"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, publication.Title);
        json.WriteString("url"u8, site);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("language"u8, publication.Language);
        WriteHubs(json, FeedLinks.Hubs(head));
        WriteExtension(json, head, extension);
        WriteTombstones(json, head.Tombstones);
        json.WriteStartArray("items"u8);
        json.Flush();
        var itemsAt = buffer.LengthBytes;
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return itemsAt;
    }

    private static void WriteHubs(Utf8JsonWriter json, IReadOnlyList<string> hubs)
    {
        if (hubs.Count == 0)
        {
            return;
        }

        json.WriteStartArray("hubs"u8);
        foreach (var hub in hubs)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "WebSub"u8);
            json.WriteString("url"u8, hub);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // What JSON Feed has no member for. That there is an archive object says what fh:archive says in XML.
    private static void WriteExtension(Utf8JsonWriter json, FeedHead head, string extension)
    {
        var publication = head.Publication;
        if (publication is { Rights: null, LicenceUrl: null } && head is { UsageTerms: null, Page: null })
        {
            return;
        }

        json.WriteStartObject("_newswire"u8);
        json.WriteKnown("rights"u8, publication.Rights);
        json.WriteKnown("usage_terms"u8, head.UsageTerms);
        json.WriteKnown("license"u8, publication.LicenceUrl);
        if (head.Page is not null)
        {
            json.WriteStartObject("archive"u8);
            json.WriteString("current"u8, FeedAddresses.Url(publication, head.Name, extension));
            json.WriteKnown("next_archive"u8, Archive(head, head.NextPage, extension));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTombstones(Utf8JsonWriter json, IReadOnlyList<Tombstone> tombstones)
    {
        if (tombstones.Count > 0)
        {
            json.WriteStartArray("_tombstones"u8);
            foreach (var (id, when) in tombstones)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, id);
                json.WriteMoment("when"u8, when);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static string? Archive(FeedHead head, string? page, string extension) =>
        page is null ? null : FeedAddresses.ArchiveUrl(head.Publication, head.Name, page, extension);
}
