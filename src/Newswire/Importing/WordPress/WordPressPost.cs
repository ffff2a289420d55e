using Newswire.Articles;

namespace Newswire.Importing.WordPress;

/// <summary>A post as WordPress has it, wherever it was read: in an export or in what a site tells of itself.</summary>
internal sealed record WordPressPost
{
    /// <summary>Its number in its site; null when it is not said.</summary>
    public string? Number { get; init; }

    /// <summary>What identifies it for good: <c>https://site/?p=123</c>, whatever its address is today.</summary>
    public string? Guid { get; init; }

    /// <summary><c>post</c>, <c>page</c>, <c>attachment</c>, or what a plugin has made.</summary>
    public string? Type { get; init; }

    /// <summary><c>publish</c>, <c>future</c>, <c>draft</c>, <c>pending</c>, <c>private</c>, <c>trash</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whether readers need a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>The title, as HTML.</summary>
    public string? Title { get; init; }

    /// <summary>Where readers find it.</summary>
    public string? Url { get; init; }

    /// <summary>What stands in the editor: blocks or the classic editor's text.</summary>
    public string? Content { get; init; }

    /// <summary>The excerpt that somebody wrote; null when there is none.</summary>
    public string? Excerpt { get; init; }

    /// <summary>When it was or is to be published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The site's language.</summary>
    public string? Language { get; init; }

    /// <summary>Names as printed.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Names of its categories, the main one first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names of its tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The picture above it.</summary>
    public Picture? Featured { get; init; }

    /// <summary>What of it could not be read.</summary>
    public IReadOnlyList<string> Losses { get; init; } = [];
}
