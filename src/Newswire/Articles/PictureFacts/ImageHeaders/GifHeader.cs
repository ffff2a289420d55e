namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>GIF (GIF89a §17 and §18): signature, then the logical screen.</summary>
internal static class GifHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)
            ? ImageHeader.Of("image/gif", Field.Little(bytes, 6, 2), Field.Little(bytes, 8, 2))
            : null;
}
