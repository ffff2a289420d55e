using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>Feeds that belong together in a list of all of them.</summary>
/// <param name="Kind">What they have in common.</param>
/// <param name="Feeds">Name and title, in the order they were given.</param>
internal sealed record FeedGroup(FeedGroupKind Kind, IReadOnlyList<KeyValuePair<string, string>> Feeds)
{
    /// <summary>The groups that have a feed, in the order to list them in.</summary>
    /// <param name="titles">The feeds: title by name.</param>
    public static IReadOnlyList<FeedGroup> Of(IReadOnlyDictionary<string, string> titles) =>
    [
        .. titles.GroupBy(pair => KindOf(pair.Key))
            .OrderBy(group => group.Key)
            .Select(group => new FeedGroup(group.Key, [.. group])),
    ];

    private static FeedGroupKind KindOf(string feed) =>
        feed == FeedName.Latest ? FeedGroupKind.Latest
        : FeedName.IsTopic(feed) ? FeedGroupKind.Topics
        : FeedName.IsAuthor(feed) ? FeedGroupKind.Authors
        : FeedGroupKind.Selections;
}
