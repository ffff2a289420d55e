using System.Text.Json;
using Json.Schema;

namespace Newswire.Tests.Formats.Ninjs;

/// <summary>The IPTC's schema of ninjs 3.1, read by a library that is not ours.</summary>
internal static class NinjsSchema
{
    private static readonly JsonSchema Schema = Read();

    // Formats are mere annotations by default; here a date must be a date and a URI a URI.
    private static readonly EvaluationOptions Options = new()
    {
        OutputFormat = OutputFormat.List,
        RequireFormatValidation = true,
    };

    /// <summary>What is wrong with the document, a line each; empty if it is valid.</summary>
    public static IReadOnlyList<string> Faults(ReadOnlyMemory<byte> document)
    {
        using var json = JsonDocument.Parse(document);
        var result = Schema.Evaluate(json.RootElement, Options);
        return result.IsValid
            ? []
            : [.. (result.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}"))
                .DefaultIfEmpty("Not valid, and the library does not say why.")];
    }

    private static JsonSchema Read()
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        JsonSchema.FromText(File.ReadAllText(Of("geojson-stub.json")), options);
        return JsonSchema.FromText(File.ReadAllText(Of("ninjs-schema_3.1.json")), options);
    }

    private static string Of(string file) => Path.Combine(AppContext.BaseDirectory, "Schemas", file);
}
