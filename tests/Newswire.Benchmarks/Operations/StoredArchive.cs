using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;

namespace Newswire.Benchmarks.Operations;

/// <summary>
/// An archive as the projection leaves it in storage: the indexes of the three feeds that select every article, cut into
/// subscription document and archive, and the views of the articles that the measured changes look at. The other views
/// and the documents would lie there untouched, or be looked for and written as often as they are now.
/// </summary>
internal sealed class StoredArchive
{
    private readonly Dictionary<ObjectPath, StoredObject> objects = [];

    private StoredArchive(int articles) => Archive = new Archive(Articles = articles);

    public int Articles { get; }

    public Archive Archive { get; }

    /// <summary>Everything stored.</summary>
    public IReadOnlyDictionary<ObjectPath, StoredObject> Objects => objects;

    /// <summary>The directories of its feeds, the one kind of object that grows with the archive.</summary>
    public IEnumerable<StoredObject> Directories =>
        FeedName.Selecting(Archive.Article(0)).Select(feed => objects[ObjectPaths.Directory(feed)]);

    public static async Task<StoredArchive> BuildAsync(int articles)
    {
        var archive = new StoredArchive(articles);
        await archive.StoreIndexesAsync(FeedName.Selecting(Archive.Article(0)));
        foreach (var number in archive.Archive.Looked)
        {
            archive.StoreView(number);
        }

        return archive;
    }

    private async Task StoreIndexesAsync(IReadOnlyList<string> feeds)
    {
        var pages = Archive.Pages().ToList();
        foreach (var (start, page) in pages)
        {
            Store(feeds.Select(feed => ObjectPaths.Page(feed, PageBoundary.PageName(start))), page, StateJson.Compact.FeedPage);
        }

        var directory = new FeedDirectory([.. pages.Select(page => page.Start).OfType<EntryKey>()]);
        Store(feeds.Select(ObjectPaths.Directory), directory, StateJson.Compact.FeedDirectory);

        // Where the projection cuts it.
        var memory = new StateMemory(new ArchiveCopy(objects));
        var index = await new IndexPlanner(memory).ReadAsync(IndexLocation.Entries(feeds[0]), CancellationToken.None);
        var window = await FeedWindow.OfAsync(index, FeedSize.Of(Some.Publication(), definition: null), CancellationToken.None);
        Store(
            feeds.Select(ObjectPaths.Directory), directory with { Archived = window.Archived }, StateJson.Compact.FeedDirectory);
    }

    private void StoreView(int number)
    {
        var change = Some.Publish(
            Archive.Id(number),
            published: Archive.Published(number),
            received: Archive.Published(number),
            article: Archive.Article(number));
        Store(
            [ObjectPaths.View(change.ArticleId)],
            ArticleFold.Apply(before: null, new RecordedChange(change, Position.Start, Position.Start)),
            StateJson.Compact.ArticleView);
    }

    private void Store<T>(IEnumerable<ObjectPath> paths, T value, JsonTypeInfo<T> type)
    {
        var stored = new StoredObject(
            JsonSerializer.SerializeToUtf8Bytes(value, type),
            new ObjectProperties("stored", "application/json", ObjectProperties.NoMetadata));
        foreach (var path in paths)
        {
            objects[path] = stored;
        }
    }
}
