namespace Newswire.Articles;

/// <summary>
/// What a newsroom publishes: the content of one article, cleaned and complete. Everything a reader sees is here; the
/// article's identity, version and dates belong to the <see cref="Catalog.Change"/> that carries it.
/// </summary>
/// <remarks>The lists guard against null themselves: the generated JSON reader passes it for a member that is absent. Every string is free of characters that XML 1.0 §2.2 forbids, and every URL is absolute http or https.</remarks>
public sealed record Article
{
    /// <summary>The title, plain text, one line.</summary>
    public required string Headline { get; init; }

    /// <summary>The summary under the headline, plain text; null when the article has none.</summary>
    public string? Standfirst { get; init; }

    /// <summary>
    /// The body as sanitised HTML. An in-body picture stands in it as <c>figure</c> with <c>figcaption</c>, its credits
    /// in one <c>cite</c>. Empty when the article has no body.
    /// </summary>
    public required string Body { get; init; }

    /// <summary>The canonical URL: where a reader finds the article.</summary>
    public required string Url { get; init; }

    /// <summary>A BCP 47 language tag (RFC 5646); null means the publication's language.</summary>
    public string? Language { get; init; }

    /// <summary>Who wrote it, in the order of the byline; may be empty.</summary>
    public IReadOnlyList<Author> Authors { get; init => field = value ?? []; } = [];

    /// <summary>What it is about, the most important first; may be empty.</summary>
    public IReadOnlyList<Topic> Topics { get; init => field = value ?? []; } = [];

    /// <summary>The picture above the article and in previews; null when there is none.</summary>
    public Picture? Featured { get; init; }

    /// <summary>The pictures in the body, in reading order. Each also stands in <see cref="Body"/>.</summary>
    public IReadOnlyList<Picture> Pictures { get; init => field = value ?? []; } = [];

    /// <summary>The part of the paper it stands in, plain text; null when it has none.</summary>
    public string? Section { get; init; }

    /// <summary>
    /// What an earlier version had wrong, in a sentence for readers, plain text; null when there is nothing to correct.
    /// </summary>
    public string? Correction { get; init; }

    /// <summary>A statement of rights, plain text (RFC 4287 §4.2.10); null means the publication's.</summary>
    public string? Rights { get; init; }

    /// <summary>
    /// Where the licence is that it is published under, absolute http or https; null means the publication's, unless the
    /// article has <see cref="Rights"/> of its own.
    /// </summary>
    public string? License { get; init; }
}
