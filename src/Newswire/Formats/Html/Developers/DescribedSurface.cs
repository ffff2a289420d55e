using System.Text.Json.Nodes;

namespace Newswire.Formats.Html.Developers;

/// <summary>An OpenAPI 3.1 document, as far as the page reads it.</summary>
internal sealed class DescribedSurface(JsonObject document)
{
    private const string SchemaReference = "#/components/schemas/";
    private static readonly string[] Methods = ["get", "put", "post", "delete"];

    /// <summary>What the document says of itself.</summary>
    public JsonObject Info => document["info"]!.AsObject();

    /// <summary>Where the surface is, without a slash at its end.</summary>
    public string Server => (string)document["servers"]![0]!["url"]!;

    /// <summary>The groups of operations in their order, with what each is for.</summary>
    public IReadOnlyList<(string Name, string Description)> Tags { get; } =
        [.. document["tags"]!.AsArray().Select(tag => ((string)tag!["name"]!, (string)tag["description"]!))];

    /// <summary>What everybody may be sent or may send, by name.</summary>
    public IReadOnlyList<(string Name, JsonObject Schema)> Schemas { get; } =
        [.. document["components"]!["schemas"]!.AsObject().Select(schema => (schema.Key, schema.Value!.AsObject()))];

    /// <summary>How the keys are told apart, by the names that operations use.</summary>
    public JsonObject Keys => document["components"]!["securitySchemes"]!.AsObject();

    /// <summary>The operations of a group: those of paths, then what is sent to others.</summary>
    public IEnumerable<DescribedOperation> OperationsOf(string tag) =>
        In("paths", isSent: false).Concat(In("webhooks", isSent: true)).Where(operation => operation.Tag == tag);

    /// <summary>What is sent because of an operation.</summary>
    public IEnumerable<DescribedOperation> CallbacksOf(DescribedOperation operation) =>
        from callback in operation.Content["callbacks"] as JsonObject ?? []
        from path in callback.Value!.AsObject()
        from made in Of(path.Key, path.Value!.AsObject(), isSent: true)
        select made;

    /// <summary>What a reference leads to, with what stands beside it; anything else as it is.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        if ((string?)node["$ref"] is not { } reference || !reference.StartsWith('#'))
        {
            return node.AsObject();
        }

        var found = Resolve(reference.Split('/').Skip(1).Aggregate((JsonNode)document, (at, name) => at[name]!)).DeepClone().AsObject();
        foreach (var (name, value) in node.AsObject().Where(member => member.Key != "$ref"))
        {
            found[name] = value?.DeepClone();
        }

        return found;
    }

    /// <summary>The name of the schema that a reference leads to; null when it leads elsewhere or is none.</summary>
    public static string? SchemaNameOf(JsonNode? node) =>
        (string?)(node as JsonObject)?["$ref"] is { } reference && reference.StartsWith(SchemaReference, StringComparison.Ordinal)
            ? reference[SchemaReference.Length..]
            : null;

    private IEnumerable<DescribedOperation> In(string member, bool isSent) =>
        (document[member] as JsonObject ?? []).SelectMany(path => Of(path.Key, path.Value!.AsObject(), isSent));

    private IEnumerable<DescribedOperation> Of(string path, JsonObject item, bool isSent) =>
        from method in Methods
        where item.ContainsKey(method)
        let content = item[method]!.AsObject()
        select new DescribedOperation(
            method.ToUpperInvariant(),
            path,
            content,
            [.. ParametersOf(item), .. ParametersOf(content)],
            AnswersHead: method == "get" && item.ContainsKey("head"),
            isSent);

    private IEnumerable<JsonObject> ParametersOf(JsonObject from) =>
        (from["parameters"] as JsonArray ?? []).Select(parameter => Resolve(parameter!));
}
