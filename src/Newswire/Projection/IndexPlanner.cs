using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Feeds;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>Brings an index by time up to date, on paper: what to write goes into the plan.</summary>
internal sealed class IndexPlanner(StateMemory memory)
{
    /// <summary>The index as it is stored.</summary>
    public async Task<PlannedIndex> ReadAsync(IndexLocation location, CancellationToken cancellationToken)
    {
        var stored = await memory.ReadAsync(location.Directory, StateJson.Compact.FeedDirectory, cancellationToken);
        return new PlannedIndex(location, memory, stored, stored.Value ?? FeedDirectory.Empty, PlannedIndex.NoPages);
    }

    /// <summary>The index in the state in which every entry is present or absent as asked.</summary>
    /// <param name="index">The index as it is.</param>
    /// <param name="absent">Keys that shall hold no entry.</param>
    /// <param name="present">Entries that shall be there; they win over <paramref name="absent"/>.</param>
    /// <param name="repairing">Whether to write every touched page, changed or not; see <see cref="ProjectionPass"/>.</param>
    /// <param name="writes">Where the pages go. The directory is written by <see cref="WriteDirectory"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PlannedIndex> UpdateAsync(
        PlannedIndex index,
        IReadOnlyCollection<EntryKey> absent,
        IReadOnlyCollection<EntryRef> present,
        bool repairing,
        IndexWrites writes,
        CancellationToken cancellationToken)
    {
        Dictionary<int, FeedPage> pages = [];
        var touched = FeedIndex.Touched(index.Directory, absent, present);
        foreach (var page in touched)
        {
            pages[page] = await index.ReadPageAsync(page, cancellationToken);
        }

        var update = FeedIndex.Apply(index.Directory, pages, absent, present);
        List<EntryKey?> changed = [];
        foreach (var start in update.Starts)
        {
            // A page that begins here may be left over from a pass that died: its tag is needed to replace it.
            var name = PageBoundary.PageName(start);
            var path = index.Location.Page(name);
            var stored = await memory.ReadAsync(path, StateJson.Compact.FeedPage, cancellationToken);
            var isChanged = !(stored.Value ?? FeedPage.Empty).Entries.SequenceEqual(update.Pages[name].Entries);
            if (isChanged)
            {
                changed.Add(start);
            }

            // A page that comes to be listed is written even when it lies there as it shall be: a pass that stalled while
            // it dropped the page holds its tag.
            if (isChanged || repairing || !index.Directory.Lists(start))
            {
                writes.Pages.Add(Write(path, update.Pages[name], StateJson.Compact.FeedPage, stored.ETag));
            }
        }

        foreach (var name in update.Dropped)
        {
            var path = index.Location.Page(name);
            var stored = await memory.ReadAsync(path, StateJson.Compact.FeedPage, cancellationToken);
            if (stored.ETag is { } etag)
            {
                writes.Dropped.Add(new PlannedWrite(path, Content: null, etag));
            }
        }

        return new PlannedIndex(index.Location, memory, index.Stored, update.Directory, update.Pages)
        {
            TouchedBefore = touched,
            Touched = update.Starts,
            Changed = changed,
        };
    }

    /// <summary>Writes the directory if it is another than the stored one.</summary>
    /// <returns>Whether it is another.</returns>
    public bool WriteDirectory(PlannedIndex index, FeedDirectory directory, bool repairing, IndexWrites writes)
    {
        var isNew = !index.Stored.Exists || !index.Stored.Value!.Equals(directory);
        if (isNew || repairing)
        {
            writes.Directories.Add(
                Write(index.Location.Directory, directory, StateJson.Compact.FeedDirectory, index.Stored.ETag));
        }

        return isNew;
    }

    /// <summary>The planned form of a piece of state.</summary>
    public PlannedWrite Write<T>(ObjectPath path, T value, JsonTypeInfo<T> type, string? expectedETag) => new(
        path,
        new ObjectContent(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json"),
        expectedETag,
        etag => memory.Remember(path, value, etag));
}
