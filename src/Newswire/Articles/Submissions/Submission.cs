namespace Newswire.Articles.Submissions;

/// <summary>
/// An article as a newsroom sends it, before anything is checked or cleaned: the members of the JSON model, or what was
/// found on a page. Absent values are null.
/// </summary>
public sealed record Submission
{
    /// <summary>Plain text or markup; becomes plain text.</summary>
    public string? Headline { get; init; }

    /// <summary>Plain text or markup; becomes plain text.</summary>
    public string? Standfirst { get; init; }

    /// <summary>HTML.</summary>
    public string? Body { get; init; }

    /// <summary>The canonical URL.</summary>
    public string? Url { get; init; }

    /// <summary>RFC 3339 date and time.</summary>
    public string? Published { get; init; }

    /// <summary>RFC 3339 date and time.</summary>
    public string? Updated { get; init; }

    /// <summary>The newsroom's monotonic number.</summary>
    public long? Version { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>RFC 3339 date and time, which may lie ahead.</summary>
    public string? Embargo { get; init; }

    /// <summary>RFC 3339 date and time, which may lie ahead.</summary>
    public string? Expires { get; init; }

    /// <summary>Whether readers need not be told of the edit.</summary>
    public bool Silent { get; init; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>Whether readers who asked for notifications are told of this version.</summary>
    public bool? Notify { get; init; }

    /// <summary>Plain text or markup; becomes plain text.</summary>
    public string? Section { get; init; }

    /// <summary>Plain text or markup; becomes plain text.</summary>
    public string? Correction { get; init; }

    /// <summary>Statement of rights.</summary>
    public string? Rights { get; init; }

    /// <summary>Address of the licence.</summary>
    public string? License { get; init; }

    /// <summary>The byline.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>Names of topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The picture above the article.</summary>
    public Picture? FeaturedPicture { get; init; }

    /// <summary>Facts of pictures in the body.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];
}
