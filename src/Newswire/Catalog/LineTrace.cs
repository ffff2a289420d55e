using System.Diagnostics;
using System.Text;

namespace Newswire.Catalog;

/// <summary>
/// The trace in which a change was accepted: the last member of its line, <c>"trace"</c>, as a <c>traceparent</c> (W3C Trace
/// Context §3.2). It belongs to the line and not to the change, so nothing that is made of changes can depend on it, and
/// readers that know nothing of it pass over it.
/// </summary>
internal static class LineTrace
{
    private const int ParentLength = 55;

    private static ReadOnlySpan<byte> Begin => ",\"trace\":\""u8;

    private static ReadOnlySpan<byte> End => "\"}"u8;

    /// <summary>The line with the trace; as it is when there is none.</summary>
    /// <param name="line">A JSON object with at least one member.</param>
    /// <param name="parent">The trace.</param>
    public static byte[] Add(byte[] line, string? parent) => parent is { Length: ParentLength }
        ? [.. line.AsSpan()[..^1], .. Begin, .. Encoding.ASCII.GetBytes(parent), .. End]
        : line;

    /// <summary>The trace of a line; default when it names none.</summary>
    public static ActivityContext Read(ReadOnlySpan<byte> line)
    {
        // Inside a text the quotes would be escaped, and inside an object more than one brace would follow.
        var tail = Begin.Length + ParentLength + End.Length;
        return line.Length > tail
            && line.EndsWith(End)
            && line[^tail..].StartsWith(Begin)
            && ActivityContext.TryParse(
                Encoding.ASCII.GetString(line.Slice(line.Length - End.Length - ParentLength, ParentLength)),
                traceState: null,
                isRemote: true,
                out var trace)
                ? trace
                : default;
    }
}
