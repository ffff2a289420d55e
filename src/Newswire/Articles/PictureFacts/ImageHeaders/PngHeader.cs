namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>PNG (W3C PNG §5.2, §11.2.1): the image header is the first chunk.</summary>
internal static class PngHeader
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Signature))
        {
            return null;
        }

        var isHeader = bytes.Length >= 16 && bytes[12..].StartsWith("IHDR"u8);
        return ImageHeader.Of(
            "image/png", isHeader ? Field.Big(bytes, 16, 4) : null, isHeader ? Field.Big(bytes, 20, 4) : null);
    }
}
