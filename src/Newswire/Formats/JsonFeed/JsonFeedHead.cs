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
        using var json = new Utf8JsonWriter(buffer, JsonFeedText.Options);
        json.WriteStartObject();
        json.WriteString("version"u8, "https://jsonfeed.org/version/1.1"u8);
        json.WriteString("title"u8, head.Title);
        json.WriteString("home_page_url"u8, site);
        json.WriteString("feed_url"u8, FeedAddresses.Url(publication, head.Name, extension));
        json.WriteString("description"u8, head.Description);
        json.WriteKnown("icon"u8, head.LogoUrl);

        // Items without an author of their own have the feed's.
        json.WriteStartArray("authors"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, publication.Title);
        json.WriteString("url"u8, site);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("language"u8, publication.Language);
        if (publication.Rights is { } rights)
        {
            json.WriteStartObject("_newswire"u8);
            json.WriteString("rights"u8, rights);
            json.WriteEndObject();
        }

        json.WriteStartArray("items"u8);
        json.Flush();
        var itemsAt = buffer.LengthBytes;
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return itemsAt;
    }
}
