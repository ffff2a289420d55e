namespace Newswire.Articles;

/// <summary>An image with what must be said of it. Facts that are not known are null, never guessed.</summary>
public sealed record Picture
{
    /// <summary>Where the image is, absolute http or https.</summary>
    public required string Url { get; init; }

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Media type such as <c>image/jpeg</c> (RFC 6838).</summary>
    public string? Type { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public long? LengthBytes { get; init; }

    /// <summary>What the picture shows, plain text, printed under it.</summary>
    public string? Caption { get; init; }

    /// <summary>The text read aloud or shown in the image's place (HTML <c>alt</c>), plain text.</summary>
    public string? Alt { get; init; }

    /// <summary>Who made it and who lent it, one name each, in printed order.</summary>
    public IReadOnlyList<string> Credits { get; init => field = value ?? []; } = [];

    /// <summary>Whose it is and what may be done with it; null when nothing is said.</summary>
    public PictureRights? Rights { get; init; }
}
