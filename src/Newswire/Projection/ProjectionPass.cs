using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>
/// Turns the changes behind the cursor into documents: reads everything, decides everything, makes sure that it is
/// still its turn, and only then writes, each write on the condition that nobody wrote the object since it was read.
/// </summary>
/// <remarks>
/// <para>Why a crash loses nothing: the cursor is written last, so the next pass reads the same changes again, and all
/// it derives from them is the same.</para>
/// <para>Why a pass that stalls and wakes up late harms nothing: a pass signs in by writing to the cursor how far it
/// will read. The next one finds that mark and repairs: it writes everything the changes touch, even what looks right
/// already, so that every tag the stalled pass holds is stale. And a stalled pass that has still to read finds, before
/// its first write, that the cursor it signed is not its own any more.</para>
/// </remarks>
public sealed class ProjectionPass : IDisposable
{
    private readonly IObjectStore store;
    private readonly CatalogReader catalog;
    private readonly ProjectionOptions options;
    private readonly ILogger<ProjectionPass> log;
    private readonly Publication publication;
    private readonly StateMemory memory;
    private readonly FormattedEntries formatted;
    private readonly FeedPlanner feedPlanner;
    private readonly DocumentPlanner documentPlanner;
    private string? signedOutETag;

    /// <summary>Makes a pass over this storage for this publication.</summary>
    public ProjectionPass(
        IObjectStore store,
        CatalogReader catalog,
        IEnumerable<IFeedFormat> formats,
        Publication publication,
        ProjectionOptions options,
        TimeProvider time,
        ILogger<ProjectionPass> log)
    {
        IReadOnlyList<IFeedFormat> all = [.. formats];
        (this.store, this.catalog, this.publication, this.options, this.log) = (store, catalog, publication, options, log);
        memory = new StateMemory(store);
        formatted = new FormattedEntries(all, options.MaxFormattedBytes);
        feedPlanner = new FeedPlanner(memory, publication.MaxEntries);
        documentPlanner = new DocumentPlanner(memory, formatted, all, publication, time);
    }

    /// <summary>The cursor as this process last saw it.</summary>
    public Position Position { get; private set; } = Position.Start;

    /// <summary>Looks how far the projection has come.</summary>
    public async Task<Position> RefreshPositionAsync(CancellationToken cancellationToken)
    {
        await ReadCursorAsync(cancellationToken);
        return Position;
    }

    /// <summary>Runs one pass. One at a time in a process; see <see cref="ProjectionRunner"/>.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; a later pass begins again.</exception>
    public async Task<PassOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var cursor = await ReadCursorAsync(cancellationToken);
        var begin = cursor.Value ?? Cursor.Start;
        var read = await catalog.ReadAsync(begin.Position, options.MaxChanges, options.MaxBytes, cancellationToken);
        if (read.Next == begin.Position)
        {
            return new PassOutcome.Idle();
        }

        // What is remembered holds as long as no other pass has run, and this one ended as it should.
        if (cursor.ETag != signedOutETag || memory.Count > options.MaxRememberedObjects)
        {
            memory.Forget();
        }

        var repairing = begin.Unfinished is not null;
        var through = begin.Unfinished > read.Next ? begin.Unfinished : read.Next;
        if (await WriteCursorAsync(begin with { Unfinished = through }, cursor.ETag, cancellationToken) is not { } signIn)
        {
            return new PassOutcome.Superseded();
        }

        var plan = new PassPlan();
        await PlanSetAsideAsync(read.Unreadable, plan, cancellationToken);

        // Fold the changes into the articles they touch.
        var articles = await FoldAsync(read.Changes, cancellationToken);
        plan.Views.AddRange(articles.Select(article => new PlannedWrite(
            ObjectPaths.View(article.After.Id),
            Json(article.After, StateJson.Compact.ArticleView),
            article.Before.ETag)));

        // Update every feed that selects, selected or may have been given one of them, and render those that changed.
        await PlanFeedsAsync(articles, repairing, plan, cancellationToken);

