namespace Newswire.Importing.Ndjson;

/// <summary>Reads a file line by line, none longer than a bound in memory.</summary>
internal static class LineReader
{
    /// <summary>The lines in order, numbered from 1 as editors do; null for one that is too long.</summary>
    /// <exception cref="InvalidDataException">The file is compressed and damaged.</exception>
    public static IEnumerable<(int Number, ReadOnlyMemory<byte>? Line)> Read(Stream content, int maxBytes)
    {
        var buffer = new byte[maxBytes + 1];
        var (start, length, number, isTooLong) = (0, 0, 1, false);
        while (true)
        {
            var end = buffer.AsSpan(start, length).IndexOf((byte)'\n');
            if (end >= 0)
            {
                yield return (number++, isTooLong ? null : buffer.AsMemory(start, end).ToArray());
                (start, length, isTooLong) = (start + end + 1, length - end - 1, false);
                continue;
            }

            if (length > maxBytes)
            {
                (length, isTooLong) = (0, true);
            }

            buffer.AsSpan(start, length).CopyTo(buffer);
            start = 0;
            var read = content.Read(buffer, length, buffer.Length - length);
            length += read;
            if (read == 0)
            {
                if (length > 0 || isTooLong)
                {
                    yield return (number, isTooLong ? null : buffer.AsMemory(0, length).ToArray());
                }

                yield break;
            }
        }
    }
}
