using System.Text.Json;

namespace Newswire.Infra.Tests;

/// <summary>A resource as Azure would be asked for it, loops and conditions done; what only Azure knows is still an expression.</summary>
internal sealed record Resource(JsonElement Json)
{
    public string Id => At("id").GetString()!;

    public string Type => At("type").GetString()!;

    /// <summary>Its name without those of its parents.</summary>
    public string Name => At("name").GetString()!.Split('/')[^1];

    /// <summary>The value at a path of names with dots between; undefined when there is none.</summary>
    public JsonElement At(string path)
    {
        var value = Json;
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return default;
            }
        }

        return value;
    }

    /// <summary>The text at a path; null when there is none.</summary>
    public string? Text(string path) => At(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The texts of a list at a path.</summary>
    public IReadOnlyList<string> Texts(string path) => [.. At(path).EnumerateArray().Select(item => item.GetString()!)];
}
