using System.Globalization;
using System.Text;

namespace Newswire.Importing.WordPress;

/// <summary>
/// Looks up single values in what PHP's <c>serialize</c> wrote, which is how WordPress keeps facts of pictures. Reads nothing else of
/// it, and never makes objects of it.
/// </summary>
internal static class PhpArray
{
    /// <summary>The whole number under the first key of this name; null when there is none.</summary>
    public static long? Number(string? serialized, string key)
    {
        var value = After(serialized, key);
        return value.StartsWith("i:", StringComparison.Ordinal)
            && value.IndexOf(';') is > 2 and var end
            && long.TryParse(value[2..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>The text under the first key of this name; null when there is none.</summary>
    public static string? Text(string? serialized, string key)
    {
        var value = After(serialized, key);
        if (!value.StartsWith("s:", StringComparison.Ordinal)
            || value.IndexOf(":\"", StringComparison.Ordinal) is not (> 2 and var quote)
            || !int.TryParse(value[2..quote], NumberStyles.None, CultureInfo.InvariantCulture, out var lengthBytes))
        {
            return null;
        }

        // The length counts bytes, and quotes in the text are not marked.
        var bytes = Encoding.UTF8.GetBytes(value[(quote + 2)..].ToString());
        return lengthBytes <= bytes.Length && Encoding.UTF8.GetString(bytes.AsSpan(0, lengthBytes)).Trim() is { Length: > 0 } text ? text : null;
    }

    private static ReadOnlySpan<char> After(string? serialized, string key)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"s:{Encoding.UTF8.GetByteCount(key)}:\"{key}\";");
        return serialized?.IndexOf(named, StringComparison.Ordinal) is >= 0 and var at ? serialized.AsSpan(at + named.Length) : default;
    }
}
