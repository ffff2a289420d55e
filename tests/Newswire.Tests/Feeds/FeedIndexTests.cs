using CsCheck;
using Newswire.Feeds;
using Newswire.TestKit;

namespace Newswire.Tests.Feeds;

public sealed class FeedIndexTests
{
    /// <summary>A few keys that begin a page and a few that do not, mixed in time.</summary>
    private static readonly List<EntryKey> Keys = Mix();

    private static readonly Dictionary<string, FeedPage> NoPages = [];

    [Fact]
    public void The_index_follows_from_the_set_of_entries_whatever_way_it_came_about() =>
        Gen.Int[0, (1 << Keys.Count) - 1].Array[1, 12].Sample(sets =>
        {
            var (directory, pages) = (FeedDirectory.Empty, new Dictionary<string, FeedPage>(StringComparer.Ordinal));
            foreach (var set in sets)
            {
                (directory, pages) = Commit(directory, pages, Update(directory, pages, set, content: "x"));
                AssertHolds(directory, pages, set);
            }
        });

    [Fact]
    public void Between_any_two_writes_every_entry_is_found_once() =>
        Gen.Select(Gen.Int[0, (1 << Keys.Count) - 1], Gen.Int[0, (1 << Keys.Count) - 1], Gen.Int[0, 1000]).Sample((before, after, seed) =>
        {
            var (directory, pages) = Commit(
                FeedDirectory.Empty, [], Update(FeedDirectory.Empty, NoPages, before, content: "x"));
            var update = Update(directory, pages, after, content: "y");

            // Pages are written in any order; after each of them somebody may look, or the process may die.
            var order = update.Pages.Keys.OrderBy(name => (name.GetHashCode(StringComparison.Ordinal) ^ seed) % 97).ToList();
            foreach (var name in order)
            {
                pages[name] = update.Pages[name];
                var found = Entries(directory, pages).Select(entry => entry.Key).ToList();
                Assert.Equal(found.Distinct(), found);
                Assert.All(InSet(before & after), key => Assert.Contains(key, found));
            }

            // The pass that comes after a crash starts from what it finds and arrives at the same.
            var (repaired, repairedPages) = Commit(directory, pages, Update(directory, pages, after, content: "y"));
            AssertHolds(repaired, repairedPages, after);

            // A crash behind the directory but before the dropped pages are deleted leaves them lying about.
            var (second, secondPages) = Commit(update.Directory, pages, Update(update.Directory, pages, before, content: "z"));
            AssertHolds(second, secondPages, before);
        });

    [Fact]
    public void A_change_within_a_page_leaves_the_directory_object_alone()
    {
        var (directory, pages) = Commit(FeedDirectory.Empty, [], Update(FeedDirectory.Empty, NoPages, (1 << Keys.Count) - 1, "x"));
        Assert.Same(directory, Update(directory, pages, (1 << Keys.Count) - 1, content: "y").Directory);
    }

    [Fact]
    public void Pages_have_about_as_many_entries_as_meant()
    {
        var keys = Enumerable.Range(0, 100_000).Select(i => new EntryKey(Some.Morning.AddMinutes(i), $"article-{i}"));
        Assert.InRange(keys.Count(PageBoundary.IsAt) * PageBoundary.MeanEntries, 95_000, 105_000);
    }

    private static FeedIndexUpdate Update(
        FeedDirectory directory, IReadOnlyDictionary<string, FeedPage> pages, int set, string content)
    {
        List<EntryRef> present = [.. InSet(set).Select(key => new EntryRef(key.Id, key.Published, key.Published, content))];
        var touched = FeedIndex.Touched(directory, Keys, present)
            .ToDictionary(page => page, page => Stored(directory, pages, page));
        return FeedIndex.Apply(directory, touched, Keys, present);
    }

    private static (FeedDirectory Directory, Dictionary<string, FeedPage> Pages) Commit(
        FeedDirectory before, Dictionary<string, FeedPage> pages, FeedIndexUpdate update)
    {
        var after = new Dictionary<string, FeedPage>(pages, StringComparer.Ordinal);
        foreach (var (name, page) in update.Pages)
        {
            after[name] = page;
        }

        Assert.DoesNotContain(update.Dropped, name => Names(update.Directory).Contains(name));
        Assert.All(Names(before), name => Assert.True(Names(update.Directory).Contains(name) || update.Dropped.Contains(name)));
        return (update.Directory, after);
    }

    private static void AssertHolds(FeedDirectory directory, Dictionary<string, FeedPage> pages, int set)
    {
        Assert.Equal(InSet(set), Entries(directory, pages).Select(entry => entry.Key));
        Assert.Equal(InSet(set).Where(PageBoundary.IsAt), directory.Starts);
    }

    private static IEnumerable<string> Names(FeedDirectory directory) =>
        Enumerable.Range(0, directory.Pages).Select(page => PageBoundary.PageName(directory.StartOf(page)));

    private static IEnumerable<EntryRef> Entries(FeedDirectory directory, IReadOnlyDictionary<string, FeedPage> pages) =>
        Enumerable.Range(0, directory.Pages).SelectMany(page => directory.InRange(page, Stored(directory, pages, page)));

    private static FeedPage Stored(FeedDirectory directory, IReadOnlyDictionary<string, FeedPage> pages, int page) =>
        pages.GetValueOrDefault(PageBoundary.PageName(directory.StartOf(page))) ?? FeedPage.Empty;

    private static IEnumerable<EntryKey> InSet(int set) => Keys.Where((_, i) => (set & (1 << i)) != 0);

    private static List<EntryKey> Mix()
    {
        List<EntryKey> keys = [];
        for (var i = 0; keys.Count < 12; i++)
        {
            var key = new EntryKey(Some.Morning.AddMinutes(i), $"article-{i}");
            if (PageBoundary.IsAt(key) == (keys.Count % 3 == 1))
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
