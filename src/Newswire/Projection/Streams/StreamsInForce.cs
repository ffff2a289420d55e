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
    private ILookup<string, StreamSlice> ByPartner => field ??= Walks.ToLookup(slice => slice.Walk.Partner, StringComparer.Ordinal);

    /// <summary>Every early access that a partner has.</summary>
    public IReadOnlyList<TimeSpan> EarlyAccess =>
        [.. Heads.Values.Select(head => head.Contract.EarlyAccess).OfType<TimeSpan>().Distinct()];

    /// <summary>The longest that any partner ever had.</summary>
    public TimeSpan? LongestEarlyAccess => Heads.Values.Max(head => head.Contract.LongestEarlyAccess);

    /// <summary>The articles whose time has to be looked at anew, because early access has changed.</summary>
    public IEnumerable<string> Scheduled =>
        Walks.Where(slice => slice.Walk is { Feed: null, Turned: false })
            .SelectMany(slice => slice.Articles)
            .Select(article => article.Id)
            .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The feeds of which the partner may have, or may have had, what stands in them, by their names in the contract and
    /// their present ones: those of its contract, and those it lost as long as they have not been gone through.
    /// </summary>
    public IReadOnlySet<string> ReachOf(string partner, FeedDefinitions definitions) =>
        Heads[partner].Contract.Feeds.Concat(WalksOf(partner).Select(slice => slice.Walk.Feed).OfType<string>())
            .SelectMany(feed => definitions.MovedTo(feed) is { } now ? new[] { feed, now } : [feed])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The walks for the partner.</summary>
    public IEnumerable<StreamSlice> WalksOf(string partner) => ByPartner[partner];
}
