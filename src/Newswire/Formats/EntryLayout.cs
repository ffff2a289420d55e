using System.Text;

namespace Newswire.Formats;

/// <summary>How the entries of a format stand in its documents.</summary>
/// <param name="before">What stands before the first entry.</param>
/// <param name="between">What stands between two.</param>
/// <param name="after">What stands after the last.</param>
internal sealed class EntryLayout(string before, string between, string after)
{
    private readonly byte[] before = Encoding.UTF8.GetBytes(before);
    private readonly byte[] between = Encoding.UTF8.GetBytes(between);
    private readonly byte[] after = Encoding.UTF8.GetBytes(after);

    /// <summary>The document.</summary>
    public byte[] Join(FeedParts parts)
    {
        var (head, entries, tail) = parts;
        if (entries.Count == 0)
        {
            return [.. head.Span, .. tail.Span];
        }

        var length = head.Length + after.Length + tail.Length;
        for (var i = 0; i < entries.Count; i++)
        {
            length = checked(length + (i == 0 ? before : between).Length + entries[i].Length);
        }

        // Every byte is written below, so clearing the array first would be a third pass over the document.
        var document = GC.AllocateUninitializedArray<byte>(length);
        var rest = Put(document, head.Span);
        for (var i = 0; i < entries.Count; i++)
        {
            rest = Put(rest, i == 0 ? before : between);
            rest = Put(rest, entries[i].Span);
        }

        rest = Put(rest, after);
        Put(rest, tail.Span);
        return document;
    }

    /// <summary>
    /// The parts of a document whose entries have been found; null when they stand in it in another way than
    /// <see cref="Join"/> puts them.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="entries">Where its entries are.</param>
    /// <param name="place">Where they would be if there were none, used in that case only.</param>
    public FeedParts? Split(ReadOnlyMemory<byte> document, IReadOnlyList<Range> entries, int place)
    {
        var headEnd = entries.Count == 0 ? place : entries[0].Start.Value - before.Length;
        var tailStart = entries.Count == 0 ? place : entries[^1].End.Value + after.Length;
        if (headEnd < 0 || tailStart > document.Length)
        {
            return null;
        }

        var parts = new FeedParts(
            document[..headEnd], [.. entries.Select(entry => document[entry])], document[tailStart..]);

        // Instead of looking at each gap: what joins to the same bytes was split in the right places.
        return document.Span.SequenceEqual(Join(parts)) ? parts : null;
    }

    private static Span<byte> Put(Span<byte> target, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target);
        return target[bytes.Length..];
    }
}
