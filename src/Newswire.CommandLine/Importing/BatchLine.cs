using System.Text;
using System.Text.Json;
using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>Items as lines of <c>POST /api/articles</c>.</summary>
internal static class BatchLine
{
    /// <summary>
    /// The article's JSON on one line, with its id. Without <paramref name="notify"/> readers are not told of it, unless it says
    /// itself whether they are: nobody wants the archive on the telephone.
    /// </summary>
    public static ReadOnlyMemory<byte> Of(ImportedItem.Article article, bool notify)
    {
        var members = Members(article.Json.Span);
        if (members is null)
        {
            // Whoever receives it says what is wrong with it.
            return OnOneLine(article.Json, []);
        }

        List<string> added = [];
        if (!members.Contains("id"))
        {
            added.Add($"\"id\":{JsonSerializer.Serialize(article.Id)}");
        }

        if (!notify && !members.Contains("notify") && !members.Contains("withdraw"))
        {
            added.Add("\"notify\":false");
        }

        return OnOneLine(article.Json, members.Count > 0 ? [.. added, ""] : [.. added]);
    }

    /// <summary>The line that withdraws.</summary>
    public static ReadOnlyMemory<byte> Of(ImportedItem.Withdrawal withdrawal) => withdrawal.Version is { } version
        ? JsonSerializer.SerializeToUtf8Bytes(new { id = withdrawal.Id, withdraw = true, version })
        : JsonSerializer.SerializeToUtf8Bytes(new { id = withdrawal.Id, withdraw = true });

    /// <summary>Line breaks can only stand between the parts of JSON, where a space means the same.</summary>
    private static byte[] OnOneLine(ReadOnlyMemory<byte> json, IReadOnlyList<string> first)
    {
        var start = json.Span.IndexOf((byte)'{') + 1;
        byte[] line = [.. json.Span[..start], .. Encoding.UTF8.GetBytes(string.Join(',', first)), .. json.Span[start..]];
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }

    /// <summary>The names of the object's members; null when it is no JSON object.</summary>
    private static HashSet<string>? Members(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        HashSet<string> names = new(StringComparer.Ordinal);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(reader.GetString()!);
                reader.Skip();
            }

            return names;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
