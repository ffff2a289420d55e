namespace Newswire.Projection;

/// <summary>Every feed there is, by name; stored as <c>feeds-state/feeds.json</c>.</summary>
/// <param name="Titles">Title by feed name.</param>
public sealed record FeedList(IReadOnlyDictionary<string, string> Titles)
{
    /// <summary>No feeds.</summary>
    public static readonly FeedList Empty = new(new SortedDictionary<string, string>(StringComparer.Ordinal));
}
