namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>Which way up a camera says that its picture is (Exif 2.32 §4.6.4, tag 0x0112).</summary>
internal static class ExifOrientation
{
    private const int EntryBytes = 12;
    private const uint Orientation = 0x0112;
    private const uint Short = 3;

    /// <summary>Whether width and height change places: orientations 5 to 8.</summary>
    /// <param name="tiff">The TIFF structure of an Exif segment (TIFF 6.0 §2).</param>
    public static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (!isLittle && !tiff.StartsWith("MM\0*"u8))
        {
            return false;
        }

        var directory = Number(tiff, 4, 4);
        var entries = Number(tiff, directory, 2);
        for (var i = 0; i < entries; i++)
        {
            var entry = directory + 2 + (i * EntryBytes);
            if (Number(tiff, entry, 2) == Orientation)
            {
                return Number(tiff, entry + 2, 2) == Short && Number(tiff, entry + 8, 2) is >= 5 and <= 8;
            }
        }

        return false;

        long? Number(ReadOnlySpan<byte> bytes, long? at, int size) => at is not { } offset ? null
            : isLittle ? Field.Little(bytes, offset, size)
            : Field.Big(bytes, offset, size);
    }
}
