using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Newswire.Feeds;
using Newswire.Projection;

namespace Newswire.Benchmarks;

/// <summary>
/// Inserting one entry into the index of a million: at the newest end, in the middle, and one that begins a page and so
/// changes the directory. Beside it, what writing and reading a directory of that size costs.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/Newswire.Benchmarks -- --filter '*FeedIndex*' -j short -i</c>.</remarks>
[MemoryDiagnoser]
public class FeedIndexBenchmarks
{
    private const int Entries = 1_000_000;

    private readonly Insertion newest = new(0, beginsPage: false);
    private readonly Insertion middle = new(Entries / 2, beginsPage: false);
    private readonly Insertion splitting = new(Entries / 2, beginsPage: true);
    private FeedDirectory directory = FeedDirectory.Empty;
    private byte[] written = [];

    /// <summary>Makes the index, and keeps of its pages those that the insertions need.</summary>
    [GlobalSetup]
    public void Setup()
    {
        List<EntryKey> starts = [];
        List<FeedPage> pages = [];
        foreach (var (start, page) in new Archive(Entries).Pages())
        {
            pages.Add(page);
            if (start is { } key)
            {
                starts.Add(key);
            }
        }

        directory = new FeedDirectory(starts);
        written = WriteDirectory();
        Insertion[] insertions = [newest, middle, splitting];
        foreach (var insertion in insertions)
        {
            insertion.TakePages(directory, pages);
        }

        if (InsertNewest().Directory.Pages != directory.Pages || InsertSplitting().Directory.Pages != directory.Pages + 1)
        {
            throw new InvalidOperationException("An insertion does not do what its name says.");
        }
    }

    [Benchmark]
    public FeedIndexUpdate InsertNewest() => newest.Apply(directory);

    [Benchmark]
    public FeedIndexUpdate InsertMiddle() => middle.Apply(directory);

    [Benchmark]
    public FeedIndexUpdate InsertSplitting() => splitting.Apply(directory);

    [Benchmark]
    public byte[] WriteDirectory() => JsonSerializer.SerializeToUtf8Bytes(directory, StateJson.Compact.FeedDirectory);

    [Benchmark]
    public object? ReadDirectory() => JsonSerializer.Deserialize(written, StateJson.Compact.FeedDirectory);

    private sealed class Insertion(int beside, bool beginsPage)
    {
        private readonly EntryRef[] present = [Entry(Archive.Key(Archive.Published(beside).AddSeconds(1), "new", beginsPage))];
        private Dictionary<int, FeedPage> pages = [];

        public void TakePages(FeedDirectory directory, List<FeedPage> all) =>
            pages = FeedIndex.Touched(directory, [present[0].Key], present).ToDictionary(page => page, page => all[page]);

        public FeedIndexUpdate Apply(FeedDirectory directory)
        {
            // As a pass does it: an article is taken from where it may have stood and put where it stands.
            EntryKey[] absent = [present[0].Key];
            return FeedIndex.Touched(directory, absent, present).All(pages.ContainsKey)
                ? FeedIndex.Apply(directory, pages, absent, present)
                : throw new InvalidOperationException("The index asks for other pages than before.");
        }

        private static EntryRef Entry(EntryKey key) => new(key.Id, key.Published, key.Published, "0123456789012345678901");
    }
}
