using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.YamlReader;
using SharpYaml.Serialization;

namespace Newswire.Http.OpenApi;

/// <summary>The parts of the OpenAPI document, which are files in YAML beside the code, put together.</summary>
internal static class DescriptionParts
{
    private const string Prefix = "openapi/";

    /// <summary>The names of the parts: <c>surface.yaml</c> first, which is what a reader wants to see first, then by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(DescriptionParts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .OrderBy(name => name != "surface.yaml")
            .ThenBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The whole document, new each time.</summary>
    /// <remarks>Read once more as JSON: the library has decimals for all numbers, and who asks for a whole one is refused.</remarks>
    public static JsonObject Read() => JsonNode.Parse(Merge(Names.Select(Part)).ToJsonString())!.AsObject();

    /// <summary>One out of several: objects are joined member by member.</summary>
    /// <exception cref="InvalidOperationException">Two parts say something of the same.</exception>
    public static JsonObject Merge(IEnumerable<JsonObject> parts)
    {
        var whole = new JsonObject();
        foreach (var part in parts)
        {
            Add(whole, part, "");
        }

        return whole;
    }

    private static void Add(JsonObject whole, JsonObject part, string at)
    {
        foreach (var (name, value) in part)
        {
            switch (whole[name], value)
            {
                case (null, _):
                    whole[name] = Copy(value);
                    break;
                case (JsonObject known, JsonObject more):
                    Add(known, more, $"{at}/{name}");
                    break;
                default:
                    throw new InvalidOperationException($"Two parts of the description say something of {at}/{name}.");
            }
        }
    }

    private static JsonObject Part(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (JsonObject)yaml.Documents[0].ToJsonNode();
    }

    // Also makes the nulls of what the library has for them: it keeps a null that was written apart from a missing member.
    private static JsonNode? Copy(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Copy(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Copy)]),
        _ => node.IsJsonNullSentinel() ? null : node.DeepClone(),
    };
}
