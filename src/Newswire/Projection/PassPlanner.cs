using System.Text.Json;
using Microsoft.Extensions.Logging;
using Newswire.Catalog;
using Newswire.Erasure;
using Newswire.Feeds;
using Newswire.Projection.Streams;
using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Projection;

/// <summary>Decides everything a pass will write. Reads, and writes nothing.</summary>
internal sealed class PassPlanner(
    StateMemory memory,
    ArticleLookup lookup,
    DefinitionsPlanner definitions,
    SchedulePlanner schedule,
    FeedPlanner feeds,
    SitePlanner site,
    SitemapPlanner sitemap,
    ContractPlanner contracts,
    StreamPlanner streams,
    Publication publication,
    ProjectionOptions options,
    ILogger log)
{
    /// <param name="begin">How far the projection has come.</param>
    /// <param name="read">The changes to bring into the documents.</param>
    /// <param name="now">The moment of the pass.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PassPlan> PlanAsync(
        Cursor begin, CatalogRead read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = new PassPlan();
        var repairing = begin.Unfinished is not null;
        await PlanSetAsideAsync(read.Unreadable, plan, cancellationToken);

        // Take new definitions into force, and see which feeds are derived anew and what the time has come for.
        var (before, after) = await definitions.PlanAsync(read.Changes, repairing, plan, cancellationToken);
        var inForce = await contracts.PlanAsync(begin, read.Changes, before, after, now, cancellationToken);
        var placement = new Placement(publication, after, now)
        {
            EarlyAccess = inForce.EarlyAccess,
            LongestEarlyAccess = inForce.LongestEarlyAccess,
        };
        plan.Slices = await definitions.SlicesAsync(begin, before, after, cancellationToken);
        var due = await schedule.ReadDueAsync(now, cancellationToken);

        // Fold the changes into the articles they touch.
        var articles = await lookup.LookAsync(read.Changes, due.Articles, placement, cancellationToken);
        var known = articles.Select(article => article.After.Id).ToHashSet(StringComparer.Ordinal);
        var scheduled = await lookup.LookAgainAsync(
            inForce.Scheduled.Where(id => !known.Contains(id)), placement, cancellationToken);
        var walked = await lookup.LookAtWalkedAsync(plan.Slices, articles, placement, cancellationToken);
        plan.Views.AddRange(articles.Where(article => article.HasChanged).Select(article => new PlannedWrite(
            ObjectPaths.View(article.After.Id),
            new ObjectContent(
                JsonSerializer.SerializeToUtf8Bytes(article.After, StateJson.Compact.ArticleView), "application/json"),
            article.Before.ETag)));

        // Bring every feed up to date that has, had or may have been given one of them.
        var facts = new PassFacts(placement, articles.Concat(walked.Values.SelectMany(of => of))
            .Where(article => article.Entry is not null)
            .DistinctBy(article => article.Ref!.Content, StringComparer.Ordinal)
            .ToDictionary(article => article.Ref!.Content, article => article.Entry!, StringComparer.Ordinal));
        var tasks = Tasks(articles, walked, plan.Slices, placement);
        var updates = await PlanFeedsAsync(tasks, facts, repairing, plan, cancellationToken);

        // Note for partners what they have to be told of.
        var heads = await streams.PlanAsync(
            inForce,
            new StreamNews(articles, scheduled, [.. tasks.Zip(updates, (task, update) => (task.Feed, update?.Moved ?? []))]),
            placement,
            repairing,
            plan,
            cancellationToken);

        if (!begin.HasCaughtUp)
        {
            await streams.PlanTurnedAsync(articles, now, repairing, plan, cancellationToken);
        }

        // And what tells of all feeds.
        await site.PlanAsync(tasks, updates, facts, repairing, plan, cancellationToken);
        var latest = updates.Select(update => update?.Entries)
            .FirstOrDefault(index => index?.Location == IndexLocation.Entries(FeedName.Latest));
        var sitemapTurn = latest is not null || due.Sitemap || repairing
            ? await sitemap.PlanAsync(latest, facts, repairing, plan, cancellationToken)
            : null;

        // Once nothing shows what is to be erased, the catalog's turn comes. Last, see to it that everything is looked at
        // again when its time comes.
        await PlanErasuresAsync(articles, plan, cancellationToken);
        plan.NextDue = await schedule.PlanAsync(due, [.. articles, .. scheduled], sitemapTurn, repairing, plan, cancellationToken);
        foreach (var slice in plan.Slices)
        {
            plan.Walks.AddRange(await definitions.GoneThroughAsync(slice, cancellationToken) is { } walk ? [walk] : []);
        }

        plan.StreamWalks = [.. inForce.Walks.Select(slice => slice.Walk)];
        plan.StreamWalksLeft.AddRange(inForce.Walks.Where(slice => slice.Until is not null)
            .Select(slice => slice.Walk with { Before = slice.Until }));
        var isAtEnd = read.IsAtEnd && plan.Walks.Count == 0 && plan.StreamWalksLeft.Count == 0;
        plan.HasCaughtUp = begin.HasCaughtUp || isAtEnd;
        if (plan.HasCaughtUp && !begin.HasCaughtUp)
        {
            plan.StreamWalksLeft.AddRange(inForce.Heads.Select(head => new StreamWalk(head.Key, head.Value.Contract.Since) { Turned = true }));
        }

        if (heads is not null)
        {
            var isSafe = isAtEnd && plan.StreamWalksLeft.Count == 0 && !(plan.NextDue <= now);
            streams.PlanHeads(inForce, heads, now, isSafe, repairing, plan);
        }

        // The pass that is repaired may have written all of its documents, and the views after them, and told nobody.
        plan.News = new PassNews(
            [
                .. plan.Documents.Select(write => ObjectPaths.FeedOf(write.Path)).OfType<string>()
                    .Concat(begin.Unfinished?.Feeds ?? [])
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            [.. articles.Select(article => new ArticleNews(article.Before.Value, article.After))],
            after,
            now,
            repairing)
        {
            Partners = plan.Partners,
        };
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

    private async Task PlanErasuresAsync(
        IReadOnlyList<TouchedArticle> articles, PassPlan plan, CancellationToken cancellationToken)
    {
        foreach (var article in articles.Where(article => article.IsToBeErased))
        {
            var path = ErasurePaths.Pending(article.After.Id);
            var earlier = await memory.ReadAfreshAsync(path, ErasureJson.Stored.PendingErasure, cancellationToken);
            var written = plan.Documents
                .Where(write => article.Feeds.Any(feed => ObjectPaths.IsOf(write.Path, feed)) || ObjectPaths.IsSitemap(write.Path))
                .ToLookup(write => write.Content is null, write => write.Path.ToString());
            var pending = new PendingErasure
            {
                ArticleId = article.After.Id,
                Requested = article.After.ErasedThroughReceived!.Value,
                Lines = article.After.Lines,
                Feeds = article.After.ErasedFrom,
                View = ObjectPaths.View(article.After.Id).ToString(),
                Rewritten = [.. written[false]],
                Deleted = [.. written[true]],
            };
            plan.Erasures.Add(new PlannedWrite(
                path,
                new ObjectContent(
                    JsonSerializer.SerializeToUtf8Bytes(pending.After(earlier.Value), ErasureJson.Stored.PendingErasure),
                    "application/json"),
                earlier.ETag));
        }
    }

    /// <summary>What there is to do, by feed, in the order of their names.</summary>
    private static IReadOnlyList<FeedTask> Tasks(
        IReadOnlyList<TouchedArticle> articles,
        IReadOnlyDictionary<WalkSlice, IReadOnlyList<TouchedArticle>> walked,
        IReadOnlyList<WalkSlice> slices,
        Placement placement)
    {
        var byFeed = articles.SelectMany(article => article.Feeds, (article, feed) => (feed, article))
            .ToLookup(pair => pair.feed, pair => pair.article, StringComparer.Ordinal);
        var byWalk = slices.ToLookup(slice => slice.Walk.Feed, StringComparer.Ordinal);
        return
        [
            .. byFeed.Select(feed => feed.Key)
                .Concat(byWalk.Select(feed => feed.Key))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(feed => new FeedTask(
                    feed,
                    placement.IsLive(feed),
                    // A feed that is derived anew may still have an article by an old definition, so every article counts.
                    byWalk.Contains(feed) ? [.. articles, .. byWalk[feed].SelectMany(slice => walked.GetValueOrDefault(slice, []))] : [.. byFeed[feed]],
                    [.. byWalk[feed]],
                    placement.Definitions.Find(feed))),
        ];
    }

    private async Task<IReadOnlyList<FeedUpdate?>> PlanFeedsAsync(
        IReadOnlyList<FeedTask> tasks, PassFacts facts, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        // One plan a feed, so that feeds can be prepared side by side; put together in the order of their names.
        var plans = tasks.Select(_ => new PassPlan()).ToList();
        var updates = new FeedUpdate?[tasks.Count];
        await Parallel.ForAsync(0, tasks.Count, options.Parallelism(cancellationToken), async (i, cancelled) =>
            updates[i] = await feeds.PlanAsync(tasks[i], facts, repairing, plans[i], cancelled));
        plans.ForEach(plan.Add);
        return updates;
    }
}
