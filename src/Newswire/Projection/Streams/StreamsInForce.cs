using Newswire.Feeds;

namespace Newswire.Projection.Streams;

/// <summary>What the streams follow during one pass.</summary>
/// <param name="Stored">The heads as they are stored.</param>
/// <param name="Heads">The streams whose contracts are not over, by partner, with the contracts from now on.</param>
/// <param name="Ended">The streams whose contracts are over.</param>
/// <param name="Walks">The walks under way, those included that the contracts begin, each with the articles of its slice.</param>
internal sealed record StreamsInForce(
    Remembered<StreamHeads> Stored,
    IReadOnlyDictionary<string, StreamHead> Heads,
    IReadOnlyDictionary<string, StreamHead> Ended,
    IReadOnlyList<StreamSlice> Walks)
{
    /// <summary>Every early access that a partner has.</summary>
    public IReadOnlyList<TimeSpan> EarlyAccess =>
        [.. Heads.Values.Select(head => head.Contract.EarlyAccess).OfType<TimeSpan>().Distinct()];

    /// <summary>The articles whose time has to be looked at anew, because early access has changed.</summary>
    public IEnumerable<string> Scheduled =>
        Walks.Where(slice => slice.Walk is { Feed: null, Turned: false })
            .SelectMany(slice => slice.Articles)
            .Select(article => article.Id)
            .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Whether the partner may have, or may have had, what stands in these feeds: by its contract, or as long as what it
    /// lost has not been gone through.
    /// </summary>
    public bool Reaches(string partner, IReadOnlySet<string> feeds, FeedDefinitions definitions) =>
        Heads[partner].Contract.Reaches(feeds, definitions)
        || Walks.Any(slice => slice.Walk.Partner == partner && slice.Walk.Feed is { } feed
            && (feeds.Contains(feed) || (definitions.MovedTo(feed) is { } now && feeds.Contains(now))));
}
