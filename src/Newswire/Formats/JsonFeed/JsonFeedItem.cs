using System.Text.Json;
using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats.JsonFeed;

/// <summary>An entry as an item of JSON Feed.</summary>
internal static class JsonFeedItem
{
    public static byte[] Write(Entry entry, EntryContent content)
    {
        var article = entry.Article;
        using var buffer = new PooledBuffer(EntrySize.Expected(article));
        using var json = new Utf8JsonWriter(buffer, JsonForm.Options);
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id);
        json.WriteString("url"u8, article.Url);
        json.WriteString("title"u8, article.Headline);

        // Always there: an item must have content of one kind or the other, and readers that find it empty do not look
        // into the summary.
        json.WriteString("content_html"u8, EntryText.Full(article, content) ?? EntryText.Brief(article));
        json.WriteKnown("summary"u8, article.Standfirst);
        json.WriteKnown("image"u8, article.Featured?.Url);
        json.WriteMoment("date_published"u8, entry.Published);
        json.WriteMoment("date_modified"u8, entry.Updated);
        WriteBylineAndTopics(json, article);
        json.WriteKnown("language"u8, article.Language);
        WriteAttachment(json, article.Featured);
        WriteExtension(json, entry);
        json.WriteEndObject();
        json.Flush();
        return buffer.Written.ToArray();
    }

    private static void WriteBylineAndTopics(Utf8JsonWriter json, Article article)
    {
        if (article.Authors.Count > 0)
        {
            json.WriteStartArray("authors"u8);
            foreach (var author in article.Authors)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, author.Name);
                json.WriteKnown("url"u8, author.Url);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (article.Topics.Count > 0)
        {
            json.WriteStartArray("tags"u8);
            foreach (var topic in article.Topics)
            {
                json.WriteStringValue(topic.Name);
            }

            json.WriteEndArray();
        }
    }

    // What an enclosure is in RSS: the featured picture. Those in the body are in the body; readers list attachments
    // below it, where they would be seen again.
    private static void WriteAttachment(Utf8JsonWriter json, Picture? featured)
    {
        if (featured is { Type: { } type, LengthBytes: { } lengthBytes })
        {
            json.WriteStartArray("attachments"u8);
            json.WriteStartObject();
            json.WriteString("url"u8, featured.Url);
            json.WriteString("mime_type"u8, type);
            json.WriteKnown("title"u8, featured.Caption);
            json.WriteNumber("size_in_bytes"u8, lengthBytes);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    // What JSON Feed has no member for.
    private static void WriteExtension(Utf8JsonWriter json, Entry entry)
    {
        var article = entry.Article;
        var pictures = EntryPictures.Of(article);
        if (pictures.Count == 0
            && entry is { License: null, Additions: { Publisher: null, Expires: null, UsageTerms: null } }
            && article is { Rights: null, Section: null, Correction: null })
        {
            return;
        }

        json.WriteStartObject("_newswire"u8);
        json.WriteKnown("publisher"u8, entry.Additions.Publisher);
        if (entry.Additions.Expires is { } expires)
        {
            json.WriteMoment("expires"u8, expires);
        }

        json.WriteKnown("rights"u8, article.Rights);
        json.WriteKnown("usage_terms"u8, entry.Additions.UsageTerms);
        json.WriteKnown("license"u8, entry.License);
        json.WriteKnown("section"u8, article.Section);
        json.WriteKnown("correction"u8, article.Correction);
        if (pictures.Count > 0)
        {
            json.WriteStartArray("pictures"u8);
            foreach (var picture in pictures)
            {
                WritePicture(json, picture);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter json, Picture picture)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, picture.Url);
        json.WriteKnown("mime_type"u8, picture.Type);
        json.WriteKnown("size_in_bytes"u8, picture.LengthBytes);
        json.WriteKnown("width"u8, picture.Width);
        json.WriteKnown("height"u8, picture.Height);
        json.WriteKnown("caption"u8, picture.Caption);
        json.WriteKnown("alt"u8, picture.Alt);
        if (picture.Credits.Count > 0)
        {
            json.WriteStartArray("credits"u8);
            foreach (var credit in picture.Credits)
            {
                json.WriteStringValue(credit);
            }

            json.WriteEndArray();
        }

        WriteRights(json, picture.Rights);
        json.WriteEndObject();
    }

    private static void WriteRights(Utf8JsonWriter json, PictureRights? rights)
    {
        if (rights is null or { CopyrightNotice: null, Licensor: null, License: null, UsageTerms: null })
        {
            return;
        }

        json.WriteStartObject("rights"u8);
        json.WriteKnown("copyright_notice"u8, rights.CopyrightNotice);
        if (rights.Licensor is { } licensor)
        {
            json.WriteStartObject("licensor"u8);
            json.WriteKnown("name"u8, licensor.Name);
            json.WriteKnown("url"u8, licensor.Url);
            json.WriteEndObject();
        }

        json.WriteKnown("license"u8, rights.License);
        json.WriteKnown("usage_terms"u8, rights.UsageTerms);
        json.WriteEndObject();
    }
}
