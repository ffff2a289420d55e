using System.Text.Json;
using Newswire.Articles;

namespace Newswire.Formats.Ninjs;

/// <summary>Where readers find the article: its canonical URL, as another identity and as a document to be had.</summary>
internal static class NinjsAddress
{
    public static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartArray("altIds"u8);
        json.WriteStartObject();
        json.WriteString("role"u8, "canonical"u8);
        json.WriteString("value"u8, article.Url);
        json.WriteEndObject();
        json.WriteEndArray();

        json.WriteStartArray("renditions"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, "web"u8);
        json.WriteString("href"u8, article.Url);
        json.WriteString("contentType"u8, "text/html"u8);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
