using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>
/// Reads what the newest of a feed are, for those who make documents on request. It writes nothing and copes with passes
/// that write meanwhile.
/// </summary>
/// <remarks>
/// While the cursor has the tag it had, asking again costs no storage operation. Once a pass has been, each object that is
/// looked at is asked for its tag, whoever looks, and read when that is another.
/// </remarks>
public sealed class FeedContents : IDisposable
{
    /// <summary>The most memory for the articles and indexes of feeds that are asked for: some 2,000 articles.</summary>
    private const long MaxBytes = 128L * 1024 * 1024;

    /// <summary>How often an index that passes keep changing is read again, before what was read is taken as it is.</summary>
    private const int MaxAttempts = 5;

    /// <summary>The format whose document says when the feed last changed; it has all that the others have.</summary>
    private const string DatedExtension = "json";

    private readonly Publication publication;
    private readonly ProjectionOptions options;
    private readonly CursorTag cursor;
    private readonly RevisitedState state;
    private readonly SharedWork<(string Feed, string CursorTag), FeedContent> reading = new();

    /// <summary>Reads from this storage the feeds of this publication.</summary>
    public FeedContents(IObjectStore store, Publication publication, ProjectionOptions options)
    {
        (this.publication, this.options) = (publication, options);
        cursor = new CursorTag(store);
        state = new RevisitedState(store, MaxBytes);
    }

    /// <summary>
    /// What stands for the projection as it is: what was read under it is right for as long as it is the same. One storage
    /// operation for all who ask at once.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public Task<string> CursorTagAsync(CancellationToken cancellationToken) => cursor.AskAsync(cancellationToken);

    /// <summary>The newest of a feed: as much as its subscription document has, and what has gone lately.</summary>
    /// <param name="feed">The feed's name; of one that is not there, nothing is read but that.</param>
    /// <param name="cursorTag">What <see cref="CursorTagAsync"/> said before.</param>
    /// <param name="cancellationToken">Ends the waiting; the reading goes on for whoever else wants the same.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public Task<FeedContent> ReadAsync(string feed, string cursorTag, CancellationToken cancellationToken) =>
        reading.RunAsync((feed, cursorTag), () => ReadAsync(feed, cursorTag), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => state.Dispose();

    private async Task<FeedContent> ReadAsync(string feed, string cursorTag)
    {
        var visit = state.Under(cursorTag);
        var stored = await visit.ReadAsync(ObjectPaths.Definitions, StateJson.Compact.FeedDefinitions, CancellationToken.None);
        var definitions = stored.Value ?? FeedDefinitions.Empty;
        var size = FeedSize.Of(publication, definitions.Find(feed));

        // The indexes before the articles: what a pass has put into an index before the article's view is there is looked
        // for in vain now and found when the pass has ended. What it has taken out of a view is gone for good.
        var listed = await ReadIndexAsync(IndexLocation.Entries(feed), cursorTag, async index =>
            (await FeedWindow.OfAsync(index, size, CancellationToken.None)).NewestFirst);
        var gone = await ReadIndexAsync(IndexLocation.Tombstones(feed), cursorTag, async index =>
            await index.NewestFirstAsync(CancellationToken.None).Take(publication.MaxEntries).ToListAsync());
        var facts = await visit.ReadFactsAsync(ObjectPaths.Document(feed, DatedExtension), CancellationToken.None);
        return new FeedContent(
            feed,
            publication,
            definitions,
            await ReadViewsAsync(listed, visit),
            await ReadViewsAsync(gone, visit),
            facts?.Modified ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>
    /// Entries of an index. A page that was read behind its directory may have been cut anew in between; so the directory
    /// has to be the same when the pages have been read.
    /// </summary>
    private async Task<IReadOnlyList<EntryRef>> ReadIndexAsync(
        IndexLocation location, string cursorTag, Func<PlannedIndex, Task<IReadOnlyList<EntryRef>>> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            var visit = state.Under(attempt == 1 ? cursorTag : $"{cursorTag}, {attempt}");
            var directory = await visit.ReadAsync(location.Directory, StateJson.Compact.FeedDirectory, CancellationToken.None);
            var entries = await read(new PlannedIndex(
                location, visit, directory, directory.Value ?? FeedDirectory.Empty, PlannedIndex.NoPages));
            if (!visit.HasFoundNews
                || attempt == MaxAttempts
                || await visit.TagOfAsync(location.Directory, CancellationToken.None) == directory.ETag)
            {
                return entries;
            }
        }
    }

    private async Task<IReadOnlyList<ArticleView>> ReadViewsAsync(IReadOnlyList<EntryRef> entries, RevisitedState.Visit visit)
    {
        var views = new ArticleView?[entries.Count];
        await Parallel.ForAsync(0, entries.Count, options.Parallelism(CancellationToken.None), async (i, cancelled) =>
            views[i] = (await visit.ReadAsync(ObjectPaths.View(entries[i].Id), StateJson.Compact.ArticleView, cancelled)).Value);
        return [.. views.OfType<ArticleView>()];
    }
}
