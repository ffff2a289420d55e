using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Projection;

/// <summary>Renders documents, on paper: those whose bytes have changed go into the plan.</summary>
internal sealed class DocumentPlanner(
    StateMemory memory,
    FormattedEntries formatted,
    IReadOnlyList<IFeedFormat> formats,
    Publication publication,
    ProjectionOptions options)
{
    /// <summary>Where the documents are that readers get, if that is not where this writes.</summary>
    public IObjectStore? Served { get; set; }

    /// <summary>Renders the subscription document of a feed in every format.</summary>
    /// <param name="feed">What it is made of.</param>
    /// <param name="facts">What the pass knows.</param>
    /// <param name="repairing">Whether to write documents even when their bytes are as before.</param>
    /// <param name="plan">Where the writes go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The feed's title.</returns>
    public async Task<string> PlanSubscriptionAsync(
        SubscriptionDocument feed, PassFacts facts, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        var entries = await FormatAsync(feed.NewestFirst, feed.Definition, facts, cancellationToken);
        var title = facts.Placement.Definitions.Title(feed.Feed, [.. entries.Select(entry => entry.Entry.Article)]);
        var moments = entries.Select(entry => entry.Entry.Updated).Concat(feed.Gone.Select(gone => gone.Updated));
        var head = FeedHead.Of(publication, feed.Feed, title, feed.Definition, moments) with
        {
            PreviousPage = feed.PreviousPage,
            Tombstones =
            [
                .. feed.Gone.Select(gone => new Tombstone(EntryIdentity.Of(publication, gone.Id), gone.Published)),
            ],
        };
        foreach (var format in formats)
        {
            var document = new RenderedDocument(
                ObjectPaths.Document(feed.Feed, format.Extension), format.ContentType, format.WriteFeed(head, Bytes(entries, format)));
            await PlanAsync(document, facts, repairing, plan, cancellationToken);
        }

        var page = HtmlFeedPage.Write(
            head, [.. entries.Take(HtmlFeedPage.MaxHeadlines).Select(entry => entry.Entry)], formats);
        await PlanAsync(
            new RenderedDocument(
                ObjectPaths.Document(feed.Feed, FeedAddresses.PageExtension), HtmlFeedPage.ContentType, page),
            facts,
            repairing,
            plan,
            cancellationToken);
        return title;
    }

    /// <summary>Renders an archive document of a feed in every format.</summary>
    public async Task PlanArchiveAsync(
        FeedTask task, ArchivePage page, PassFacts facts, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        // The title says what the feed's name or its definition says: not how the newest article spells a topic, which
        // would change every archive document with it.
        var entries = await FormatAsync(page.NewestFirst, task.Definition, facts, cancellationToken);
        var title = facts.Placement.Definitions.Title(task.Feed, []);
        var head = FeedHead.Of(publication, task.Feed, title, task.Definition, entries.Select(entry => entry.Entry.Updated)) with
        {
            Page = page.Name,
            PreviousPage = page.Previous,
            NextPage = page.Next,
        };
        foreach (var format in formats)
        {
            var document = new RenderedDocument(
                ObjectPaths.Archive(task.Feed, page.Name, format.Extension), format.ContentType, format.WriteFeed(head, Bytes(entries, format)));
            await PlanAsync(document, facts, repairing || page.IsNew, plan, cancellationToken);
        }
    }

    /// <summary>Removes the documents of an archive page, or for null the subscription documents.</summary>
    public async Task RemoveAsync(string feed, string? page, PassPlan plan, CancellationToken cancellationToken)
    {
        foreach (var extension in formats.Select(format => format.Extension))
        {
            await RemoveAsync(
                page is null ? ObjectPaths.Document(feed, extension) : ObjectPaths.Archive(feed, page, extension),
                plan,
                cancellationToken);
        }

        if (page is null)
        {
            await RemoveAsync(ObjectPaths.Document(feed, FeedAddresses.PageExtension), plan, cancellationToken);
        }
    }

    /// <summary>Removes a document.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(ObjectPath path, PassPlan plan, CancellationToken cancellationToken)
    {
        var before = await memory.ReadFactsAsync(path, cancellationToken);
        if (before.ETag is { } etag)
        {
            plan.Documents.Add(new PlannedWrite(path, Content: null, etag));
        }

        return before.Exists;
    }

    /// <summary>Writes a document if its bytes have changed.</summary>
    public async Task PlanAsync(
        RenderedDocument document, PassFacts facts, bool repairing, PassPlan plan, CancellationToken cancellationToken)
    {
        var before = await memory.ReadFactsAsync(document.Path, cancellationToken);
        var after = await FactsAsync(document, before.Value, facts.Placement.Now, cancellationToken);
        if (after != before.Value || repairing)
        {
            plan.Documents.Add(new PlannedWrite(
                document.Path,
                new ObjectContent(document.Bytes, document.ContentType) { Metadata = after.ToMetadata() },
                before.ETag,
                etag => memory.Remember(document.Path, after, etag)));
        }
        else
        {
            Measures.DocumentsUnchanged.Count(Measures.Format, DocumentFormat.Of(document.Path));
        }
    }

    /// <summary>The entries, ready to be put into documents; those left out that readers do not see any more.</summary>
    public async Task<IReadOnlyList<FormattedEntry>> FormatAsync(
        IReadOnlyList<EntryRef> newestFirst, FeedDefinition? definition, PassFacts facts, CancellationToken cancellationToken)
    {
        var content = definition?.Content ?? EntryContent.Full;
        var entries = new FormattedEntry?[newestFirst.Count];
        List<int> unknown = [];
        for (var i = 0; i < newestFirst.Count; i++)
        {
            var fingerprint = newestFirst[i].Content;
            entries[i] = formatted.Find(newestFirst[i], content)
                ?? (facts.Entries.TryGetValue(fingerprint, out var touched) ? formatted.Format(fingerprint, touched, content) : null);
            if (entries[i] is null)
            {
                unknown.Add(i);
            }
        }

        // A process that has just started knows none of them.
        await Parallel.ForEachAsync(unknown, options.Parallelism(cancellationToken), async (i, cancelled) =>
        {
            if (await ReadEntryAsync(newestFirst[i].Id, facts.Placement.Now, cancelled) is { } stored)
            {
                entries[i] = formatted.Format(Fingerprint.Of(stored), stored, content);
            }
        });
        return [.. entries.OfType<FormattedEntry>()];
    }

    private async Task<DocumentFacts> FactsAsync(
        RenderedDocument document, DocumentFacts? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Fingerprint.Of(document.Bytes.Span);
        if (Served is null || before?.Hash == hash)
        {
            return DocumentFacts.After(before, hash, now);
        }

        // Nobody has got what was here before; what readers have got is there.
        var served = await Served.HeadAsync(document.Path, cancellationToken);
        return DocumentFacts.After(served is null ? before : DocumentFacts.From(served.Metadata), hash, now);
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Bytes(IReadOnlyList<FormattedEntry> entries, IFeedFormat format) =>
        [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry.Bytes[format.Extension])];

    private async Task<Entry?> ReadEntryAsync(string articleId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var view = await memory.ReadAfreshAsync(
            ObjectPaths.View(articleId), StateJson.Compact.ArticleView, cancellationToken);
        return view.Value?.At(now) is ArticleState.Visible visible
            ? Entry.Of(
                publication, EntryIdentity.Of(publication, articleId), visible.Published, visible.Updated, visible.Article)
            : null;
    }
}
