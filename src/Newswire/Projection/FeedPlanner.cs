using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>Brings one feed up to date, on paper: its indexes, its subscription document, its archive documents.</summary>
internal sealed class FeedPlanner(IndexPlanner indexes, DocumentPlanner documents, Publication publication)
{
    /// <summary>How many entries a subscription document says are gone, at most; the newest.</summary>
    private const int MaxTombstones = 1_000;

    /// <param name="task">What is to be done.</param>
    /// <param name="facts">What the pass knows of the articles it touches.</param>
    /// <param name="repairing">Whether to write everything touched, changed or not; see <see cref="ProjectionPass"/>.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What will be; null when there is no such feed, and none is called for.</returns>
    public async Task<FeedUpdate?> PlanAsync(
        FeedTask task, PassFacts facts, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        // Put the articles where they belong, and their tombstones.
        var stored = await indexes.ReadAsync(IndexLocation.Entries(task.Feed), cancellationToken);
        if (!stored.Stored.Exists && !task.IsCalledFor)
        {
            return null;
        }

        var index = await indexes.UpdateAsync(
            stored,
            [.. task.Articles.SelectMany(article => article.Keys), .. await LeavingAsync(task, stored, gone: false, cancellationToken)],
            [.. task.Articles.Where(article => article.Selecting.Contains(task.Feed)).Select(article => article.Ref!)],
            repairing,
            plan.Indexes,
            cancellationToken);
        var moved = task.IsDrawnAnew ? await index.MovedSinceAsync(stored, cancellationToken) : [];
        var tombstones = await PlanTombstonesAsync(task, repairing, plan, cancellationToken);

        // Cut the feed into the subscription document and the archive.
        var size = FeedSize.Of(publication, task.Definition);
        var window = await FeedWindow.OfAsync(index, size, cancellationToken);
        var directory = index.Directory with { Archived = window.Archived };
        var isCutAnew = indexes.WriteDirectory(index, directory, repairing, plan.Indexes);
        var archive = new ArchivePlan(task, index, stored.Directory, window.Archived, repairing);
        var subscription = new SubscriptionDocument(
            task.Feed,
            task.Definition,
            window.NewestFirst,
            await archive.PreviousAsync(window.Archived, cancellationToken),
            await tombstones.NewestFirstAsync(cancellationToken).Take(MaxTombstones).ToListAsync(cancellationToken));

        // Render what may look different now.
        await foreach (var page in archive.RemovedAsync(cancellationToken))
        {
            await documents.RemoveAsync(task.Feed, page, plan, cancellationToken);
        }

        await foreach (var page in archive.ChangedAsync(cancellationToken))
        {
            await documents.PlanArchiveAsync(task, page, facts, repairing, plan, cancellationToken);
        }

        if (!task.IsLive)
        {
            await documents.RemoveAsync(task.Feed, page: null, plan, cancellationToken);
            return new FeedUpdate(index, Title: null, moved);
        }

        var title = isCutAnew || archive.HasChangedWindow || tombstones.HasChanged || task.IsDrawnAnew || repairing
            ? await documents.PlanSubscriptionAsync(subscription, facts, repairing, plan, cancellationToken)
            : null;
        return new FeedUpdate(index, title, moved);
    }

    /// <summary>What is in the walk's stretch, when the feed itself goes.</summary>
    private static async Task<IReadOnlyList<EntryKey>> LeavingAsync(
        FeedTask task, PlannedIndex stored, bool gone, CancellationToken cancellationToken) =>
        !task.IsLive && task.Slices.FirstOrDefault(slice => slice.Walk.Gone == gone) is { } slice
            ? await stored.InAsync(slice, cancellationToken).Select(entry => entry.Key).ToListAsync(cancellationToken)
            : [];

    private async Task<PlannedIndex> PlanTombstonesAsync(
        FeedTask task, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        var stored = await indexes.ReadAsync(IndexLocation.Tombstones(task.Feed), cancellationToken);
        List<EntryKey> absent =
        [
            .. task.Articles.SelectMany(article => article.TombstoneKeys),
            .. await LeavingAsync(task, stored, gone: true, cancellationToken),
        ];
        List<EntryRef> present =
            [.. task.Articles.Where(article => article.Mourning.Contains(task.Feed)).Select(article => article.Tombstone!)];
        if (present.Count == 0 && (absent.Count == 0 || !stored.Stored.Exists))
        {
            return stored;
        }

        var index = await indexes.UpdateAsync(stored, absent, present, repairing, plan.Indexes, cancellationToken);
        indexes.WriteDirectory(index, index.Directory, repairing, plan.Indexes);
        return index;
    }
}
