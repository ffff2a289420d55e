namespace Newswire.WebPush;

/// <summary>What a reader is shown, in the words of the Notifications API.</summary>
public sealed record Notification
{
    /// <summary>The most characters of <see cref="Tag"/>.</summary>
    public const int MaxTag = 200;

    /// <summary>What it says first; not blank.</summary>
    public required string Title { get; init; }

    /// <summary>What it says below; null for nothing.</summary>
    public string? Body { get; init; }

    /// <summary>Where a click leads: an absolute http or https address.</summary>
    public required Uri Navigate { get; init; }

    /// <summary>Which notification it is: one with the same tag replaces it. 1 to <see cref="MaxTag"/> characters.</summary>
    public required string Tag { get; init; }

    /// <summary>The language of title and body (BCP 47); null when it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>A small square picture, usually the publication's; null for none. An absolute address.</summary>
    public Uri? IconUrl { get; init; }

    /// <summary>A large picture; null for none. An absolute address.</summary>
    public Uri? ImageUrl { get; init; }

    /// <summary>Whether it appears without sound or vibration. Default false.</summary>
    public bool Silent { get; init; }

    /// <summary>
    /// Whether the reader is told again when it replaces another. Default false: browsers then exchange it quietly. Has no
    /// effect when <see cref="Silent"/>.
    /// </summary>
    public bool Renotify { get; init; }
}
