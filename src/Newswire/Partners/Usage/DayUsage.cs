using System.Text.Json.Serialization;
using Newswire.Counting;

namespace Newswire.Partners.Usage;

/// <summary>What a partner has taken on a day (UTC); one object in storage, to which all processes add. Immutable.</summary>
public sealed class DayUsage
{
    /// <summary>Nothing.</summary>
    public static readonly DayUsage None = new(
        UsageCounts.None,
        new Dictionary<string, UsageCounts>(StringComparer.Ordinal),
        new Dictionary<string, long>(StringComparer.Ordinal),
        0,
        AppliedBatches.None);

    /// <summary>What was taken, and which batches are in it.</summary>
    [JsonConstructor]
    public DayUsage(
        UsageCounts total,
        IReadOnlyDictionary<string, UsageCounts> feeds,
        IReadOnlyDictionary<string, long> articles,
        long otherArticles,
        AppliedBatches batches) =>
        (Total, Feeds, Articles, OtherArticles, Batches) = (total, feeds, articles, otherArticles, batches);

    /// <summary>All requests.</summary>
    public UsageCounts Total { get; }

    /// <summary>Those of feeds, by name; the change stream's under a name of its own.</summary>
    public IReadOnlyDictionary<string, UsageCounts> Feeds { get; }

    /// <summary>How often an article was in an answer, by the newsroom's id; at most <see cref="UsageLimits.MaxArticles"/>.</summary>
    public IReadOnlyDictionary<string, long> Articles { get; }

    /// <summary>How often all other articles were, together.</summary>
    public long OtherArticles { get; }

    /// <summary>Which batches are in it.</summary>
    public AppliedBatches Batches { get; }

    /// <summary>This and what a process adds; the same object when that is in it.</summary>
    /// <param name="more">What was taken besides; its own batches do not matter.</param>
    /// <param name="process">Who adds it.</param>
    /// <param name="number">The number of the batch.</param>
    /// <param name="now">The moment.</param>
    public DayUsage With(DayUsage more, CountingProcess process, long number, DateTimeOffset now)
    {
        if (Batches.Has(process, number))
        {
            return this;
        }

        var feeds = Sum(Feeds, more.Feeds, UsageCounts.Add, UsageCounts.None);
        var articles = Sum(Articles, more.Articles, (one, other) => one + other, 0);
        var (kept, dropped) = Split(articles);
        return new DayUsage(
            Total + more.Total,
            feeds.Count <= UsageLimits.MaxFeeds
                ? feeds
                : feeds.OrderByDescending(feed => feed.Value.Taken).ThenBy(feed => feed.Key, StringComparer.Ordinal)
                    .Take(UsageLimits.MaxFeeds).ToDictionary(StringComparer.Ordinal),
            kept,
            OtherArticles + more.OtherArticles + dropped,
            Batches.With(process, number, now));
    }

    // The same for the same counts, in whatever order they came.
    private static (IReadOnlyDictionary<string, long> Kept, long Dropped) Split(Dictionary<string, long> articles)
    {
        if (articles.Count <= UsageLimits.MaxArticles)
        {
            return (articles, 0);
        }

        var byCount = articles
            .OrderByDescending(article => article.Value)
            .ThenBy(article => article.Key, StringComparer.Ordinal)
            .ToList();
        return (
            byCount.Take(UsageLimits.MaxArticles).ToDictionary(StringComparer.Ordinal),
            byCount.Skip(UsageLimits.MaxArticles).Sum(article => article.Value));
    }

    private static Dictionary<string, T> Sum<T>(
        IReadOnlyDictionary<string, T> counts, IReadOnlyDictionary<string, T> others, Func<T, T, T> add, T none)
    {
        Dictionary<string, T> sum = new(counts, StringComparer.Ordinal);
        foreach (var (name, count) in others)
        {
            sum[name] = add(sum.GetValueOrDefault(name, none), count);
        }

        return sum;
    }
}
