using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>
/// The rules that the document states once for all requests and no schema can: null, and a blank string, is a member left
/// out; text with markup may be longer when it is sent.
/// </summary>
internal static partial class SentJson
{
    /// <summary>No limit of a text is as short.</summary>
    private const int Short = 100;

    /// <summary>The JSON as the schemas speak of it.</summary>
    public static JsonElement AsDescribed(byte[] json)
    {
        var bytes = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;

        // Half a surrogate pair is let through by the reader, and read by no library.
        var node = JsonNode.Parse(Surrogates().Replace(Encoding.UTF8.GetString(bytes), "x"));
        Strip(node);
        return JsonSerializer.SerializeToElement(node);
    }

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Surrogates();

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Where(member => SaysNothing(member.Value)).Select(member => member.Key).ToList())
            {
                members.Remove(name);
            }

            foreach (var (name, value) in members.ToList())
            {
                members[name] = Shortened(value?.DeepClone());
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                array[i] = Shortened(array[i]?.DeepClone());
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

    private static JsonNode? Shortened(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > Short } text && text.Contains('<', StringComparison.Ordinal)
            ? "Text with markup"
            : value;

    private static bool SaysNothing(JsonNode? value) =>
        value is null || (value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>()));
}
