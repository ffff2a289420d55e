using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Renders documents, on paper: those whose bytes have changed go into the plan.</summary>
internal sealed class DocumentPlanner(
    StateMemory memory,
    FormattedEntries formatted,
    IReadOnlyList<IFeedFormat> formats,
    Publication publication,
    ProjectionOptions options,
    TimeProvider time)
{
    /// <summary>Renders the feed in every format.</summary>
    /// <param name="feed">The feed's name.</param>
    /// <param name="newest">Its newest entries, newest first.</param>
    /// <param name="touched">The entries this pass has changed, by fingerprint.</param>
    /// <param name="repairing">Whether to write documents even when their bytes are as before.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The feed's title.</returns>
    public async Task<string> PlanFeedAsync(
        string feed,
        IReadOnlyList<EntryRef> newest,
        IReadOnlyDictionary<string, Entry> touched,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        var entries = await FormatAsync(newest, touched, cancellationToken);
        var title = FeedName.Title(feed, [.. entries.Select(entry => entry.Article)]);
        var updated = newest.Count == 0 ? DateTimeOffset.UnixEpoch : newest.Max(entry => entry.Updated);
        var head = new FeedHead(publication, feed, $"{publication.Title}: {title}", publication.Description, updated)
        {
            LogoUrl = publication.LogoUrl,
        };
        foreach (var format in formats)
        {
            var bytes = format.WriteFeed(
                head, [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry.Bytes[format.Extension])]);
            await PlanAsync(
                ObjectPaths.Document(feed, format.Extension), bytes, format.ContentType, repairing, plan, cancellationToken);
        }

        return title;
    }

    /// <summary>Renders the home page.</summary>
    public Task PlanHomePageAsync(FeedList feeds, bool repairing, PassPlan plan, CancellationToken cancellationToken) =>
        PlanAsync(
            ObjectPaths.HomePage,
            HomePage.Write(publication, feeds.Titles, formats),
            HomePage.ContentType,
            repairing,
            plan,
            cancellationToken);

    private async Task PlanAsync(
        ObjectPath path,
        byte[] bytes,
        string contentType,
        bool repairing,
        PassPlan plan,
        CancellationToken cancellationToken)
    {
        var before = await memory.ReadFactsAsync(path, cancellationToken);
        var facts = DocumentFacts.After(before.Value, Fingerprint.Of(bytes), time.GetUtcNow());
        if (facts != before.Value || repairing)
        {
            plan.Documents.Add(new PlannedWrite(
                path,
                new ObjectContent(bytes, contentType) { Metadata = facts.ToMetadata() },
                before.ETag,
                etag => memory.Remember(path, facts, etag)));
        }
    }

    private async Task<IReadOnlyList<FormattedEntry>> FormatAsync(
        IReadOnlyList<EntryRef> newest, IReadOnlyDictionary<string, Entry> touched, CancellationToken cancellationToken)
    {
        var entries = new FormattedEntry?[newest.Count];
        List<int> unknown = [];
        for (var i = 0; i < newest.Count; i++)
        {
            entries[i] = formatted.Find(newest[i])
                ?? (touched.TryGetValue(newest[i].Content, out var changed) ? formatted.Format(newest[i].Content, changed) : null);
            if (entries[i] is null)
            {
                unknown.Add(i);
            }
        }

        // A process that has just started knows none of them.
        await Parallel.ForEachAsync(unknown, options.Parallelism(cancellationToken), async (i, cancelled) =>
        {
            if (await ReadEntryAsync(newest[i].Id, cancelled) is { } stored)
            {
                entries[i] = formatted.Format(Fingerprint.Of(stored), stored);
            }
        });
        return [.. entries.OfType<FormattedEntry>()];
    }

    private async Task<Entry?> ReadEntryAsync(string articleId, CancellationToken cancellationToken)
    {
        var view = await memory.ReadAfreshAsync(
            ObjectPaths.View(articleId), StateJson.Compact.ArticleView, cancellationToken);
        return view.Value is { Article: { } article } known
            ? new Entry(EntryIdentity.Of(publication, articleId), known.Published, known.Updated, article)
            : null;
    }
}
