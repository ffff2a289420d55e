using System.Runtime.CompilerServices;
using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>An index by time as it will be once the plan is carried out.</summary>
/// <param name="location">Where it is kept.</param>
/// <param name="memory">Where its pages are read.</param>
/// <param name="stored">Its directory as it is stored.</param>
/// <param name="directory">Its directory as it will be.</param>
/// <param name="pages">The pages that the plan has looked at, by name.</param>
internal sealed class PlannedIndex(
    IndexLocation location,
    IStateReader memory,
    Remembered<FeedDirectory> stored,
    FeedDirectory directory,
    IReadOnlyDictionary<string, FeedPage> pages)
{
    public static readonly IReadOnlyDictionary<string, FeedPage> NoPages =
        new Dictionary<string, FeedPage>(StringComparer.Ordinal);

    public IndexLocation Location => location;

    public Remembered<FeedDirectory> Stored => stored;

    public FeedDirectory Directory => directory;

    /// <summary>The pages that were looked at, by their number before.</summary>
    public IReadOnlyList<int> TouchedBefore { get; init; } = [];

    /// <summary>Where the pages begin that were looked at; null for the oldest.</summary>
    public IReadOnlyList<EntryKey?> Touched { get; init; } = [];

    /// <summary>Where the pages begin whose entries change; null for the oldest.</summary>
    public IReadOnlyList<EntryKey?> Changed { get; init; } = [];

    /// <summary>Whether any entry comes, goes or changes; a page may go with the only entry it had.</summary>
    public bool HasChanged => Changed.Count > 0 || !directory.Equals(stored.Value ?? FeedDirectory.Empty);

    /// <summary>A page as it is stored or planned.</summary>
    public async Task<FeedPage> ReadPageAsync(int page, CancellationToken cancellationToken)
    {
        var name = directory.NameOf(page);
        return pages.GetValueOrDefault(name)
            ?? (await memory.ReadAsync(location.Page(name), StateJson.Compact.FeedPage, cancellationToken)).Value
            ?? FeedPage.Empty;
    }

    /// <summary>The entries of a page, oldest first.</summary>
    public async Task<IReadOnlyList<EntryRef>> ReadEntriesAsync(int page, CancellationToken cancellationToken) =>
        directory.InRange(page, await ReadPageAsync(page, cancellationToken));

    /// <summary>Whether anything is in the oldest page; every other page has at least the entry that begins it.</summary>
    public async Task<bool> HasOldestAsync(CancellationToken cancellationToken) =>
        (await ReadEntriesAsync(0, cancellationToken)).Count > 0;

    /// <summary>All entries, newest first, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<EntryRef> NewestFirstAsync(CancellationToken cancellationToken) =>
        NewestFirstAsync(directory.Pages - 1, cancellationToken);

    private async IAsyncEnumerable<EntryRef> NewestFirstAsync(
        int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = from; page >= 0; page--)
        {
            var entries = await ReadEntriesAsync(page, cancellationToken);
            for (var i = entries.Count - 1; i >= 0; i--)
            {
                yield return entries[i];
            }
        }
    }

    /// <summary>The entries of a stretch of time, newest first.</summary>
    public IAsyncEnumerable<EntryRef> InAsync(WalkSlice slice, CancellationToken cancellationToken) =>
        InAsync(slice.Walk.Before, slice.Until, cancellationToken);

    /// <summary>The entries before the one key, from the other on, newest first; null for no end on that side.</summary>
    public IAsyncEnumerable<EntryRef> InAsync(EntryKey? before, EntryKey? until, CancellationToken cancellationToken) =>
        NewestFirstAsync(PageBefore(before), cancellationToken)
            .TakeWhile(entry => until is not { } oldest || entry.Key >= oldest)
            .Where(entry => before is not { } key || entry.Key < key);

    /// <summary>The ids of the entries that come or go in the pages that were looked at.</summary>
    /// <param name="stored">The index as it is stored.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<string>> MovedSinceAsync(PlannedIndex stored, CancellationToken cancellationToken)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var page in TouchedBefore)
        {
            ids.UnionWith((await stored.ReadEntriesAsync(page, cancellationToken)).Select(entry => entry.Id));
        }

        HashSet<string> after = new(StringComparer.Ordinal);
        foreach (var start in Touched)
        {
            var page = start is { } key ? directory.PageOf(key) : 0;
            after.UnionWith((await ReadEntriesAsync(page, cancellationToken)).Select(entry => entry.Id));
        }

        ids.SymmetricExceptWith(after);
        return [.. ids];
    }

    /// <summary>The page with the newest entries before the key; the newest page for null.</summary>
    public int PageBefore(EntryKey? before) => before is not { } key
        ? directory.Pages - 1
        : directory.PageOf(key) is var page && page > 0 && directory.StartOf(page) == key ? page - 1 : page;

    /// <summary>All entries, oldest first, read page by page as they are asked for.</summary>
    public async IAsyncEnumerable<EntryRef> OldestFirstAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 0; page < directory.Pages; page++)
        {
            foreach (var entry in await ReadEntriesAsync(page, cancellationToken))
            {
                yield return entry;
            }
        }
    }
}
