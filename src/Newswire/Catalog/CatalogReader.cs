namespace Newswire.Catalog;

/// <summary>
/// Reads the catalog forwards from any position. What a read returns depends on the position, the limits and the
/// catalog alone, and a catalog that has grown meanwhile only makes it longer: a repeated read covers what an earlier
/// one covered.
/// </summary>
public sealed class CatalogReader(ICatalogPages pages, CatalogOptions options)
{
    /// <summary>Whether anything stands behind <paramref name="position"/>.</summary>
    public async Task<bool> HasMoreAsync(Position position, CancellationToken cancellationToken)
    {
        while (true)
        {
            var content = await pages.ReadAsync(position.Page, position.Offset, maxBytes: 1, cancellationToken);
            if (content.Bytes.Length > 0)
            {
                return true;
            }

            if (!IsReadToItsEnd(content, position))
            {
                return false;
            }

            position = new Position(position.Page + 1, 0);
        }
    }

    /// <summary>
    /// Reads from <paramref name="from"/> until <paramref name="maxLines"/> lines or, after the line that reaches it,
    /// <paramref name="maxBytes"/> bytes are read, or the catalog ends.
    /// </summary>
    public async Task<CatalogRead> ReadAsync(
        Position from, int maxLines, long maxBytes, CancellationToken cancellationToken)
    {
        List<RecordedChange> changes = [];
        List<UnreadableLine> unreadable = [];
        var position = from;
        var readBytes = 0L;
        var chunkBytes = options.ReadBytes;
        var isAtEnd = false;

        while (changes.Count + unreadable.Count < maxLines && readBytes < maxBytes)
        {
            var content = await pages.ReadAsync(position.Page, position.Offset, chunkBytes, cancellationToken);
            if (content.Bytes.IsEmpty)
            {
                if (!IsReadToItsEnd(content, position))
                {
                    isAtEnd = true;
                    break;
                }

                position = new Position(position.Page + 1, 0);
                continue;
            }

            var rest = content.Bytes;
            while (changes.Count + unreadable.Count < maxLines
                && readBytes < maxBytes
                && rest.Span.IndexOf((byte)'\n') is >= 0 and var length)
            {
                var start = position;
                position = position with { Offset = position.Offset + length + 1 };
                readBytes += length + 1;
                ReadLine(rest[..length], start, position);
                rest = rest[(length + 1)..];
            }

            if (rest.IsEmpty && !content.Sealed && position.Offset >= content.LengthBytes)
            {
                // The answer itself says that nothing follows; asking once more would only delay what was read.
                isAtEnd = true;
                break;
            }

            if (rest.Length < content.Bytes.Length)
            {
                chunkBytes = options.ReadBytes;
            }
            else if (rest.Length < chunkBytes && !content.Sealed)
            {
                // An append is whole or absent, so this is no line of ours yet: leave it until it ends.
                isAtEnd = true;
                break;
            }
            else if (rest.Length < chunkBytes || chunkBytes >= options.MaxLineBytes)
            {
                unreadable.Add(new UnreadableLine(position, rest, "The line has no end."));
                position = position with { Offset = position.Offset + rest.Length };
                readBytes += rest.Length;
            }
            else
            {
                chunkBytes = (int)Math.Min(chunkBytes * 2L, options.MaxLineBytes);
            }
        }

        return new CatalogRead(changes, unreadable, position) { IsAtEnd = isAtEnd };

        void ReadLine(ReadOnlyMemory<byte> line, Position start, Position end)
        {
            switch (ChangeLine.Read(line.Span, out var fault))
            {
                case { } change:
                    changes.Add(new RecordedChange(change, start, end) { Trace = LineTrace.Read(line.Span) });
                    break;
                case null:
                    unreadable.Add(new UnreadableLine(start, line, fault!));
                    break;
            }
        }
    }

    private static bool IsReadToItsEnd(PageContent content, Position position) =>
        content.Sealed && position.Offset >= content.LengthBytes;
}
