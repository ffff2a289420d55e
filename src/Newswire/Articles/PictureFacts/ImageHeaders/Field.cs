namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>Numbers in the bytes of a file, of 1 to 4 bytes; null where the bytes end before them.</summary>
internal static class Field
{
    /// <summary>The most significant byte first.</summary>
    public static uint? Big(ReadOnlySpan<byte> bytes, long at, int size)
    {
        if (at < 0 || at + size > bytes.Length)
        {
            return null;
        }

        uint value = 0;
        foreach (var one in bytes.Slice((int)at, size))
        {
            value = (value << 8) | one;
        }

        return value;
    }

    /// <summary>The least significant byte first.</summary>
    public static uint? Little(ReadOnlySpan<byte> bytes, long at, int size)
    {
        if (at < 0 || at + size > bytes.Length)
        {
            return null;
        }

        uint value = 0;
        for (var i = size - 1; i >= 0; i--)
        {
            value = (value << 8) | bytes[(int)at + i];
        }

        return value;
    }
}
