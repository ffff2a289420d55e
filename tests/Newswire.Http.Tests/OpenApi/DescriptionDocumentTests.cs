using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newswire.Http.OpenApi;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>The document is sound by itself.</summary>
public sealed class DescriptionDocumentTests
{
    private const string NinjsSchema = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

    private static readonly Contract Ours = Contract.Ours;

    [Fact]
    public void The_document_is_valid_OpenAPI_by_a_reader_that_is_not_ours()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(Ours.Document.ToJsonString(), "json");

        // Nothing is fetched here, so the one schema that lies elsewhere is not found.
        var faults = diagnostic!.Errors.Concat(diagnostic.Warnings)
            .Where(fault => fault.Message != $"The schema reference '{NinjsSchema}' does not point to an existing schema.")
            .Select(fault => $"{fault.Pointer}: {fault.Message}");

        Assert.Empty(faults);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
        Assert.Equal(Ours.Document["paths"]!.AsObject().Count, document!.Paths.Count);
    }

    [Fact]
    public void Two_parts_never_say_something_of_the_same()
    {
        var part = new JsonObject { ["info"] = new JsonObject { ["title"] = "Newswire" } };

        var fault = Assert.Throws<InvalidOperationException>(() => DescriptionParts.Merge([part, part]));

        Assert.Contains("/info/title", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_has_an_id_of_its_own_a_summary_and_a_group_that_there_is()
    {
        var tags = Ours.Document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToList();
        var operations = Ours.Document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Where(member => member.Key != "parameters")
            .Select(member => member.Value!.AsObject())
            .ToList();

        Assert.Equal(operations.Count, operations.Select(operation => (string)operation["operationId"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.All(operations, operation => Assert.False(string.IsNullOrEmpty((string?)operation["summary"])));
        Assert.All(operations, operation => Assert.Contains((string)operation["tags"]!.AsArray().Single()!, tags));
        Assert.Empty(tags.Except(operations.Select(operation => (string)operation["tags"]![0]!), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_variable_of_a_path_is_described_and_no_other() => Assert.All(Ours.Operations, operation => Assert.Equal(
        operation.Path.Variables.Order(StringComparer.Ordinal),
        operation.Parameters.Where(parameter => (string)parameter["in"]! == "path").Select(parameter => (string)parameter["name"]!).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_reference_leads_somewhere_and_every_component_is_referred_to()
    {
        var references = Nodes(Ours.Document).OfType<JsonObject>()
            .Select(node => node["$ref"]).OfType<JsonValue>().Select(reference => (string)reference!).ToHashSet(StringComparer.Ordinal);
        var components = Ours.Document["components"]!.AsObject()
            .Where(kind => kind.Key != "securitySchemes")
            .SelectMany(kind => kind.Value!.AsObject().Select(component => $"#/components/{kind.Key}/{component.Key}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(components.Order(StringComparer.Ordinal), references.Where(reference => reference.StartsWith('#')).Order(StringComparer.Ordinal));
        Assert.Equal([NinjsSchema], references.Where(reference => !reference.StartsWith('#')));
    }

    /// <summary>What readers of the document rely on: an answer has no member that it does not name.</summary>
    [Fact]
    public void Every_object_of_an_answer_is_closed()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = Ours.Document["paths"]!.AsObject()
            .Where(path => path.Key is not ("/openapi.json" or "/manifest.webmanifest"))
            .SelectMany(path => path.Value!.AsObject().Where(member => member.Key != "parameters"))
            .SelectMany(operation => OpenObjects(operation.Value!["responses"]!, seen));

        Assert.Empty(open);
    }

    private static IEnumerable<string> OpenObjects(JsonNode node, HashSet<string> seen)
    {
        foreach (var inner in Nodes(node).OfType<JsonObject>())
        {
            // What stands beside a reference may close what it leads to.
            if ((string?)(inner["$ref"] as JsonValue) is { } reference && reference.StartsWith('#')
                && !inner.ContainsKey("unevaluatedProperties") && seen.Add(reference))
            {
                foreach (var found in OpenObjects(Ours.Resolve(new JsonObject { ["$ref"] = reference }), seen))
                {
                    yield return found;
                }
            }

            if (inner["type"] is JsonValue type && type.ToString() == "object" && !inner.ContainsKey("additionalProperties") && inner["allOf"] is null)
            {
                yield return inner.ToJsonString();
            }
        }
    }

    /// <summary>The node and all within it, but nothing within examples.</summary>
    private static IEnumerable<JsonNode?> Nodes(JsonNode? node) => node switch
    {
        JsonObject members => members.Where(member => member.Key is not ("examples" or "example")).SelectMany(member => Nodes(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Nodes).Prepend(node),
        _ => [node],
    };
}
