using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Feeds;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Brings the index of one feed up to date, on paper: what to write goes into the plan.</summary>
internal sealed class FeedPlanner(StateMemory memory, int maxEntries)
{
    /// <param name="feed">The feed's name.</param>
    /// <param name="articles">The touched articles that stand, stood or may stand in the feed.</param>
    /// <param name="repairing">Whether to write everything touched, changed or not; see <see cref="ProjectionPass"/>.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The newest entries, newest first; null when the feed is as it was.</returns>
    public async Task<IReadOnlyList<EntryRef>?> PlanAsync(
        string feed,
        IReadOnlyList<TouchedArticle> articles,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        var directory = await memory.ReadAsync(
            ObjectPaths.Directory(feed), StateJson.Compact.FeedDirectory, cancellationToken);
        var now = directory.Value ?? FeedDirectory.Empty;

        List<EntryKey> absent = [.. articles.SelectMany(article => article.Keys)];
        List<EntryRef> present =
            [.. articles.Where(article => article.Selecting.Contains(feed)).Select(article => article.Ref!)];
        Dictionary<int, FeedPage> pages = [];
        foreach (var page in FeedIndex.Touched(now, absent, present))
        {
            pages[page] = await ReadPageAsync(feed, PageBoundary.PageName(now.StartOf(page)), cancellationToken);
        }

        var update = FeedIndex.Apply(now, pages, absent, present);
        var written = await PlanPagesAsync(feed, update, repairing, plan, cancellationToken);
        var newDirectory = !directory.Exists || !ReferenceEquals(update.Directory, now);
        if (newDirectory || repairing)
        {
            plan.Directories.Add(Write(
                ObjectPaths.Directory(feed), update.Directory, StateJson.Compact.FeedDirectory, directory.ETag));
        }

        return written || newDirectory || repairing ? await NewestAsync(feed, update, cancellationToken) : null;
    }

    /// <summary>The planned form of a piece of state.</summary>
    public PlannedWrite Write<T>(ObjectPath path, T value, JsonTypeInfo<T> type, string? expectedETag) => new(
        path,
        new ObjectContent(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json"),
        expectedETag,
        etag => memory.Remember(path, value, etag));

    private async Task<bool> PlanPagesAsync(
        string feed, FeedIndexUpdate update, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        var written = false;
        foreach (var (name, page) in update.Pages)
        {
            // A page that begins here may be left over from a pass that died: its tag is needed to replace it.
            var path = ObjectPaths.Page(feed, name);
            var stored = await memory.ReadAsync(path, StateJson.Compact.FeedPage, cancellationToken);
            var changed = !(stored.Value ?? FeedPage.Empty).Entries.SequenceEqual(page.Entries);
            if (changed || repairing)
            {
                plan.Pages.Add(Write(path, page, StateJson.Compact.FeedPage, stored.ETag));
            }

            written |= changed;
        }

        foreach (var name in update.Dropped)
        {
            var path = ObjectPaths.Page(feed, name);
            var stored = await memory.ReadAsync(path, StateJson.Compact.FeedPage, cancellationToken);
            if (stored.ETag is { } etag)
            {
                plan.Dropped.Add(new PlannedWrite(path, Content: null, etag));
            }
        }

        return written;
    }

    private async Task<IReadOnlyList<EntryRef>> NewestAsync(
        string feed, FeedIndexUpdate update, CancellationToken cancellationToken)
    {
        List<EntryRef> newest = [];
        for (var page = update.Directory.Pages - 1; page >= 0 && newest.Count < maxEntries; page--)
        {
            var name = PageBoundary.PageName(update.Directory.StartOf(page));
            var entries = update.Pages.GetValueOrDefault(name) ?? await ReadPageAsync(feed, name, cancellationToken);
            newest.AddRange(update.Directory.InRange(page, entries).Reverse());
        }

        return [.. newest.Take(maxEntries)];
    }

    private async Task<FeedPage> ReadPageAsync(string feed, string name, CancellationToken cancellationToken)
    {
        var path = ObjectPaths.Page(feed, name);
        return (await memory.ReadAsync(path, StateJson.Compact.FeedPage, cancellationToken)).Value ?? FeedPage.Empty;
    }
}
