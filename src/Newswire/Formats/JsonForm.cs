using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Newswire.Formats;

/// <summary>How the formats write JSON.</summary>
internal static class JsonForm
{
    /// <summary>
    /// One member a line. Letters and markup stay as they are: a document is served by itself, never put into a page of
    /// HTML, which is what the default encoder guards against by escaping both.
    /// </summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 0,
        NewLine = "\n",
    };

    /// <summary>A moment as RFC 3339.</summary>
    public static void WriteMoment(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset moment)
    {
        Span<byte> text = stackalloc byte[32];
        moment.UtcDateTime.TryFormat(text, out var written, DateForms.Rfc3339, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..written]);
    }

    /// <summary>A member that is left out when there is nothing to say.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <inheritdoc cref="WriteKnown(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void WriteKnown(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
