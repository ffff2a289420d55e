using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Feeds;

namespace Newswire.Http.OpenApi;

/// <summary>The surface as an OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.1).</summary>
internal static class SurfaceDescription
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document of a publication: its name, and where its surface is.</summary>
    public static JsonObject Of(Publication publication)
    {
        var document = DescriptionParts.Read();
        HeadOperations.Fill(document);
        document["info"]!["title"] = $"{publication.Title}: articles in, feeds out";
        document["servers"] = new JsonArray(new JsonObject { ["url"] = publication.BaseUrl.TrimEnd('/') });
        return document;
    }

    /// <summary>The document as UTF-8, laid out for people too.</summary>
    public static byte[] ToUtf8(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(document, Readable);
}
