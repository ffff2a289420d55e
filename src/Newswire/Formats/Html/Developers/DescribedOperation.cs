using System.Text.Json.Nodes;

namespace Newswire.Formats.Html.Developers;

/// <summary>One method of one path.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">The template; the name of the event where <paramref name="IsSent"/>.</param>
/// <param name="Content">The operation as it stands in the document.</param>
/// <param name="Parameters">Those of the path and its own, references followed.</param>
/// <param name="AnswersHead">Whether HEAD is answered alike.</param>
/// <param name="IsSent">Whether Newswire sends it to others.</param>
internal sealed record DescribedOperation(
    string Method, string Path, JsonObject Content, IReadOnlyList<JsonObject> Parameters, bool AnswersHead, bool IsSent)
{
    /// <summary>Names it in addresses.</summary>
    public string Id => (string)Content["operationId"]!;

    public string Summary => (string)Content["summary"]!;

    public string? Description => (string?)Content["description"];

    /// <summary>The group it is in; null for what belongs to another operation.</summary>
    public string? Tag => (string?)Content["tags"]?[0];

    /// <summary>The name of the key it needs; null when it needs none.</summary>
    public string? Key => Content["security"] is JsonArray and [JsonObject key] ? key.First().Key : null;

    /// <summary>The names of the signatures of which it needs one; none when it needs none.</summary>
    public IEnumerable<string> Signatures => Content["security"] is JsonArray { Count: > 1 } several
        ? several.Select(signature => signature!.AsObject().First().Key)
        : [];

    /// <summary>What it takes, by media type; none when it takes nothing.</summary>
    public JsonObject RequestContent => Content["requestBody"]?["content"] as JsonObject ?? [];
}
