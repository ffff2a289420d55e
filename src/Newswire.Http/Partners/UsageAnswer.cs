using Newswire.Partners.Usage;

namespace Newswire.Http.Partners;

/// <summary>What a partner has taken, as the newsroom sees it.</summary>
/// <param name="Partner">The partner's name.</param>
/// <param name="From">The first day; days are those of UTC.</param>
/// <param name="To">The last day.</param>
/// <param name="Total">All together.</param>
/// <param name="Days">Every day in order.</param>
/// <param name="Feeds">By feed, the most taken first.</param>
/// <param name="Articles">The articles taken most often, the most first.</param>
/// <param name="OtherArticles">How often all others were taken, together.</param>
internal sealed record UsageAnswer(
    string Partner,
    DateOnly From,
    DateOnly To,
    UsageCounts Total,
    IReadOnlyList<UsageAnswer.OfDay> Days,
    IReadOnlyList<UsageAnswer.OfFeed> Feeds,
    IReadOnlyList<UsageAnswer.OfArticle> Articles,
    long OtherArticles)
{
    public static UsageAnswer Of(string partner, DateOnly from, DateOnly to, PartnerReport report) => new(
        partner,
        from,
        to,
        report.Total,
        [.. report.Days.Select(day => new OfDay(
            day.Day, day.Counts.Taken, day.Counts.NotModified, day.Counts.Refused, day.Counts.Failed, day.Counts.Bytes))],
        [.. report.Feeds.Select(feed => new OfFeed(
            feed.Feed, feed.Counts.Taken, feed.Counts.NotModified, feed.Counts.Failed, feed.Counts.Bytes))],
        [.. report.Articles.Select(article => new OfArticle(article.Article, article.Taken))],
        report.OtherArticles);

    /// <summary>A day; see <see cref="UsageCounts"/>.</summary>
    internal sealed record OfDay(DateOnly Day, long Taken, long NotModified, long Refused, long Failed, long Bytes);

    /// <summary>A feed. Nothing is refused of one, since a quota is for all.</summary>
    internal sealed record OfFeed(string Feed, long Taken, long NotModified, long Failed, long Bytes);

    /// <summary>An article, by the newsroom's id.</summary>
    internal sealed record OfArticle(string Id, long Taken);
}
