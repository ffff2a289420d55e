using System.Text.Encodings.Web;
using System.Text.Json;
using Newswire.Articles;
using Newswire.Formats;

namespace Newswire.Benchmarks;

/// <summary>The bytes of our JSON Feed by the shortest way there is with the library's JSON writer.</summary>
internal static class PlainJsonFeed
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 0,
        NewLine = "\n",
    };

    public static byte[] Write(FeedHead head, IReadOnlyList<Entry> entries)
    {
        var publication = head.Publication;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version"u8, "https://jsonfeed.org/version/1.1"u8);
            json.WriteString("title"u8, head.Title);
            json.WriteString("home_page_url"u8, FeedAddresses.Site(publication));
            json.WriteString("feed_url"u8, FeedAddresses.Url(publication, head.Name, "json"));
            json.WriteString("description"u8, head.Description);
            json.WriteString("icon"u8, publication.LogoUrl);
            json.WriteStartArray("authors"u8);
            json.WriteStartObject();
            json.WriteString("name"u8, publication.Title);
            json.WriteString("url"u8, FeedAddresses.Site(publication));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("language"u8, publication.Language);
            json.WriteStartArray("hubs"u8);
            json.WriteStartObject();
            json.WriteString("type"u8, "WebSub"u8);
            json.WriteString("url"u8, publication.OutsideHubs[0]);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("_newswire"u8);
            json.WriteString("rights"u8, publication.Rights);
            json.WriteEndObject();
            json.WriteStartArray("items"u8);
            foreach (var entry in entries)
            {
                WriteItem(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter json, Entry entry)
    {
        var article = entry.Article;
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id);
        json.WriteString("url"u8, article.Url);
        json.WriteString("title"u8, article.Headline);
        json.WriteString("content_html"u8, article.Body);
        json.WriteString("summary"u8, article.Standfirst);
        json.WriteString("image"u8, article.Featured!.Url);
        json.WriteString("date_published"u8, PlainXml.Moment(entry.Published));
        json.WriteString("date_modified"u8, PlainXml.Moment(entry.Updated));
        json.WriteStartArray("authors"u8);
        foreach (var author in article.Authors)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, author.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tags"u8);
        foreach (var topic in article.Topics)
        {
            json.WriteStringValue(topic.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("attachments"u8);
        json.WriteStartObject();
        json.WriteString("url"u8, article.Featured.Url);
        json.WriteString("mime_type"u8, article.Featured.Type);
        json.WriteString("title"u8, article.Featured.Caption);
        json.WriteNumber("size_in_bytes"u8, article.Featured.LengthBytes!.Value);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("_newswire"u8);
        json.WriteStartArray("pictures"u8);
        foreach (var picture in article.Pictures.Prepend(article.Featured))
        {
            WritePicture(json, picture);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter json, Picture picture)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, picture.Url);
        json.WriteString("mime_type"u8, picture.Type);
        json.WriteNumber("size_in_bytes"u8, picture.LengthBytes!.Value);
        json.WriteNumber("width"u8, picture.Width!.Value);
        json.WriteNumber("height"u8, picture.Height!.Value);
        json.WriteString("caption"u8, picture.Caption);
        json.WriteString("alt"u8, picture.Alt);
        json.WriteStartArray("credits"u8);
        foreach (var credit in picture.Credits)
        {
            json.WriteStringValue(credit);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
