namespace Newswire.Articles.PictureFacts;

/// <summary>What the file of a picture says of itself. Facts that are not known are null, never guessed.</summary>
/// <param name="Width">Width in pixels, as a browser shows it.</param>
/// <param name="Height">Height in pixels, as a browser shows it.</param>
/// <param name="Type">Media type, by the file's signature.</param>
/// <param name="LengthBytes">Size of the file in bytes.</param>
public sealed record FoundFacts(int? Width = null, int? Height = null, string? Type = null, long? LengthBytes = null)
{
    /// <summary>
    /// The sides of a picture of which these are known, possibly neither. They belong together: beside a side that is
    /// not the file's, such as the width on a web page, the file's other side would be the wrong one.
    /// </summary>
    internal (int? Width, int? Height) Complete(int? width, int? height) =>
        (width is null || width == Width) && (height is null || height == Height)
            ? (Width, Height)
            : (width, height);

    /// <summary>The picture with these facts where it has none of its own.</summary>
    internal Picture Complete(Picture picture)
    {
        var (width, height) = Complete(picture.Width, picture.Height);
        return picture with
        {
            Width = width,
            Height = height,
            Type = picture.Type ?? Type,
            LengthBytes = picture.LengthBytes ?? LengthBytes,
        };
    }
}
