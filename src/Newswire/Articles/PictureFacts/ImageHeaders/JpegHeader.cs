namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>
/// JPEG (ITU-T T.81 Annex B): segments up to the one that begins the frame. Whoever holds the camera upright gets a
/// picture that says of itself that it lies on its side; browsers turn it, so its sides are given turned.
/// </summary>
internal static class JpegHeader
{
    private const string Type = "image/jpeg";

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return null;
        }

        bool? isTurned = null;
        var at = 2;
        while (at + 1 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                // Any number of them may stand before a marker (§B.1.1.2).
                at++;
                continue;
            }

            if (Field.Big(bytes, at + 2, 2) is not (>= 2 and var length) || marker is 0xD9 or 0xDA)
            {
                break;
            }

            if (IsFrame(marker))
            {
                // A height of zero is told after the first scan (§B.2.5), which is too far away.
                var header = ImageHeader.Of(Type, Field.Big(bytes, at + 7, 2), Field.Big(bytes, at + 5, 2));
                return isTurned == true ? header.Turned() : header;
            }

            var content = bytes[(at + 4)..Math.Clamp(at + 2 + (int)length, at + 4, bytes.Length)];
            if (marker == 0xE1 && content.StartsWith("Exif\0\0"u8))
            {
                isTurned ??= ExifOrientation.IsTurned(content[6..]);
            }

            at += 2 + (int)length;
        }

        return ImageHeader.Of(Type, width: null, height: null);
    }

    /// <summary>SOF0 to SOF15, less DHT, JPG and DAC, which share the range.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
