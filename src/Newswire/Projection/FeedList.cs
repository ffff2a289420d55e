namespace Newswire.Projection;

/// <summary>Every feed there is or was, by name; stored as <c>feeds-state/feeds.json</c>.</summary>
/// <param name="Titles">Title by feed name.</param>
public sealed record FeedList(IReadOnlyDictionary<string, string> Titles)
{
    /// <summary>No feeds.</summary>
    public static readonly FeedList Empty = new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Names that have become another feed's: the feed that has them now, by name. Their addresses answer 301.</summary>
    public IReadOnlyDictionary<string, string> Moved { get; init => field = value ?? Empty.Titles; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Feeds given up for good. Their addresses answer 410.</summary>
    public IReadOnlyList<string> Retired { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public bool Equals(FeedList? other) =>
        other is not null
        && Titles.SequenceEqual(other.Titles)
        && Moved.SequenceEqual(other.Moved)
        && Retired.SequenceEqual(other.Retired, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Titles.Count, Moved.Count, Retired.Count);
}
