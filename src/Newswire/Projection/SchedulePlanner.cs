using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>
/// Knows what has to be looked at again when its time comes: articles that are to be released or to expire, documents
/// from which something drops when it has become too old. An index by time; whoever is looked at says anew when that
/// is next, so that an item nobody needs any more does no harm.
/// </summary>
internal sealed class SchedulePlanner(IndexPlanner indexes)
{
    /// <summary>How many items a pass takes at most.</summary>
    private const int MaxItems = 1_000;

    private const string ArticlePrefix = "article/";
    private const string Sitemap = "sitemap";

    /// <summary>What is due at the moment, the oldest first.</summary>
    public async Task<DueItems> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var index = await indexes.ReadAsync(IndexLocation.Schedule, cancellationToken);
        var due = await index.OldestFirstAsync(cancellationToken)
            .TakeWhile(item => item.Published <= now)
            .Take(MaxItems)
            .ToListAsync(cancellationToken);
        return new DueItems(
            [.. due.Select(item => item.Key)],
            [
                .. due.Where(item => item.Id.StartsWith(ArticlePrefix, StringComparison.Ordinal))
                    .Select(item => item.Id[ArticlePrefix.Length..])
                    .Distinct(StringComparer.Ordinal),
            ],
            due.Exists(item => item.Id == Sitemap));
    }

    /// <summary>The articles among the items.</summary>
    public static IAsyncEnumerable<string> Articles(IAsyncEnumerable<string> items) =>
        items.Where(item => item.StartsWith(ArticlePrefix, StringComparison.Ordinal)).Select(item => item[ArticlePrefix.Length..]);

    /// <summary>Takes off what was due and puts on what comes next.</summary>
    /// <param name="done">What was due.</param>
    /// <param name="articles">The articles that were looked at.</param>
    /// <param name="sitemap">When the sitemap has to be looked at again; null for not before something changes.</param>
    /// <param name="repairing">Whether to write everything touched, changed or not.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>When the next item is due; null when there is none.</returns>
    public async Task<DateTimeOffset?> PlanAsync(
        DueItems done,
        IReadOnlyList<TouchedArticle> articles,
        DateTimeOffset? sitemap,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        List<EntryRef> present =
        [
            .. articles.Where(article => article.NextTurn is not null)
                .Select(article => Item(ArticlePrefix + article.After.Id, article.NextTurn!.Value)),
            .. sitemap is { } when ? [Item(Sitemap, when)] : Array.Empty<EntryRef>(),
        ];
        var index = await indexes.ReadAsync(IndexLocation.Schedule, cancellationToken);
        if (present.Count > 0 || done.Keys.Count > 0)
        {
            index = await indexes.UpdateAsync(index, done.Keys, present, repairing, plan.Schedule, cancellationToken);
            indexes.WriteDirectory(index, index.Directory, repairing, plan.Schedule);
        }

        return (await index.OldestFirstAsync(cancellationToken).FirstOrDefaultAsync(cancellationToken))?.Published;
    }

    private static EntryRef Item(string id, DateTimeOffset when) => new(id, when, when, Content: "");
}
