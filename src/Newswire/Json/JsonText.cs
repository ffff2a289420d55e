using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Newswire.Json;

/// <summary>Reads JSON strings, also those the standard reader refuses.</summary>
internal static class JsonText
{
    /// <summary>
    /// The string as sent. RFC 8259 §8.2 lets an escape name half of a surrogate pair; such a half stays in the text for
    /// the cleaning to remove, since one bad character is no reason to refuse an article.
    /// </summary>
    public static string Read(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(element.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (raw.IndexOf('\\') is >= 0 and var at)
        {
            text.Append(raw[..at]);
            var escape = raw[at + 1];
            raw = raw[(at + 2)..];
            if (escape == 'u')
            {
                text.Append((char)ushort.Parse(raw[..4], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                raw = raw[4..];
            }
            else
            {
                text.Append(escape switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escape });
            }
        }

        return text.Append(raw).ToString();
    }
}
