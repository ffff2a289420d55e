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

    /// <summary>Which key it needs; null when it is open to everybody.</summary>
    public string? Key => (operation["security"] as JsonArray)?.Single()!.AsObject().Single().Key;

    /// <summary>What content it takes, by media type; null when it takes none.</summary>
    public JsonObject? RequestContent => operation["requestBody"]?["content"]?.AsObject();

    /// <summary>What an answer with the status is like; null when there is none.</summary>
    public JsonObject? Response(int status) =>
        operation["responses"]![status.ToString(null, null)] is { } response ? contract.Resolve(response) : null;

    public override string ToString() => $"{Method} {path.Template}";
}
