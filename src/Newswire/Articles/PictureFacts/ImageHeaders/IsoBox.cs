namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>A box of the ISO base media file format (ISO/IEC 14496-12 §4.2): a type and what it holds.</summary>
internal readonly ref struct IsoBox
{
    private IsoBox(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Type = type;
        Content = content;
    }

    /// <summary>Four characters.</summary>
    public ReadOnlySpan<byte> Type { get; }

    /// <summary>What it holds, as far as the bytes go.</summary>
    public ReadOnlySpan<byte> Content { get; }

    /// <summary>Takes the first box off the bytes; false when they hold none.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> bytes, out IsoBox box)
    {
        box = default;
        if (bytes.Length < 8)
        {
            return false;
        }

        long size = Field.Big(bytes, 0, 4)!.Value;
        var head = 8;
        if (size == 1)
        {
            // The size is in 64 bits; with any of the upper 32 it reaches beyond all that is ever read.
            head = 16;
            size = Field.Big(bytes, 8, 4) == 0 ? Field.Big(bytes, 12, 4) ?? 0 : long.MaxValue;
        }
        else if (size == 0)
        {
            size = bytes.Length;
        }

        if (size < head || bytes.Length < head)
        {
            return false;
        }

        var end = (int)Math.Min(size, bytes.Length);
        box = new IsoBox(bytes[4..8], bytes[head..end]);
        bytes = bytes[end..];
        return true;
    }

    /// <summary>What the first box of this type among the boxes holds; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> type)
    {
        while (TryTake(ref boxes, out var box))
        {
            if (box.Type.SequenceEqual(type))
            {
                return box.Content;
            }
        }

        return [];
    }

    /// <summary>The box with this number among the boxes, counted from 1; the default when there is none.</summary>
    public static IsoBox At(ReadOnlySpan<byte> boxes, uint number)
    {
        while (number > 0 && TryTake(ref boxes, out var box))
        {
            if (--number == 0)
            {
                return box;
            }
        }

        return default;
    }
}
