using Newswire.Http.Serving.Addresses;
using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>The feeds that a partner may read, under the names they have now.</summary>
internal sealed class GrantedFeeds(Partner partner, KnownFeeds known)
{
    /// <summary>
    /// Their names, each once, in the order of the record. Those given up are left out; one that nobody knows yet has been
    /// defined a moment ago.
    /// </summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. partner.Feeds
            .Select(feed => known.Find(feed) switch
            {
                FeedStanding.Moved moved => moved.Feed,
                FeedStanding.Retired => null,
                _ => feed,
            })
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// What has become of a name, as far as the partner is concerned; null when it may read no such feed, whether there is
    /// one or not.
    /// </summary>
    public FeedStanding? Find(string name) => (known.Find(name) ?? new FeedStanding.Live(name)) switch
    {
        FeedStanding.Live live when Names.Contains(live.Feed, StringComparer.Ordinal) => live,
        FeedStanding.Moved moved when Names.Contains(moved.Feed, StringComparer.Ordinal) => moved,
        FeedStanding.Retired retired when partner.Feeds.Contains(name, StringComparer.Ordinal) => retired,
        _ => null,
    };
}
