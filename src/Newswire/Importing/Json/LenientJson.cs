using System.Text.Json;
using Newswire.Json;

namespace Newswire.Importing.Json;

/// <summary>Takes members out of JSON that other systems wrote: whatever is not what it should be counts as missing.</summary>
internal static class LenientJson
{
    /// <summary>The member; false when it is missing, or this is no object.</summary>
    public static bool TryMember(JsonElement row, string name, out JsonElement member)
    {
        member = default;
        try
        {
            return row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            // Another name in the row holds half of a surrogate pair, and cannot be compared.
            return false;
        }
    }

    /// <summary>The text of a member; null when it is missing, blank or no text.</summary>
    public static string? Text(JsonElement row, string name) =>
        TryMember(row, name, out var value) && value.ValueKind == JsonValueKind.String
        && JsonText.Read(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The whole number of a member; 0 when it is missing or none.</summary>
    public static int Number(JsonElement row, string name) =>
        TryMember(row, name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
