using System.Text.Json;

namespace Newswire.Importing.Json;

/// <summary>
/// Reads a large JSON document row by row: the arrays in an object under <c>data</c> are its tables. Never more than one row is in
/// memory, and nothing in the document makes it throw.
/// </summary>
internal sealed class JsonTables
{
    /// <summary>Bytes of one row; a post has its body in three forms.</summary>
    public const int MaxRowBytes = 32 * 1024 * 1024;

    private const string Holder = "data";

    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow };

    private readonly Stream content;
    private readonly Func<string, bool> wants;
    private readonly List<string?> names = [];
    private byte[] buffer = new byte[64 * 1024];
    private int length;
    private int used;
    private long passed;
    private bool isAtEnd;
    private JsonReaderState state = new(Lenient);
    private string? property;
    private string? table;
    private int tableDepth;
    private int index;
    private int skippingTo = -1;

    private JsonTables(Stream content, Func<string, bool> wants) => (this.content, this.wants) = (content, wants);

    /// <summary>The rows in order.</summary>
    /// <param name="open">Opens the document.</param>
    /// <param name="wants">Of which tables.</param>
    public static IEnumerable<JsonRow> Read(Func<Stream> open, Func<string, bool> wants)
    {
        using var document = open();
        var tables = new JsonTables(document, wants);
        while (true)
        {
            JsonRow? row;
            try
            {
                if (!tables.TryNext(out row))
                {
                    if (tables.isAtEnd)
                    {
                        yield break;
                    }

                    tables.Fill();
                    continue;
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException)
            {
                row = new JsonRow.Broken(tables.passed + tables.used, tables.table);
            }

            if (row is not null)
            {
                yield return row;
            }

            if (row is JsonRow.Broken)
            {
                yield break;
            }
        }
    }

    /// <summary>Reads on; false when more bytes are needed.</summary>
    private bool TryNext(out JsonRow? row)
    {
        row = null;
        var start = passed + used == 0 && length >= 3 && buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8) ? 3 : used;
        var reader = new Utf8JsonReader(buffer.AsSpan(start, length - start), isAtEnd, state);
        while (true)
        {
            var before = reader;
            if (!reader.Read())
            {
                Keep(before, start);
                return false;
            }

            if (skippingTo >= 0)
            {
                skippingTo = reader.CurrentDepth > skippingTo || reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) ? skippingTo : -1;
                continue;
            }

            if (table is not null && reader.CurrentDepth == tableDepth + 1 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                var ahead = reader;
                if (wants(table!) && ahead.TrySkip())
                {
                    row = Row(ref reader);
                    Keep(reader, start);
                    return true;
                }

                if (!wants(table!))
                {
                    skippingTo = reader.CurrentDepth;
                    index++;
                    continue;
                }

                if (length - start - before.BytesConsumed < MaxRowBytes && !isAtEnd)
                {
                    Keep(before, start);
                    return false;
                }

                skippingTo = reader.CurrentDepth;
                row = new JsonRow.PassedOver(table!, index++);
                Keep(reader, start);
                return true;
            }

            Follow(reader);
        }
    }

    private JsonRow.Read Row(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new JsonRow.Read(table!, index++, document.RootElement.Clone());
    }

    private void Follow(Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                property = reader.GetString();
                break;
            case JsonTokenType.StartArray when table is null && property is { } name && names.Count > 0 && names[^1] == Holder:
                (table, tableDepth, index) = (name, reader.CurrentDepth, 0);
                names.Add(property);
                property = null;
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                names.Add(property);
                property = null;
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                names.RemoveAt(names.Count - 1);
                table = table is not null && reader.CurrentDepth <= tableDepth ? null : table;
                property = null;
                break;
            default:
                property = null;
                break;
        }
    }

    private void Keep(Utf8JsonReader reader, int start)
    {
        state = reader.CurrentState;
        used = start + (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        // What is left moves to the front; a row that does not fit yet makes room.
        buffer.AsSpan(used, length - used).CopyTo(buffer);
        (passed, length, used) = (passed + used, length - used, 0);
        if (length == buffer.Length)
        {
            if (length > MaxRowBytes * 2)
            {
                throw new JsonException("A text without end.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = content.Read(buffer, length, buffer.Length - length);
        length += read;
        isAtEnd = read == 0;
    }
}
