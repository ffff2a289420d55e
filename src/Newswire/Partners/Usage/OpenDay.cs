using Newswire.Counting;

namespace Newswire.Partners.Usage;

/// <summary>What a partner has taken on a day and is not written down yet. Not for several threads at once.</summary>
internal sealed class OpenDay
{
    private readonly Dictionary<string, UsageCounts> feeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> articles = new(StringComparer.Ordinal);
    private UsageCounts total = UsageCounts.None;
    private long otherArticles;

    /// <summary>How many feeds and articles are counted one by one.</summary>
    public int Names => feeds.Count + articles.Count;

    /// <summary>Counts a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="room">How many more feeds and articles may be counted one by one.</param>
    public void Add(AnsweredRequest request, int room)
    {
        var most = Names + room;
        total += request.Counts;
        if (request.Feed is { } feed && (feeds.TryGetValue(feed, out var counts) || Names < most))
        {
            feeds[feed] = (counts ?? UsageCounts.None) + request.Counts;
        }

        foreach (var article in request.Articles)
        {
            if (articles.TryGetValue(article, out var times) || Names < most)
            {
                articles[article] = times + 1;
            }
            else
            {
                otherArticles++;
            }
        }
    }

    /// <summary>What was counted. Nothing may be added from then on.</summary>
    public DayUsage Close() => new(total, feeds, articles, otherArticles, AppliedBatches.None);
}
