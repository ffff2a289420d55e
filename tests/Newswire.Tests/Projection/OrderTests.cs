using System.Globalization;
using CsCheck;
using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Html;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Tests.Projection;

/// <summary>Promise 3: no order or repetition of deliveries changes the outcome.</summary>
public sealed class OrderTests
{
    private static readonly string Boundary = Newsroom.Id("boundary", beginsPage: true);

    private static readonly IReadOnlyList<Change> Changes =
    [
        Some.Publish(Boundary, version: 1, article: Some.Article("One", topics: ["A"])),
        Some.Publish(Boundary, version: 2, article: Some.Article("Two", topics: ["B"])),
        Some.Withdraw(Boundary, throughVersion: 1),
        Some.Publish("other", version: 1, article: Some.Article("Other", topics: ["A", "B"], authors: ["Ben Adeyemi"])),
        Some.Withdraw("other", received: Some.Morning.AddMinutes(2)),
    ];

    [Fact]
    public async Task Every_order_of_every_small_set_in_passes_of_every_size_gives_the_same_documents()
    {
        for (var set = 1; set < 1 << Changes.Count; set++)
        {
            var subset = Changes.Where((_, i) => (set & (1 << i)) != 0).ToList();
            IReadOnlyDictionary<string, string>? expected = null;
            foreach (var order in Permutations.Of(subset))
            {
                // One change a pass, all in one, and, as deliveries repeat, all twice.
                foreach (var (changes, maxChanges) in new[] { (order, 1), (order, 100), ([.. order, .. order], 2) })
                {
                    var newsroom = new Newsroom();
                    await newsroom.AppendAsync(changes);
                    await Newsroom.RunToTheEndAsync(newsroom.Process(
                        options: new ProjectionOptions { MaxParallelOperations = 1, MaxChanges = maxChanges }));
                    expected ??= newsroom.Documents();
                    Newsroom.AssertSame(expected, newsroom.Documents(), $"Set {set}, {maxChanges} a pass");
                }
            }
        }
    }

    [Fact]
    public async Task Any_changes_in_any_order_give_what_applying_filtering_sorting_and_rendering_gives() =>
        await Gen.Select(GenChange.Array[1, 60], Gen.Int[1, 20], Gen.Int[0, int.MaxValue]).SampleAsync(
            async (changes, maxChanges, seed) =>
            {
                var expected = Oracle(changes);
                var newsroom = new Newsroom();
                await newsroom.AppendAsync([.. changes.OrderBy(change => HashCode.Combine(change.GetHashCode(), seed))]);
                await Newsroom.RunToTheEndAsync(newsroom.Process(
                    options: new ProjectionOptions { MaxChanges = maxChanges }));
                Newsroom.AssertSame(expected, newsroom.Documents(), "Projected");
            },
            iter: 100);

    private static readonly IReadOnlyList<string> Ids =
        [.. Enumerable.Range(0, 6).Select(i => Newsroom.Id($"g{i}", beginsPage: i % 2 == 0)), "x", "y", "z"];

    private static Gen<Change> GenChange =>
        Gen.Select(Gen.Int[0, Ids.Count - 1], Gen.Long[1, 5], Gen.Int[0, 3], Gen.Int[0, 200], Gen.Int[0, 9]).Select(
            (id, version, content, minutes, kind) => kind switch
            {
                // An article's versions agree on nothing but its id: dates and topics move too.
                < 7 => (Change)Some.Publish(
                    Ids[id],
                    version,
                    published: id < 6 ? Some.Morning : Some.Morning.AddMinutes(minutes % 3),
                    received: Some.Morning.AddMinutes(minutes),
                    updated: content == 1 ? Some.Morning.AddMinutes(version) : null,
                    article: Some.Article($"Content {content}", topics: Topics(content), authors: content == 2 ? [] : null)),
                7 => Some.Withdraw(Ids[id], throughVersion: version),
                _ => Some.Withdraw(Ids[id], received: Some.Morning.AddMinutes(minutes)),
            });

    private static string[] Topics(int content) => content switch { 0 => [], 1 => ["A"], 2 => ["A", "B"], _ => ["B", "a"] };

    /// <summary>The documents by the simplest means: no state, no pages, no windows kept.</summary>
    private static IReadOnlyDictionary<string, string> Oracle(IReadOnlyList<Change> changes)
    {
        var entries = changes.GroupBy(change => Some.IdOf(change), StringComparer.Ordinal)
            .Select(group => OracleEntry([.. group]))
            .OfType<(Entry Entry, string Id)>()
            .OrderByDescending(pair => pair.Entry.Published)
            .ThenByDescending(pair => pair.Id, StringComparer.Ordinal)
            .Select(pair => pair.Entry)
            .ToList();
        var feeds = changes.OfType<Change.Publish>().SelectMany(change => FeedName.Selecting(change.Article)).Distinct().Order(StringComparer.Ordinal);

        Dictionary<string, string> documents = new(StringComparer.Ordinal);
        SortedDictionary<string, string> titles = new(StringComparer.Ordinal);
        foreach (var feed in feeds)
        {
            var window = entries.Where(entry => FeedName.Selecting(entry.Article).Contains(feed)).Take(Newsroom.Publication.MinEntries).ToList();
            titles[feed] = FeedName.Title(feed, [.. window.Select(entry => entry.Article)]);
            var updated = window.Select(entry => entry.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
            var head = new FeedHead(Newsroom.Publication, feed, $"{Newsroom.Publication.Title}: {titles[feed]}", Newsroom.Publication.Description, updated);
            foreach (var format in Newsroom.Formats)
            {
                var bytes = format.WriteFeed(head, [.. window.Select(entry => (ReadOnlyMemory<byte>)format.WriteEntry(entry, EntryContent.Full))]);
                documents[$"feeds/{feed}.{format.Extension}"] = System.Text.Encoding.UTF8.GetString(bytes);
            }
        }

        documents["index.html"] =
            System.Text.Encoding.UTF8.GetString(HomePage.Write(Newsroom.Publication, titles, Newsroom.Formats));
        return documents;
    }

    private static (Entry Entry, string Id)? OracleEntry(IReadOnlyList<Change> changes)
    {
        var versions = changes.OfType<Change.Publish>()
            .OrderBy(change => change.Version)
            .ThenBy(change => change.Received)
            .ThenBy(change => Fingerprint.Of(change.Article), StringComparer.Ordinal)
            .ThenBy(change => change.Published)
            .ThenBy(change => change.Updated)
            .ToList();
        if (versions.Count == 0)
        {
            return null;
        }

        var (first, newest) = (versions[0], versions[^1]);
        if (changes.OfType<Change.Withdraw>().Any(withdraw =>
            withdraw.ThroughVersion is { } through ? newest.Version <= through : newest.Received <= withdraw.Received))
        {
            return null;
        }

        var run = versions.AsEnumerable().Reverse()
            .TakeWhile(version => CatalogText(version.Article) == CatalogText(newest.Article))
            .Last();
        var updated = run.Updated ?? (run.Version == first.Version && run.Received == first.Received ? first.Published : run.Received);
        return (
            new Entry(
                EntryIdentity.Of(Newsroom.Publication, newest.ArticleId),
                first.Published,
                updated < first.Published ? first.Published : updated,
                newest.Article),
            newest.ArticleId);
    }

    private static string CatalogText(Article article) =>
        string.Create(CultureInfo.InvariantCulture, $"{article.Headline}|{string.Join(',', article.Topics)}|{string.Join(',', article.Authors)}");
}
