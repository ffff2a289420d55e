namespace Newswire.Http.Ingest;

/// <summary>Content of one JSON value a line.</summary>
internal static class Ndjson
{
    /// <summary>The media types under which it is sent; the registered-by-use one first.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
        ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-lines"];

    /// <summary>The lines that hold something, with their numbers, counted from 1, empty lines included.</summary>
    public static List<(int Number, ReadOnlyMemory<byte> Bytes)> Lines(ReadOnlyMemory<byte> content)
    {
        List<(int, ReadOnlyMemory<byte>)> lines = [];
        var number = 0;
        foreach (var range in content.Span.Split((byte)'\n'))
        {
            number++;
            var line = RequestContent.WithoutByteOrderMark(content[range]);
            if (line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                lines.Add((number, line));
            }
        }

        return lines;
    }
}
