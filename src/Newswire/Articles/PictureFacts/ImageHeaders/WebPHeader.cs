namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>WebP (RFC 9649 §2): the first chunk is the canvas, or the lossy or the lossless image itself.</summary>
internal static class WebPHeader
{
    private const string Type = "image/webp";

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        var chunk = bytes[12..];
        var content = chunk.Length > 8 ? chunk[8..] : [];
        if (chunk.StartsWith("VP8X"u8))
        {
            return ImageHeader.Of(Type, Field.Little(content, 4, 3) + 1, Field.Little(content, 7, 3) + 1);
        }

        if (chunk.StartsWith("VP8L"u8) && content is [0x2F, ..])
        {
            var sides = Field.Little(content, 1, 4);
            return ImageHeader.Of(Type, (sides & 0x3FFF) + 1, ((sides >> 14) & 0x3FFF) + 1);
        }

        // RFC 6386 §9.1: a key frame, its start code, then 14 bits for each side; the other two bits are for scaling.
        return chunk.StartsWith("VP8 "u8) && content is [_, _, _, 0x9D, 0x01, 0x2A, ..] && (content[0] & 1) == 0
            ? ImageHeader.Of(Type, Field.Little(content, 6, 2) & 0x3FFF, Field.Little(content, 8, 2) & 0x3FFF)
            : ImageHeader.Of(Type, width: null, height: null);
    }
}
