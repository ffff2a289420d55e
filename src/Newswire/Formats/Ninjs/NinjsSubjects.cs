using System.Text.Json;
using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats.Ninjs;

/// <summary>What the article is about, the most important first, and the section it stands in.</summary>
internal static class NinjsSubjects
{
    public static void Write(Utf8JsonWriter json, Article article)
    {
        if (article.Topics.Count == 0 && article.Section is null)
        {
            return;
        }

        json.WriteStartArray("subjects"u8);
        foreach (var topic in article.Topics)
        {
            // The literal is the name of the topic's feed: what a partner has to know to ask for more of it.
            WriteSubject(json, topic.Name, "about"u8, FeedName.OfTopic(topic));
        }

        if (article.Section is { } section)
        {
            WriteSubject(json, section, "section"u8, "sections/" + Slug.From(section));
        }

        json.WriteEndArray();
    }

    private static void WriteSubject(Utf8JsonWriter json, string name, ReadOnlySpan<byte> relation, string literal)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteString("rel"u8, relation);
        json.WriteString("literal"u8, literal);
        json.WriteEndObject();
    }
}