        // Everything is read. If another pass has signed in meanwhile, some of it may be newer than the rest.
        if ((await store.HeadAsync(ObjectPaths.Cursor, cancellationToken))?.ETag != signIn)
        {
            return new PassOutcome.Superseded();
        }

        foreach (var stage in plan.Stages)
        {
            if (!await WriteAsync(stage, cancellationToken))
            {
                Log.PassSuperseded(log, begin.Position);
                return new PassOutcome.Superseded();
            }
        }

        // Changes that an unfinished pass has read and this one has not remain marked.
        var end = new Cursor(read.Next, through > read.Next ? through : null);
        signedOutETag = await WriteCursorAsync(end, signIn, cancellationToken);
        if (signedOutETag is null)
        {
            return new PassOutcome.Superseded();
        }

        Position = read.Next;
        Log.PassDone(log, read.Changes.Count, articles.Count, plan.Documents.Count, read.Next, repairing);
        return new PassOutcome.Done(read.Changes.Count, [.. plan.Documents.Select(write => write.Path)]);
    }

    /// <inheritdoc/>
    public void Dispose() => formatted.Dispose();

    private async Task<Remembered<Cursor>> ReadCursorAsync(CancellationToken cancellationToken)
    {
        var cursor = await memory.ReadAfreshAsync(ObjectPaths.Cursor, StateJson.Compact.Cursor, cancellationToken);
        Position = (cursor.Value ?? Cursor.Start).Position;
        return cursor;
    }

    private async Task<string?> WriteCursorAsync(Cursor cursor, string? expectedETag, CancellationToken cancellationToken)
    {
        var content = Json(cursor, StateJson.Compact.Cursor);
        var result = await store.WriteAsync(ObjectPaths.Cursor, content, expectedETag, cancellationToken);
        return (result as WriteResult.Written)?.ETag;
    }

    private async Task PlanSetAsideAsync(
        IReadOnlyList<UnreadableLine> lines, PassPlan plan, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            var path = ObjectPaths.Rejected(line.Position);
            if (await store.HeadAsync(path, cancellationToken) is null)
            {
                Log.LineSetAside(log, line.Position, line.Bytes.Length, line.Reason);
                plan.SetAside.Add(new PlannedWrite(
                    path, new ObjectContent(line.Bytes, "application/octet-stream"), ExpectedETag: null));
            }
        }
    }

    private async Task<IReadOnlyList<TouchedArticle>> FoldAsync(
        IReadOnlyList<RecordedChange> changes, CancellationToken cancellationToken)
    {
        var byArticle = changes.GroupBy(change => change.Change.ArticleId, StringComparer.Ordinal).ToList();
        var articles = new TouchedArticle[byArticle.Count];
        await Parallel.ForAsync(0, byArticle.Count, Parallelism(cancellationToken), async (i, cancelled) =>
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
        await Parallel.ForAsync(0, feeds.Count, Parallelism(cancellationToken), async (i, cancelled) =>
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

    private async Task<bool> WriteAsync(IReadOnlyList<PlannedWrite> writes, CancellationToken cancellationToken)
    {
        var conflicts = 0;
        await Parallel.ForEachAsync(writes, Parallelism(cancellationToken), async (write, cancelled) =>
        {
            if (write.Content is null)
            {
                var deleted = await store.DeleteAsync(write.Path, write.ExpectedETag!, cancelled);
                memory.Forget(write.Path);
                Interlocked.Add(ref conflicts, deleted ? 0 : 1);
                return;
            }

            switch (await store.WriteAsync(write.Path, write.Content, write.ExpectedETag, cancelled))
            {
                case WriteResult.Written written:
                    write.Remember?.Invoke(written.ETag);
                    break;
                default:
                    Interlocked.Increment(ref conflicts);
                    break;
            }
        });
        return conflicts == 0;
    }

    private static ObjectContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json");

    private ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.MaxParallelOperations, CancellationToken = cancellationToken };
}
