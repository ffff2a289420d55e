using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Benchmarks.Operations;

/// <summary>
/// An archive in storage as the projection leaves it: the indexes of the three feeds that select every article, and the
/// views of the articles that the measured changes look at. The rest of the views would lie there untouched.
/// </summary>
internal sealed class StoredArchive
{
    private StoredArchive(int articles) => Articles = articles;

    public int Articles { get; }

    /// <summary>The number of the article in the middle of the archive.</summary>
    public int Middle => Articles / 2;

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryCatalogPages Pages { get; } = new();

    public InMemoryLeases Leases { get; } = new(TimeProvider.System);

    public InMemoryMessageQueues Queues { get; } = new();

    public static async Task<StoredArchive> BuildAsync(int articles)
    {
        var archive = new StoredArchive(articles);
        await archive.WriteIndexesAsync(FeedName.Selecting(Archive.Article(0)));
        for (var number = 0; number < Archive.Tail; number++)
        {
            await archive.WriteViewAsync(number);
        }

        if (archive.Middle >= Archive.Tail)
        {
            await archive.WriteViewAsync(archive.Middle);
        }

        return archive;
    }

    /// <summary>A process on this storage that has done nothing yet.</summary>
    public MeasuredProcess StartProcess() => new(this);

    private async Task WriteIndexesAsync(IReadOnlyList<string> feeds)
    {
        List<EntryKey> starts = [];
        foreach (var (start, page) in new Archive(Articles).Pages())
        {
            foreach (var feed in feeds)
            {
                await WriteAsync(ObjectPaths.Page(feed, PageBoundary.PageName(start)), page, StateJson.Compact.FeedPage);
            }

            if (start is { } key)
            {
                starts.Add(key);
            }
        }

        foreach (var feed in feeds)
        {
            await WriteAsync(ObjectPaths.Directory(feed), new FeedDirectory(starts), StateJson.Compact.FeedDirectory);
        }
    }

    private Task WriteViewAsync(int number)
    {
        var change = Some.Publish(
            Archive.Id(number),
            published: Archive.Published(number),
            received: Archive.Published(number),
            article: Archive.Article(number));
        return WriteAsync(
            ObjectPaths.View(change.ArticleId),
            ArticleFold.Apply(before: null, new RecordedChange(change, Position.Start, Position.Start)),
            StateJson.Compact.ArticleView);
    }

    private Task WriteAsync<T>(ObjectPath path, T value, JsonTypeInfo<T> type) => Objects.WriteAsync(
        path,
        new ObjectContent(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json"),
        expectedETag: null,
        CancellationToken.None);
}
