using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Operations.Articles;

/// <summary>
/// Finds articles. The projection's indexes know ids and times, not headlines, so words are looked for in the articles
/// themselves: a request looks at so many and says where the next goes on, however large the archive is.
/// </summary>
public sealed class ArticleSearch(IObjectStore store, ArticleViews views, TimeProvider time)
{
    /// <summary>The most articles that one request looks at.</summary>
    public const int MaxLooked = 200;

    /// <summary>The most articles that one request finds by their words.</summary>
    public const int MaxFound = 25;

    private const int MaxById = 10;
    private const int BatchSize = 25;
    private const string ScheduledPrefix = "article/";

    /// <summary>Looks.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<ArticleHits> FindAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var after = SearchPlace.Read(query.After);
        var byId = after is null ? await FindByIdAsync(query.Words.Trim(), now, cancellationToken) : [];

        HeadlineWords words = new(query.Words);
        List<ArticleHit> found = [];
        var looked = 0;
        EntryKey? last = null;
        var entries = ListAsync(query.Shelf, after, now, cancellationToken);
        await foreach (var batch in entries.Take(MaxLooked).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            foreach (var (entry, view) in batch.Zip(await ReadAsync(batch, cancellationToken)))
            {
                (last, looked) = (entry.Key, looked + 1);
                if (view is not null
                    && new ArticleHit(view.Id, view.At(now)) is var hit
                    && Belongs(hit.State, query.Shelf)
                    && words.AreIn(hit.Headline))
                {
                    found.Add(hit);
                }

                if (found.Count == MaxFound)
                {
                    return new ArticleHits(byId, found, looked, SearchPlace.Write(entry.Key));
                }
            }
        }

        return new ArticleHits(byId, found, looked, looked == MaxLooked && last is { } key ? SearchPlace.Write(key) : null);
    }

    private async Task<IReadOnlyList<ArticleHit>> FindByIdAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!ArticleId.IsValid(id))
        {
            return [];
        }

        var names = await store.ListAsync(Containers.Articles, id, cancellationToken)
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .Take(MaxById)
            .ToListAsync(cancellationToken);
        var found = await Task.WhenAll(names.Select(name => views.FindAsync(name[..^".json".Length], cancellationToken)));
        return [.. found.OfType<ArticleView>().Select(view => new ArticleHit(view.Id, view.At(now)))];
    }

    private async IAsyncEnumerable<EntryRef> ListAsync(
        ArticleShelf shelf,
        EntryKey? before,
        DateTimeOffset now,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var location = shelf switch
        {
            ArticleShelf.Published => IndexLocation.Entries(FeedName.Latest),
            ArticleShelf.Gone => IndexLocation.Tombstones(FeedName.Latest),
            _ => IndexLocation.Schedule,
        };
        var state = new StateMemory(store);
        var directory = await state.ReadAsync(location.Directory, StateJson.Compact.FeedDirectory, cancellationToken);
        var index = new PlannedIndex(location, state, directory, directory.Value ?? FeedDirectory.Empty, PlannedIndex.NoPages);

        // What the schedule has of the past is no article whose time is to come.
        EntryKey? until = shelf == ArticleShelf.Coming ? new EntryKey(now, "") : null;
        await foreach (var entry in index.InAsync(before, until, cancellationToken))
        {
            if (shelf != ArticleShelf.Coming || entry.Id.StartsWith(ScheduledPrefix, StringComparison.Ordinal))
            {
                yield return entry;
            }
        }
    }

    private Task<ArticleView?[]> ReadAsync(EntryRef[] entries, CancellationToken cancellationToken) =>
        Task.WhenAll(entries.Select(entry => views.FindAsync(
            entry.Id.StartsWith(ScheduledPrefix, StringComparison.Ordinal) ? entry.Id[ScheduledPrefix.Length..] : entry.Id,
            cancellationToken)));

    private static bool Belongs(ArticleState state, ArticleShelf shelf) => shelf switch
    {
        ArticleShelf.Published => state is ArticleState.Visible,
        ArticleShelf.Gone => state is ArticleState.Gone,
        _ => state is ArticleState.Scheduled,
    };
}
