using Newswire.Articles;

namespace Newswire.Importing.Ghost;

/// <summary>A post as Ghost has it, wherever it was read: in an export or in a webhook.</summary>
internal sealed record GhostPost
{
    /// <summary>The id, which is never given twice.</summary>
    public string? Id { get; init; }

    /// <summary><c>post</c> or <c>page</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>published</c>, <c>scheduled</c>, <c>draft</c>, <c>sent</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>public</c>, <c>members</c>, <c>paid</c>, <c>tiers</c>.</summary>
    public string? Visibility { get; init; }

    /// <summary>The title, plain text.</summary>
    public string? Title { get; init; }

    /// <summary>Where readers find it.</summary>
    public string? Url { get; init; }

    /// <summary>The body; null when Ghost has not rendered it.</summary>
    public string? Html { get; init; }

    /// <summary>The body as the editor has it, JSON; null when it was written in an older editor.</summary>
    public string? Lexical { get; init; }

    /// <summary>The excerpt that somebody wrote.</summary>
    public string? Excerpt { get; init; }

    /// <summary>When it was or is to be published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The language of the post or the site.</summary>
    public string? Language { get; init; }

    /// <summary>The picture above it.</summary>
    public Picture? Featured { get; init; }

    /// <summary>The byline.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>The names of its public tags, the main one first.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the tag with this name is shown to readers; those that begin with <c>#</c> are for the newsroom.</summary>
    public static bool IsPublicTag(string name, string? visibility) => visibility != "internal" && !name.StartsWith('#');
}
