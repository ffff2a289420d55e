using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Feeds;

namespace Newswire.Formats.Ninjs;

/// <summary>Headline, summary, body and correction.</summary>
internal static class NinjsText
{
    // Scripts that put no space between words, by the language's subtag: counting spaces there would count sentences.
    private static readonly string[] WithoutSpaces = ["zh", "yue", "ja", "th", "lo", "km", "my", "bo", "dz"];

    public static void Write(Utf8JsonWriter json, Publication publication, Article article)
    {
        var language = article.Language ?? publication.Language;
        json.WriteString("language"u8, language);
        WritePlain(json, "headlines"u8, ("main", article.Headline));
        WritePlain(json, "descriptions"u8, ("summary", article.Standfirst));

        // The correction stands in the body, for readers; the note is for whoever has published the earlier version.
        json.WriteKnown("edNote"u8, article.Correction);
        var html = EntryText.Full(article, EntryContent.Full) ?? EntryText.Summary(article, EntryContent.Full);
        if (html is not null)
        {
            WriteBody(json, html, language);
        }
    }

    /// <summary>A list of plain texts, each with what it is for; nothing if none is there.</summary>
    public static void WritePlain(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, params ReadOnlySpan<(string Role, string? Text)> texts)
    {
        var isBegun = false;
        foreach (var (role, text) in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                if (!isBegun)
                {
                    json.WriteStartArray(name);
                    isBegun = true;
                }

                json.WriteStartObject();
                json.WriteString("role"u8, role);
                json.WriteString("contentType"u8, "text/plain"u8);
                json.WriteString("value"u8, text);
                json.WriteEndObject();
            }
        }

        if (isBegun)
        {
            json.WriteEndArray();
        }
    }

    private static void WriteBody(Utf8JsonWriter json, string html, string language)
    {
        var text = RunningText.Of(html);
        json.WriteStartArray("bodies"u8);
        json.WriteStartObject();
        json.WriteString("role"u8, "main"u8);
        json.WriteString("contentType"u8, "text/html"u8);

        // Characters of Unicode, which every language counts alike.
        json.WriteNumber("charCount"u8, text.EnumerateRunes().Count());
        if (!WithoutSpaces.Contains(language.Split('-')[0], StringComparer.OrdinalIgnoreCase))
        {
            json.WriteNumber("wordCount"u8, text.Length == 0 ? 0 : text.Count(c => c == ' ') + 1);
        }

        json.WriteString("value"u8, html);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
