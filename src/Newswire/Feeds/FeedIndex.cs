namespace Newswire.Feeds;

/// <summary>
/// Keeps the two-level index of a feed by publication time. Pure: directory and pages in, directory and pages out.
/// </summary>
/// <remarks>
/// <para>An entry for which <see cref="PageBoundary.IsAt"/> holds begins a page. So inserting one may split a page in
/// two, removing one joins two, and every other change touches a single page.</para>
/// <para>Storage cannot write pages and directory in one step. Pages are written first, and a page that gives entries
/// away keeps its copies until it is next written; <see cref="FeedDirectory.InRange"/> ignores what lies outside a
/// page's range. So at every moment, before the directory is written as well as after, each entry is found exactly
/// once.</para>
/// </remarks>
public static class FeedIndex
{
    /// <summary>The pages that <see cref="Apply"/> needs, by their number in <paramref name="directory"/>.</summary>
    /// <param name="directory">The directory as it is.</param>
    /// <param name="absent">Keys that shall hold no entry.</param>
    /// <param name="present">Entries that shall be there; they win over <paramref name="absent"/>.</param>
    public static IReadOnlyList<int> Touched(
        FeedDirectory directory, IReadOnlyCollection<EntryKey> absent, IReadOnlyCollection<EntryRef> present)
    {
        SortedSet<int> pages = [.. present.Select(entry => directory.PageOf(entry.Key))];
        var kept = present.Select(entry => entry.Key).ToHashSet();
        foreach (var key in absent.Where(key => !kept.Contains(key)))
        {
            // A page whose first entry goes is joined to the page before it, which may lose its own first entry too.
            var page = directory.PageOf(key);
            pages.Add(page);
            if (directory.StartOf(page) == key)
            {
                pages.Add(page - 1);
            }
        }

        return [.. pages];
    }

    /// <summary>Brings the index to the state in which every entry is present or absent as asked.</summary>
    /// <param name="directory">The directory as it is.</param>
    /// <param name="pages">The stored pages named by <see cref="Touched"/>, by number.</param>
    /// <param name="absent">Keys that shall hold no entry.</param>
    /// <param name="present">Entries that shall be there, at most one a key; they win over <paramref name="absent"/>.</param>
    public static FeedIndexUpdate Apply(
        FeedDirectory directory,
        IReadOnlyDictionary<int, FeedPage> pages,
        IReadOnlyCollection<EntryKey> absent,
        IReadOnlyCollection<EntryRef> present)
    {
        List<EntryKey>? starts = null;
        List<EntryKey?> touched = [];
        Dictionary<string, FeedPage> written = new(StringComparer.Ordinal);
        HashSet<string> dropped = new(StringComparer.Ordinal);
        var goes = absent.ToHashSet();

        // From the newest stretch to the oldest, so that the numbers of pages not yet visited stay right.
        foreach (var stretch in Stretches(pages.Keys).Reverse())
        {
            var entries = new SortedDictionary<EntryKey, EntryRef>();
            for (var page = stretch.First; page <= stretch.Last; page++)
            {
                foreach (var entry in directory.InRange(page, pages[page]).Where(entry => !goes.Contains(entry.Key)))
                {
                    entries[entry.Key] = entry;
                }

                dropped.Add(PageBoundary.PageName(directory.StartOf(page)));
            }

            foreach (var entry in present.Where(entry => stretch.Covers(directory.PageOf(entry.Key))))
            {
                entries[entry.Key] = entry;
            }

            var cut = Cut(directory.StartOf(stretch.First), entries.Values);
            var cutAt = cut.Skip(1).Select(part => part.Start!.Value).ToList();
            if (!cutAt.SequenceEqual(directory.Starts.Skip(stretch.First).Take(stretch.Last - stretch.First)))
            {
                starts ??= [.. directory.Starts];
                starts.RemoveRange(stretch.First, stretch.Last - stretch.First);
                starts.InsertRange(stretch.First, cutAt);
            }

            foreach (var (start, part) in cut)
            {
                var name = PageBoundary.PageName(start);
                dropped.Remove(name);
                written[name] = new FeedPage(part);
                touched.Add(start);
            }

            KeepWhatIsGivenAway(directory, pages, stretch, entries, written);
        }

        return new FeedIndexUpdate(
            starts is null ? directory : directory with { Starts = starts }, written, dropped)
        { Starts = touched };
    }

    private static List<(EntryKey? Start, IReadOnlyList<EntryRef> Entries)> Cut(
        EntryKey? start, IEnumerable<EntryRef> entries)
    {
        List<(EntryKey? Start, List<EntryRef> Entries)> parts = [(start, [])];
        foreach (var entry in entries)
        {
            if (PageBoundary.IsAt(entry.Key) && entry.Key != start)
            {
                parts.Add((entry.Key, []));
            }

            parts[^1].Entries.Add(entry);
        }

        return [.. parts.Select(part => (part.Start, (IReadOnlyList<EntryRef>)part.Entries))];
    }

    private static void KeepWhatIsGivenAway(
        FeedDirectory directory,
        IReadOnlyDictionary<int, FeedPage> pages,
        Stretch stretch,
        SortedDictionary<EntryKey, EntryRef> entries,
        Dictionary<string, FeedPage> written)
    {
        for (var page = stretch.First; page <= stretch.Last; page++)
        {
            var name = PageBoundary.PageName(directory.StartOf(page));
            if (!written.TryGetValue(name, out var now))
            {
                continue;
            }

            var has = now.Entries.Select(entry => entry.Key).ToHashSet();
            var given = directory.InRange(page, pages[page])
                .Where(entry => !has.Contains(entry.Key) && entries.ContainsKey(entry.Key))
                .Select(entry => entries[entry.Key]);
            written[name] = new FeedPage([.. now.Entries.Concat(given).OrderBy(entry => entry.Key)]);
        }
    }

    private static IEnumerable<Stretch> Stretches(IEnumerable<int> pages)
    {
        Stretch? current = null;
        foreach (var page in pages.Order())
        {
            if (current is { } open && open.Last + 1 == page)
            {
                current = open with { Last = page };
                continue;
            }

            if (current is { } closed)
            {
                yield return closed;
            }

            current = new Stretch(page, page);
        }

        if (current is { } last)
        {
            yield return last;
        }
    }

    private readonly record struct Stretch(int First, int Last)
    {
        public bool Covers(int page) => page >= First && page <= Last;
    }
}
