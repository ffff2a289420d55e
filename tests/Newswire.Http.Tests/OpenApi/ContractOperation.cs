using System.Text.Json.Nodes;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>One method of one path.</summary>
internal sealed class ContractOperation(
    Contract contract, ContractPath path, string method, JsonObject operation, IReadOnlyList<JsonObject> parameters)
{
    public string Id { get; } = (string)operation["operationId"]!;

    /// <summary>The group it is in.</summary>
    public string Tag { get; } = (string)operation["tags"]!.AsArray().Single()!;

    public ContractPath Path => path;

    public string Method => method.ToUpperInvariant();

    public IReadOnlyList<JsonObject> Parameters => parameters;

    /// <summary>The statuses it may answer with.</summary>
    public IEnumerable<int> Statuses => operation["responses"]!.AsObject().Select(response => int.Parse(response.Key, null));

    /// <summary>Which key it needs; null when it needs none.</summary>
    public string? Key => operation["security"] is JsonArray and [JsonObject key] ? key.Single().Key : null;

    /// <summary>The headers any of which may have a signature instead of a key.</summary>
    public IEnumerable<string> SignatureHeaders => operation["security"] is JsonArray { Count: > 1 } signatures
        ? signatures.Select(signature => (string)contract.Document["components"]!["securitySchemes"]![signature!.AsObject().Single().Key]!["name"]!)
        : [];

    /// <summary>What content it takes, by media type; null when it takes none.</summary>
    public JsonObject? RequestContent => operation["requestBody"]?["content"]?.AsObject();

    /// <summary>What an answer with the status is like; null when there is none.</summary>
    public JsonObject? Response(int status) =>
        operation["responses"]![status.ToString(null, null)] is { } response ? contract.Resolve(response) : null;

    public override string ToString() => $"{Method} {path.Template}";
}
