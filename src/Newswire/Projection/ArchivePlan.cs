using System.Runtime.CompilerServices;
using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>
/// Which archive documents of a feed a pass has to look at: those whose entries change, those whose neighbours do, and
/// those that enter or leave the archive.
/// </summary>
/// <param name="task">What is done for the feed.</param>
/// <param name="index">The feed's index as it will be.</param>
/// <param name="before">Its directory as it is stored.</param>
/// <param name="archived">How many of its pages, from the oldest, are archive documents.</param>
/// <param name="repairing">
/// A pass that stalled may yet write what it has planned. Whatever that was, it was about the same pages, their
/// neighbours, or pages at the edge of the archive; so all of those are written again.
/// </param>
internal sealed class ArchivePlan(FeedTask task, PlannedIndex index, FeedDirectory before, int archived, bool repairing)
{
    private readonly FeedDirectory after = index.Directory;
    private readonly bool isCutAnew = repairing || !ReferenceEquals(before.Starts, index.Directory.Starts);

    /// <summary>Whether an entry outside the archive has changed.</summary>
    public bool HasChangedWindow => index.Changed.Any(start => !IsArchived(start));

    /// <summary>The page older than this one, if anything is in it.</summary>
    public async Task<string?> PreviousAsync(int page, CancellationToken cancellationToken) => page switch
    {
        0 => null,
        1 => await index.HasOldestAsync(cancellationToken) ? after.NameOf(0) : null,
        _ => after.NameOf(page - 1),
    };

    /// <summary>The names of the pages that were archive documents and are none any more.</summary>
    public async IAsyncEnumerable<string> RemovedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var edge = after.StartOf(archived) is { } key ? before.PageOf(key) : 0;
        var were = index.TouchedBefore.Where(page => page < before.Archived)
            .Concat(Enumerable.Range(edge, Math.Max(0, before.Archived - edge)))
            .Distinct();
        foreach (var page in were)
        {
            if (!IsArchived(before.StartOf(page)) || (page == 0 && !await index.HasOldestAsync(cancellationToken)))
            {
                yield return before.NameOf(page);
            }
        }
    }

    /// <summary>The archive documents that may have to be written.</summary>
    public async IAsyncEnumerable<ArchivePage> ChangedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in Candidates().Where(page => page >= 0 && page < archived).Distinct().Order())
        {
            var entries = await index.ReadEntriesAsync(page, cancellationToken);
            if (entries.Count > 0)
            {
                yield return new ArchivePage(
                    after.NameOf(page),
                    [.. entries.Reverse()],
                    await PreviousAsync(page, cancellationToken),
                    page + 1 < archived ? after.NameOf(page + 1) : null,
                    IsNew: !WasArchived(after.StartOf(page)));
            }
        }
    }

    private IEnumerable<int> Candidates() => TouchedPages().Concat(EdgePages()).Concat(WalkedPages());

    private IEnumerable<int> TouchedPages()
    {
        foreach (var start in isCutAnew || task.IsDrawnAnew ? index.Touched : index.Changed)
        {
            var page = PageOf(start);
            yield return page;

            // The oldest page may have become empty, or the opposite, which its neighbour's links tell of.
            if (isCutAnew || page == 0)
            {
                yield return page - 1;
                yield return page + 1;
            }
        }
    }

    private IEnumerable<int> EdgePages()
    {
        var (old, now) = (before.StartOf(before.Archived), after.StartOf(archived));
        if (old == now && !repairing)
        {
            return [];
        }

        var from = old is null || now is null ? 0 : after.PageOf(old < now ? old.Value : now.Value) - 1;
        return Enumerable.Range(from, Math.Max(0, archived - from));
    }

    /// <summary>The feed's own pages that a change of its presentation has reached.</summary>
    private IEnumerable<int> WalkedPages()
    {
        if (task.Slices.FirstOrDefault(slice => slice.Walk is { Gone: false } && slice.Walk.Over == task.Feed) is not { } slice)
        {
            return [];
        }

        var last = index.PageBefore(slice.Walk.Before);
        var first = slice.Until is { } until ? after.PageOf(until) : 0;
        return Enumerable.Range(first, Math.Max(0, last - first + 1));
    }

    private bool IsArchived(EntryKey? start) =>
        after.Lists(start) && PageOf(start) < archived;

    private bool WasArchived(EntryKey? start) =>
        before.Lists(start) && (start is { } key ? before.PageOf(key) : 0) < before.Archived;

    private int PageOf(EntryKey? start) => start is { } key ? after.PageOf(key) : 0;
}
