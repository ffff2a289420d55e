using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>The schemas of the document, evaluated by a library that is not ours.</summary>
internal sealed class ContractSchemas
{
    private const string Base = "https://contract.example/schemas";
    private const string Components = "#/components/schemas/";

    // Formats are mere annotations by default; here a date must be a date and a URI a URI.
    private static readonly EvaluationOptions Options = new()
    {
        OutputFormat = OutputFormat.List,
        RequireFormatValidation = true,
    };

    private readonly BuildOptions building = new() { SchemaRegistry = new SchemaRegistry() };
    private readonly ConcurrentDictionary<string, Lazy<JsonSchema>> known = new(StringComparer.Ordinal);

    public ContractSchemas(JsonObject document)
    {
        JsonSchema.FromText(File.ReadAllText(FileOf("geojson-stub.json")), building);
        JsonSchema.FromText(File.ReadAllText(FileOf("ninjs-schema_3.1.json")), building);
        Build(new JsonObject { ["$defs"] = document["components"]!["schemas"]!.DeepClone() }, Base);
    }

    /// <summary>What is wrong with the value by the schema, a line each; empty if nothing is.</summary>
    public IReadOnlyList<string> Faults(JsonNode schema, JsonElement value)
    {
        var text = schema.ToJsonString();
        var built = known.GetOrAdd(text, _ => new(() => Build(JsonNode.Parse(text)!.AsObject(), $"{Base}/{Guid.NewGuid()}"))).Value;
        var result = built.Evaluate(value, Options);
        return result.IsValid
            ? []
            : [.. (result.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key} {error.Value}"))
                .DefaultIfEmpty("Not valid, and the library does not say why.")];
    }

    private JsonSchema Build(JsonObject schema, string id)
    {
        // The library wants to know first what it reads.
        var named = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = id };
        foreach (var (keyword, value) in schema)
        {
            named[keyword] = value?.DeepClone();
        }

        return JsonSchema.FromText(
            named.ToJsonString().Replace($"\"{Components}", $"\"{Base}#/$defs/", StringComparison.Ordinal), building);
    }

    private static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, "Schemas", name);
}
