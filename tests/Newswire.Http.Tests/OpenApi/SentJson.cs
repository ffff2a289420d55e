using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>The rule that the document states once for all requests: null, and a blank string, is a member left out.</summary>
internal static class SentJson
{
    /// <summary>The JSON without members that say nothing.</summary>
    public static JsonElement WithoutNothing(byte[] json)
    {
        var bytes = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        var node = JsonNode.Parse(bytes);
        Strip(node);
        return JsonSerializer.SerializeToElement(node);
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Where(member => SaysNothing(member.Value)).Select(member => member.Key).ToList())
            {
                members.Remove(name);
            }
        }

        foreach (var inner in node switch
        {
            JsonObject left => left.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        })
        {
            Strip(inner);
        }
    }

    private static bool SaysNothing(JsonNode? value) =>
        value is null
        || (value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(JsonSerializer.Deserialize<string>(value.ToJsonString())));
}
