using Newswire.Feeds;
using Newswire.Projection;

namespace Newswire.Http.Serving.Addresses;

/// <summary>Every name that a feed has or had.</summary>
internal sealed class KnownFeeds(FeedList list)
{
    /// <summary>No names.</summary>
    public static readonly KnownFeeds None = new(FeedList.Empty);

    private readonly HashSet<string> retired = list.Retired.ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// What has become of a name, or else of the one that it becomes when each part is made a slug, as the names of
    /// feeds are: <c>Topics/UK News</c> means <c>topics/uk-news</c>. Null when there was never such a feed.
    /// </summary>
    public FeedStanding? Find(string name) => Of(name) ?? Of(string.Join('/', name.Split('/').Select(Slug.From)));

    private FeedStanding? Of(string name) =>
        retired.Contains(name) ? new FeedStanding.Retired()
        : list.Moved.TryGetValue(name, out var now) ? new FeedStanding.Moved(now)
        : list.Titles.ContainsKey(name) ? new FeedStanding.Live(name)
        : null;
}
