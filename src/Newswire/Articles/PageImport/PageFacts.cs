namespace Newswire.Articles.PageImport;

/// <summary>What one source within a page says of the article; null or empty where it is silent.</summary>
internal sealed record PageFacts
{
    public string? Headline { get; init; }

    public string? Standfirst { get; init; }

    public string? CanonicalUrl { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<Author> Authors { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public Picture? Featured { get; init; }

    public string? Section { get; init; }

    public string? Correction { get; init; }

    /// <summary>The body as plain text or markup, where a source has one.</summary>
    public string? Body { get; init; }

    /// <summary>True if the source says that the page is an article.</summary>
    public bool IsArticle { get; init; }

    /// <summary>These facts, completed by those of a source that is trusted less.</summary>
    public PageFacts Or(PageFacts other) => new()
    {
        Headline = Headline ?? other.Headline,
        Standfirst = Standfirst ?? other.Standfirst,
        CanonicalUrl = CanonicalUrl ?? other.CanonicalUrl,
        Published = Published ?? other.Published,
        Updated = Updated ?? other.Updated,
        Language = Language ?? other.Language,
        Authors = Authors.Count > 0 ? Authors : other.Authors,
        Topics = Topics.Count > 0 ? Topics : other.Topics,
        Featured = Complete(Featured, other.Featured),
        Section = Section ?? other.Section,
        Correction = Correction ?? other.Correction,
        Body = Body ?? other.Body,
        IsArticle = IsArticle || other.IsArticle,
    };

    /// <summary>The first picture, completed from the second where both are the same image.</summary>
    public static Picture? Complete(Picture? first, Picture? second) =>
        first is null || second is null || !IsSameImage(first.Url, second.Url) ? first ?? second : first with
        {
            Width = first.Width ?? second.Width,
            Height = first.Height ?? second.Height,
            Caption = first.Caption ?? second.Caption,
            Alt = first.Alt ?? second.Alt,
            Credits = first.Credits.Count > 0 ? first.Credits : second.Credits,
            Rights = first.Rights ?? second.Rights,
        };

    /// <summary>True if two addresses differ at most in the query, where sizes and formats are asked for.</summary>
    public static bool IsSameImage(string one, string other) =>
        one.AsSpan(0, EndOfPath(one)).SequenceEqual(other.AsSpan(0, EndOfPath(other)));

    private static int EndOfPath(string url) => url.IndexOfAny(['?', '#']) is >= 0 and var end ? end : url.Length;
}
