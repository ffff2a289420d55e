namespace Newswire.TestKit;

/// <summary>
/// Whole pictures of each kind, written by the encoders of ImageMagick, libwebp and libavif: <see cref="Width"/> by
/// <see cref="Height"/> pixels of one colour.
/// </summary>
public static class SmallPictures
{
    public const int Width = 37;

    public const int Height = 23;

    /// <summary>PNG.</summary>
    public static byte[] Png => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAACUAAAAXAQMAAAC24hTmAAAAA1BMVEUAgIBxQSaxAAAADElEQVQI12NgGCwAAACKAAEwgYSoAAAAAElF"
        + "TkSuQmCC");

    /// <summary>GIF.</summary>
    public static byte[] Gif => Convert.FromBase64String(
        "R0lGODlhJQAXAPAAAACAgP///yH5BAAAAAAAIf8LSW1hZ2VNYWdpY2sNZ2FtbWE9MC40NTQ1NQAsAAAAACUAFwAAAhuEj6nL7Q+jnLTa"
        + "i7PevPsPhuJIluaJpurKjgUAOw==");

    /// <summary>Baseline JPEG.</summary>
    public static byte[] Jpeg => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hn"
        + "Pk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj"
        + "Y2P/wAARCAAXACUDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAA"
        + "AAAAAAAAAAAAAAQF/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AmAKmCAAAAAAAAAA//9k=");

    /// <summary>WebP, lossy (VP8).</summary>
    public static byte[] LossyWebP => Convert.FromBase64String(
        "UklGRkQAAABXRUJQVlA4IDgAAAAwAwCdASolABcAPtFmrFCoJaQipWgBABoJZwDOOBEBi2YAAP7ni/q0mkXn/9i/YH8Sx9RFJ5gAAA==");

    /// <summary>WebP, lossless (VP8L).</summary>
    public static byte[] LosslessWebP => Convert.FromBase64String(
        "UklGRhwAAABXRUJQVlA4TBAAAAAvJIAFAAdQwChg/wMR0f8A");

    /// <summary>WebP with transparency (VP8X).</summary>
    public static byte[] ExtendedWebP => Convert.FromBase64String(
        "UklGRmgAAABXRUJQVlA4WAoAAAAQAAAAJAAAFgAAQUxQSAoAAAABB1DAiAhERP8DVlA4IDgAAAAwAwCdASolABcAPtFmrFCoJaQipWgB"
        + "ABoJZwDOOBEBi2YAAP7ni/q0mkXn/9i/YH8Sx9RFJ5gAAA==");

    /// <summary>AVIF.</summary>
    public static byte[] Avif => Convert.FromBase64String(
        "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxp"
        + "YmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAACkAAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAAB"
        + "AABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAACUAAAAXAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAA"
        + "ABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAADFtZGF0EgAKCTgVJLMICGg0gDIaFkAGGGGFAOuhsh3BGDzI"
        + "AD7ctQ5oWlU1JKA=");

    /// <summary>AVIF that says to turn it by a quarter; shown 23 by 37.</summary>
    public static byte[] TurnedAvif => Convert.FromBase64String(
        "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAAD8bWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxp"
        + "YmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABJAAAACkAAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAAB"
        + "AABhdjAxQ29sb3IAAAAAdGlwcnAAAABUaXBjbwAAABRpc3BlAAAAAAAAACUAAAAXAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAA"
        + "ABNjb2xybmNseAABAA0ABoAAAAAJaXJvdAEAAAAYaXBtYQAAAAAAAAABAAEFAQKDBIUAAAAxbWRhdBIACgk4FSSzCAhoNIAyGhZABhhh"
        + "hQDrobIdwRg8yAA+3LUOaFpVNSSg");

    /// <summary>AVIF whose transparency is a second image.</summary>
    public static byte[] TransparentAvif => Convert.FromBase64String(
        "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAAGNbWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxp"
        + "YmF2aWYAAAAADnBpdG0AAAAAAAEAAAAsaWxvYwAAAABEAAACAAEAAAABAAABxgAAACkAAgAAAAEAAAG1AAAAEQAAAEJpaW5mAAAAAAAC"
        + "AAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAAAaaW5mZQIAAAAAAgAAYXYwMUFscGhhAAAAABppcmVmAAAAAAAAAA5hdXhsAAIAAQAB"
        + "AAAAw2lwcnAAAACdaXBjbwAAABRpc3BlAAAAAAAAACUAAAAXAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAAABNjb2xybmNseAAB"
        + "AA0ABoAAAAAOcGl4aQAAAAABCAAAAAxhdjFDgQAcAAAAADhhdXhDAAAAAHVybjptcGVnOm1wZWdCOmNpY3A6c3lzdGVtczphdXhpbGlh"
        + "cnk6YWxwaGEAAAAAHmlwbWEAAAAAAAAAAgABBAECgwQAAgQBBYYHAAAAQm1kYXQSAAoGGBUkswqAMgUQAMAe0BIACgk4FSSzCAhoNIAy"
        + "GhZABhhhhQDrobIdwRg8yAA+3LUOaFpVNSSg");

    /// <summary>AVIF of which only a part is shown.</summary>
    public static byte[] ClippedAvif => Convert.FromBase64String(
        "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAAEbbWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxp"
        + "YmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABQwAAACkAAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAAB"
        + "AABhdjAxQ29sb3IAAAAAk2lwcnAAAABzaXBjbwAAABRpc3BlAAAAAAAAACUAAAAXAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAA"
        + "ABNjb2xybmNseAABAA0ABoAAAAAoY2xhcAAAACEAAAABAAAAEwAAAAEAAAAAAAAAAQAAAAAAAAABAAAAGGlwbWEAAAAAAAAAAQABBQEC"
        + "gwSFAAAAMW1kYXQSAAoJOBUkswgIaDSAMhoWQAYYYYUA66GyHcEYPMgAPty1DmhaVTUkoA==");

    /// <summary>The JPEG with an Exif segment that says which way up the camera was held.</summary>
    public static byte[] OrientedJpeg(byte orientation, bool littleEndian = false)
    {
        byte[] tiff = littleEndian
            ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. Jpeg[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]), .. Jpeg[2..]];
    }

    /// <summary>The JPEG behind this many bytes of metadata, as editors put them there.</summary>
    public static byte[] JpegBehind(int lengthBytes)
    {
        List<byte> segments = [];
        for (; lengthBytes > 0; lengthBytes -= 60_000)
        {
            segments.AddRange(Segment(0xED, new byte[Math.Min(lengthBytes, 60_000)]));
        }

        return [.. Jpeg[..2], .. segments, .. Jpeg[2..]];
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
