using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving.Addresses;

/// <summary>
/// The names of feeds and of their pages, so that a document is looked for only where one may be: names made up by
/// whoever asks cost storage nothing.
/// </summary>
internal sealed class FeedNames : IDocumentListener, IDisposable
{
    /// <summary>The most memory for the names of pages: some fifty feeds of a million articles.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>What a feed costs beside its pages.</summary>
    private const long FeedBytes = 1024;

    private readonly IObjectStore store;
    private readonly TimeProvider time;
    private readonly ILogger<FeedNames> log;
    private readonly Watched<KnownFeeds> feeds;
    private readonly Lock making = new();
    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    public FeedNames(IObjectStore store, TimeProvider time, ILogger<FeedNames> log)
    {
        (this.store, this.time, this.log) = (store, time, log);
        feeds = new(ObjectPaths.FeedList, store, (stored, _) => new KnownFeeds(FeedState.ReadList(stored)), time, log);
    }

    /// <summary>Every name that a feed has or had.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer, and the names were never read before.</exception>
    public async ValueTask<KnownFeeds> FeedsAsync(CancellationToken cancellationToken) =>
        await feeds.GetAsync(cancellationToken) ?? KnownFeeds.None;

    /// <summary>Whether a feed has a page in its archive; asked only of feeds that there are.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer, and the feed's pages were never read before.</exception>
    public async ValueTask<bool> HasPageAsync(string feed, string page, CancellationToken cancellationToken)
    {
        var slot = pages.Get<Watched<PageNames>>(feed) ?? MakeSlot(feed);
        var before = slot.Known;
        var names = await slot.GetAsync(cancellationToken);
        if (names != before)
        {
            pages.Set(feed, slot, new MemoryCacheEntryOptions { Size = FeedBytes + (names?.LengthBytes ?? 0) });
        }

        return names?.Contains(page) ?? false;
    }

    /// <inheritdoc/>
    public void Written(IReadOnlyList<ObjectPath> documents)
    {
        // The home page lists the feeds, and a page that enters the archive is written. Whatever else has changed among
        // the names is found within the second.
        foreach (var path in documents)
        {
            if (path == ObjectPaths.HomePage)
            {
                feeds.Doubt();
            }
            else if (PublicAddress.Parse(PublicPath.Of(path)) is PublicAddress.OfFeed { Page: not null } archived)
            {
                pages.Get<Watched<PageNames>>(archived.Feed)?.Doubt();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pages.Dispose();

    private Watched<PageNames> MakeSlot(string feed)
    {
        lock (making)
        {
            return pages.GetOrCreate(feed, entry =>
            {
                entry.Size = FeedBytes;
                return new Watched<PageNames>(
                    ObjectPaths.Directory(feed), store, (stored, _) => new PageNames(FeedState.ReadDirectory(stored)), time, log);
            })!;
        }
    }
}
