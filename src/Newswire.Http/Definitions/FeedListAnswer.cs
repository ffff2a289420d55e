namespace Newswire.Http.Definitions;

/// <summary>Every feed there is or was.</summary>
/// <param name="Feeds">The live ones, ordered by name.</param>
/// <param name="Moved">Names that have become another feed's, with the feed that has them now.</param>
/// <param name="Retired">Names given up for good.</param>
internal sealed record FeedListAnswer(
    IReadOnlyList<FeedAnswer> Feeds, IReadOnlyDictionary<string, string> Moved, IReadOnlyList<string> Retired);
