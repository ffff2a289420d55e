using Newswire.Articles.Submissions;

namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>What the first bytes of an image file say of it. Reading is pure, never fails and allocates next to nothing.</summary>
/// <param name="Type">The media type that the signature tells.</param>
/// <param name="Width">Pixels as a browser shows them, a turned picture turned; null if the bytes do not say.</param>
/// <param name="Height">As <paramref name="Width"/>; both are known or neither.</param>
internal sealed record ImageHeader(string Type, int? Width, int? Height)
{
    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="start">The first bytes of a file, the more the better; all of a small one.</param>
    /// <returns>Null if this is none of JPEG, PNG, GIF, WebP and AVIF, the kinds that browsers and feed readers show.</returns>
    public static ImageHeader? Read(ReadOnlySpan<byte> start) =>
        JpegHeader.Read(start) ?? PngHeader.Read(start) ?? GifHeader.Read(start) ?? WebPHeader.Read(start) ?? AvifHeader.Read(start);

    /// <summary>A header with these sides; without them if one is absent or absurd.</summary>
    public static ImageHeader Of(string type, uint? width, uint? height) =>
        width is > 0 and <= SubmissionLimits.MaxPixels && height is > 0 and <= SubmissionLimits.MaxPixels
            ? new ImageHeader(type, (int)width, (int)height)
            : new ImageHeader(type, Width: null, Height: null);

    /// <summary>The header of a picture that is shown turned by a quarter.</summary>
    public ImageHeader Turned() => this with { Width = Height, Height = Width };
}
