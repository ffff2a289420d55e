using System.Buffers;
using System.Text.Json;
using Newswire.Formats;

namespace Newswire.Partners.Changes;

/// <summary>Changes as JSON: <c>{"changes": [{"change": "publish", "at": …, "item": {…}}, …], "next": …, "hasMore": false}</c>.</summary>
public static class ChangesDocument
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>The document, UTF-8.</summary>
    /// <param name="changes">The changes, in the order in which they shall stand.</param>
    /// <param name="next">The cursor to go on with, as text.</param>
    /// <param name="hasMore">Whether there is more behind it already.</param>
    /// <param name="fetchAfter">
    /// The cursor behind which the stream has more than is told here; null when this is all. What is left out is older than
    /// what is here.
    /// </param>
    public static ReadOnlyMemory<byte> Write(
        IReadOnlyList<ToldChange> changes, string next, bool hasMore, string? fetchAfter = null)
    {
        var buffer = new ArrayBufferWriter<byte>(changes.Sum(change => change.Item.Length + 128) + 256);
        using var json = new Utf8JsonWriter(buffer, JsonForm.Options);
        json.WriteStartObject();
        json.WriteStartArray("changes"u8);
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("change"u8, NameOf(change.Kind));
            json.WriteMoment("at"u8, change.At);
            if (change.IsRepeat)
            {
                json.WriteBoolean("repeat"u8, true);
            }

            // An item is whole and sound JSON already; reading it again would be most of the work.
            json.WritePropertyName("item"u8);
            json.WriteRawValue(change.Item.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("next"u8, next);
        json.WriteBoolean("hasMore"u8, hasMore);
        json.WriteKnown("fetchAfter"u8, fetchAfter);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static ReadOnlySpan<byte> NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Publish => "publish"u8,
        ChangeKind.Update => "update"u8,
        ChangeKind.Correct => "correct"u8,
        ChangeKind.Withdraw => "withdraw"u8,
        ChangeKind.Expire => "expire"u8,
        _ => "remove"u8,
    };
}
