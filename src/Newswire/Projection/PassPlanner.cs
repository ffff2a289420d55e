using System.Text.Json;
using Microsoft.Extensions.Logging;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Decides everything a pass will write. Reads, and writes nothing.</summary>
internal sealed class PassPlanner(
    StateMemory memory,
    FeedPlanner feedPlanner,
    DocumentPlanner documentPlanner,
    Publication publication,
    ProjectionOptions options,
    ILogger log)
{
    /// <param name="read">The changes to bring into the documents.</param>
    /// <param name="repairing">Whether to write everything touched, changed or not; see <see cref="ProjectionPass"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PassPlan> PlanAsync(CatalogRead read, bool repairing, CancellationToken cancellationToken)
    {
        var plan = new PassPlan();
        await PlanSetAsideAsync(read.Unreadable, plan, cancellationToken);

        // Fold the changes into the articles they touch.
        var articles = await FoldAsync(read.Changes, cancellationToken);
        plan.Views.AddRange(articles.Select(article => new PlannedWrite(
            ObjectPaths.View(article.After.Id),
            new ObjectContent(
                JsonSerializer.SerializeToUtf8Bytes(article.After, StateJson.Compact.ArticleView), "application/json"),
            article.Before.ETag)));

        // Update every feed that selects, selected or may have been given one of them, and render those that changed.
        await PlanFeedsAsync(articles, repairing, plan, cancellationToken);
        return plan;
    }

    private async Task PlanSetAsideAsync(
        IReadOnlyList<UnreadableLine> lines, PassPlan plan, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            var path = ObjectPaths.Rejected(line.Position);
            if (!await memory.ExistsAsync(path, cancellationToken))
            {
                Measures.LinesSetAside.Add(1);
                Log.LineSetAside(log, line.Position, line.Bytes.Length, line.Reason);
                plan.SetAside.Add(new PlannedWrite(
                    path, new ObjectContent(line.Bytes, "application/octet-stream"), ExpectedETag: null));
            }
        }
    }

    private async Task<IReadOnlyList<TouchedArticle>> FoldAsync(
        IReadOnlyList<RecordedChange> changes, CancellationToken cancellationToken)
    {
        var byArticle = changes.Where(change => change.Change is Change.OfArticle)
            .GroupBy(change => ((Change.OfArticle)change.Change).ArticleId, StringComparer.Ordinal).ToList();
        var articles = new TouchedArticle[byArticle.Count];
        await Parallel.ForAsync(0, byArticle.Count, options.Parallelism(cancellationToken), async (i, cancelled) =>
        {
            var before = await memory.ReadAfreshAsync(
                ObjectPaths.View(byArticle[i].Key), StateJson.Compact.ArticleView, cancelled);
            articles[i] = TouchedArticle.Fold(before, [.. byArticle[i]], publication);
        });
        return articles;
    }

    private async Task PlanFeedsAsync(
        IReadOnlyList<TouchedArticle> articles, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        var list = await memory.ReadAsync(ObjectPaths.FeedList, StateJson.Compact.FeedList, cancellationToken);
        var titles = new SortedDictionary<string, string>(
            (list.Value ?? FeedList.Empty).Titles.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        var entries = articles.Where(article => article.Entry is not null)
            .ToDictionary(article => article.Ref!.Content, article => article.Entry!, StringComparer.Ordinal);
        var byFeed = articles.SelectMany(article => article.Feeds, (article, feed) => (feed, article))
            .ToLookup(pair => pair.feed, pair => pair.article, StringComparer.Ordinal);

        // One plan a feed, so that feeds can be prepared side by side; put together in the order of their names.
        var feeds = byFeed.Select(feed => feed.Key).Order(StringComparer.Ordinal).ToList();
        var plans = feeds.ConvertAll(_ => new PassPlan());
        var newTitles = new string?[feeds.Count];
        await Parallel.ForAsync(0, feeds.Count, options.Parallelism(cancellationToken), async (i, cancelled) =>
        {
            var touched = byFeed[feeds[i]].ToList();
            if (await feedPlanner.PlanAsync(feeds[i], touched, repairing, plans[i], cancelled) is { } newest)
            {
                newTitles[i] = await documentPlanner.PlanFeedAsync(
                    feeds[i], newest, entries, repairing, plans[i], cancelled);
            }
        });

        for (var i = 0; i < feeds.Count; i++)
        {
            plan.Add(plans[i]);
            if (newTitles[i] is { } title)
            {
                titles[feeds[i]] = title;
            }
        }

        if (repairing || list.Value is null || !titles.SequenceEqual(list.Value.Titles))
        {
            var now = new FeedList(titles);
            plan.FeedList.Add(feedPlanner.Write(ObjectPaths.FeedList, now, StateJson.Compact.FeedList, list.ETag));
            await documentPlanner.PlanHomePageAsync(now, repairing, plan, cancellationToken);
        }
    }
}
