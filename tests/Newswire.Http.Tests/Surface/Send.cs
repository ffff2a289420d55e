using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Newswire.Http.Tests.Surface;

/// <summary>Builders of what a CMS sends: a test names what matters to it and takes the rest as it comes.</summary>
internal static class Send
{
    /// <summary>Words of every article built here; none may come into a log.</summary>
    public const string Headline = "Harbour bridge opens a month early";

    /// <summary>Words of the body of every article built here; none may come into a log.</summary>
    public const string BodyWords = "The bridge opened on Monday";

    /// <summary>A part of every push endpoint built here; none may come into a log.</summary>
    public const string Capability = "cApAbIlItY";

    /// <summary>An article; <paramref name="more"/> sets, replaces or (with null) removes members.</summary>
    public static JsonObject Article(string? id = null, long? version = 1, params IEnumerable<(string Name, JsonNode? Value)> more)
    {
        var article = new JsonObject
        {
            ["headline"] = Headline,
            ["standfirst"] = "Ferries keep running until Easter",
            ["body"] = $"<p>{BodyWords}.</p>",
            ["url"] = "https://news.example/harbour-bridge",
            ["published"] = "2026-03-04T09:00:00Z",
            ["authors"] = new JsonArray("Ada Okafor", "Mei Tanaka"),
            ["topics"] = new JsonArray("Transport", "UK News"),
        };
        if (id is not null)
        {
            article["id"] = id;
        }

        if (version is not null)
        {
            article["version"] = version;
        }

        foreach (var (name, value) in more)
        {
            article.Remove(name);
            if (value is not null)
            {
                article[name] = value;
            }
        }

        return article;
    }

    public static HttpContent Json(JsonNode json) => Bytes(Encoding.UTF8.GetBytes(json.ToJsonString()), "application/json");

    public static HttpContent Json(string json) => Bytes(Encoding.UTF8.GetBytes(json), "application/json");

    public static HttpContent Html(string html) => Bytes(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");

    public static HttpContent Batch(params IEnumerable<JsonNode> lines) =>
        Batch(string.Join('\n', lines.Select(line => line.ToJsonString())));

    public static HttpContent Batch(string lines) => Bytes(Encoding.UTF8.GetBytes(lines), "application/x-ndjson");

    public static HttpContent Bytes(byte[] bytes, string? contentType)
    {
        var content = new ByteArrayContent(bytes);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return content;
    }

    /// <summary>Content whose length is not said beforehand.</summary>
    public static HttpContent Streamed(Stream stream, string contentType)
    {
        var content = new StreamContent(stream);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        content.Headers.ContentLength = null;
        return content;
    }
}
