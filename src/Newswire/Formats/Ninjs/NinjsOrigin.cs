using System.Text.Json;
using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats.Ninjs;

/// <summary>Who wrote the article and who publishes it.</summary>
internal static class NinjsOrigin
{
    public static void Write(Utf8JsonWriter json, Publication publication, Article article)
    {
        if (article.Authors.Count > 0)
        {
            // A comma and no "and", which would be in another language than the article.
            json.WriteString("by"u8, string.Join(", ", article.Authors.Select(author => author.Name)));
        }

        json.WriteStartArray("infoSources"u8);
        foreach (var author in article.Authors)
        {
            WriteSource(json, author.Name, "author"u8, author.Url);
        }

        WriteSource(json, publication.Title, "publisher"u8, FeedAddresses.Site(publication));
        json.WriteEndArray();
    }

    /// <summary>A party that had a part in the content.</summary>
    public static void WriteSource(Utf8JsonWriter json, string? name, ReadOnlySpan<byte> role, string? url = null)
    {
        json.WriteStartObject();
        json.WriteKnown("name"u8, name);
        json.WriteString("role"u8, role);
        json.WriteKnown("uri"u8, url);
        json.WriteEndObject();
    }
}
