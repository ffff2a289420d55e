using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>The newest whole pages of a feed: its subscription document. Every older page is an archive document.</summary>
/// <param name="Archived">How many pages, from the oldest, are not in it.</param>
/// <param name="NewestFirst">Its entries.</param>
internal sealed record FeedWindow(int Archived, IReadOnlyList<EntryRef> NewestFirst)
{
    public static async Task<FeedWindow> OfAsync(PlannedIndex index, FeedSize size, CancellationToken cancellationToken)
    {
        List<EntryRef> entries = [];
        var page = index.Directory.Pages;
        while (page > 0 && !(entries.Count > 0 && size.IsEnough(entries.Count, entries[0].Published, index.Directory.StartOf(page)!.Value)))
        {
            var older = await index.ReadEntriesAsync(page - 1, cancellationToken);
            if (entries.Count > 0 && entries.Count + older.Count > size.MaxEntries)
            {
                break;
            }

            entries.AddRange(older.Reverse());
            page--;
        }

        // The oldest page is there even when nothing is in it; nobody needs to walk to it then.
        var archived = page == 1 && !await index.HasOldestAsync(cancellationToken) ? 0 : page;
        return new FeedWindow(archived, entries);
    }
}
