namespace Newswire.Formats;

/// <summary>What a document for one partner says of an entry beside what the documents for everybody say.</summary>
public sealed record EntryAdditions
{
    /// <summary>Nothing.</summary>
    public static readonly EntryAdditions None = new();

    /// <summary>Elements at the end of the entry, in the XML formats.</summary>
    public IReadOnlyList<ForeignElement> Elements { get; init; } = [];

    /// <summary>Elements at the end of a picture's <c>media:content</c>, by the picture's URL, in the XML formats.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ForeignElement>> OfPictures { get; init; } =
        new Dictionary<string, IReadOnlyList<ForeignElement>>(StringComparer.Ordinal);

    /// <summary>From when on nobody is to see the entry, in JSON Feed; null when it stays.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The publication it is from, plain text, in JSON Feed; null when the document alone says so.</summary>
    public string? Publisher { get; init; }

    /// <summary>What may be done with the article, plain text, in JSON Feed; null when contracts alone say it.</summary>
    public string? UsageTerms { get; init; }
}
