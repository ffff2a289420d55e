namespace Newswire.Articles.PageImport;

/// <summary>An article as its page tells it: claims to be validated like any submission, not facts.</summary>
internal sealed record ImportedPage
{
    /// <summary>The title.</summary>
    public required string Headline { get; init; }

    /// <summary>The summary under the headline.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The article's own blocks in order, as found: not sanitised yet.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>Where the page says it belongs, absolute if the page's own address was known.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>When it was first published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The page's language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The byline.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>Keywords and tags.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The picture above the article; it does not stand in <see cref="BodyHtml"/>.</summary>
    public Picture? Featured { get; init; }

    /// <summary>Pictures in the body of which the page tells rights elsewhere, with credits and rights alone.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>The section of the site it is filed in.</summary>
    public string? Section { get; init; }

    /// <summary>What an earlier version had wrong.</summary>
    public string? Correction { get; init; }
}
