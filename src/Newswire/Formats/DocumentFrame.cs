namespace Newswire.Formats;

/// <summary>A document without its entries, and the place in it where they belong.</summary>
/// <param name="bytes">The document, UTF-8.</param>
/// <param name="entriesAt">The offset of the entries in <paramref name="bytes"/>.</param>
internal readonly ref struct DocumentFrame(ReadOnlySpan<byte> bytes, int entriesAt)
{
    private readonly ReadOnlySpan<byte> head = bytes[..entriesAt];
    private readonly ReadOnlySpan<byte> tail = bytes[entriesAt..];

    /// <summary>The document with its entries.</summary>
    /// <param name="entries">What <see cref="IFeedFormat.WriteEntry"/> returned.</param>
    /// <param name="before">What stands before the first entry.</param>
    /// <param name="between">What stands between two.</param>
    /// <param name="after">What stands after the last.</param>
    public byte[] Fill(
        IReadOnlyList<ReadOnlyMemory<byte>> entries,
        ReadOnlySpan<byte> before,
        ReadOnlySpan<byte> between,
        ReadOnlySpan<byte> after)
    {
        if (entries.Count == 0)
        {
            return [.. head, .. tail];
        }

        var length = head.Length + after.Length + tail.Length;
        for (var i = 0; i < entries.Count; i++)
        {
            length = checked(length + (i == 0 ? before : between).Length + entries[i].Length);
        }

        // Every byte is written below, so clearing the array first would be a third pass over the document.
        var document = GC.AllocateUninitializedArray<byte>(length);
        var rest = Put(document, head);
        for (var i = 0; i < entries.Count; i++)
        {
            rest = Put(rest, i == 0 ? before : between);
            rest = Put(rest, entries[i].Span);
        }

        rest = Put(rest, after);
        Put(rest, tail);
        return document;
    }

    private static Span<byte> Put(Span<byte> target, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target);
        return target[bytes.Length..];
    }
}
