namespace Newswire.Partners.Usage;

/// <summary>What a partner has taken on some days.</summary>
/// <param name="Total">All together.</param>
/// <param name="Days">Every day in order, those without requests too.</param>
/// <param name="Feeds">By feed, the most taken first.</param>
/// <param name="Articles">By the newsroom's id, the most taken first, at most <see cref="UsageLimits.MaxReportedArticles"/>.</param>
/// <param name="OtherArticles">How often all other articles were taken, together.</param>
public sealed record PartnerReport(
    UsageCounts Total,
    IReadOnlyList<(DateOnly Day, UsageCounts Counts)> Days,
    IReadOnlyList<(string Feed, UsageCounts Counts)> Feeds,
    IReadOnlyList<(string Article, long Taken)> Articles,
    long OtherArticles)
{
    /// <summary>Sums up what is stored of the days; null stands for a day without requests.</summary>
    public static PartnerReport Of(IReadOnlyList<(DateOnly Day, DayUsage? Usage)> days)
    {
        var stored = days.Select(day => day.Usage).OfType<DayUsage>().ToList();
        var articles = stored
            .SelectMany(usage => usage.Articles)
            .GroupBy(article => article.Key, article => article.Value, StringComparer.Ordinal)
            .Select(article => (article.Key, Taken: article.Sum()))
            .OrderByDescending(article => article.Taken)
            .ThenBy(article => article.Key, StringComparer.Ordinal)
            .ToList();
        return new PartnerReport(
            Sum(stored.Select(usage => usage.Total)),
            [.. days.Select(day => (day.Day, day.Usage?.Total ?? UsageCounts.None))],
            [
                .. stored
                    .SelectMany(usage => usage.Feeds)
                    .GroupBy(feed => feed.Key, feed => feed.Value, StringComparer.Ordinal)
                    .Select(feed => (feed.Key, Counts: Sum(feed)))
                    .OrderByDescending(feed => feed.Counts.Taken)
                    .ThenBy(feed => feed.Key, StringComparer.Ordinal),
            ],
            [.. articles.Take(UsageLimits.MaxReportedArticles)],
            stored.Sum(usage => usage.OtherArticles) + articles.Skip(UsageLimits.MaxReportedArticles).Sum(article => article.Taken));
    }

    private static UsageCounts Sum(IEnumerable<UsageCounts> counts) => counts.Aggregate(UsageCounts.None, UsageCounts.Add);
}
