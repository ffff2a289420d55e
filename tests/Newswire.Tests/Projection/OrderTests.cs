using System.Globalization;
using System.Text.Json;
using CsCheck;
using Newswire.Catalog;
using Newswire.Feeds;
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
    public async Task Any_changes_in_any_order_and_at_any_time_give_what_applying_filtering_sorting_and_rendering_gives() =>
        await Gen.Select(GenChange.Array[1, 60], Gen.Int[1, 20], Gen.Int[0, int.MaxValue], Gen.Int[0, 6 * 24].Array[2]).SampleAsync(
            async (changes, maxChanges, seed, hours) =>
            {
                var ordered = changes.OrderBy(change => HashCode.Combine(change.GetHashCode(), seed)).ToList();
                if (await DifferenceAsync(ordered, seed % (changes.Length + 1), maxChanges, hours) is { } difference)
                {
                    Assert.Fail(await SmallestAsync(ordered, seed % (changes.Length + 1), maxChanges, hours, difference));
                }
            },
            iter: 200,
            print: _ => "");

    /// <summary>Some passes see only some of the changes, and time goes by between them.</summary>
    /// <returns>In what the documents differ from those of the oracle; null when they do not.</returns>
    private static async Task<string?> DifferenceAsync(IReadOnlyList<Change> changes, int first, int maxChanges, int[] hours)
    {
        var newsroom = new Newsroom();
        var pass = newsroom.Process(options: new ProjectionOptions { MaxChanges = maxChanges });
        await newsroom.AppendAsync([.. changes.Take(first)]);
        await Newsroom.RunToTheEndAsync(pass);
        newsroom.Time.Advance(TimeSpan.FromHours(hours[0]));
        await newsroom.AppendAsync([.. changes.Skip(first)]);
        await Newsroom.RunToTheEndAsync(pass);
        newsroom.Time.Advance(TimeSpan.FromHours(hours[1]));
        await Newsroom.RunToTheEndAsync(pass);
        return Newsroom.Difference(
            Oracle.Documents(changes, Newsroom.Publication, newsroom.Time.GetUtcNow()), newsroom.Documents());
    }

    /// <summary>The changes without those that the difference does not need, for people to read.</summary>
    private static async Task<string> SmallestAsync(
        IReadOnlyList<Change> changes, int first, int maxChanges, int[] hours, string difference)
    {
        List<Change> left = [.. changes];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            List<Change> fewer = [.. left.Where((_, at) => at != i)];
            var firstOfFewer = i < first ? first - 1 : first;
            if (await DifferenceAsync(fewer, firstOfFewer, maxChanges, hours) is { } still
                && still.Split(' ')[0] == difference.Split(' ')[0])
            {
                (left, first, difference) = (fewer, firstOfFewer, still);
            }
        }

        return $"\n{maxChanges} a pass, {hours[0]} h behind the first {first}, {hours[1]} h behind all:\n{string.Join('\n', left.Select(Describe))}\n{difference}";
    }

    private static string Describe(Change change) => string.Create(CultureInfo.InvariantCulture, $"{change.Received:HH:mm} ") + change switch
    {
        Change.Publish one => string.Create(CultureInfo.InvariantCulture, $"{one.ArticleId} v{one.Version} {one.Article.Headline} published {one.Published:HH:mm}, updated {one.Updated:HH:mm}, embargo {one.Embargo:dd HH:mm}, expires {one.Expires:dd HH:mm}, silent {one.Silent}, {one.Priority}, notify {one.Notify}"),
        Change.Withdraw one => string.Create(CultureInfo.InvariantCulture, $"withdraw {one.ArticleId} {one.ThroughVersion}"),
        Change.EraseArticle one => "erase " + one.ArticleId,
        Change.DefineFeed one => "define " + JsonSerializer.Serialize(one.Feed),
        _ => "?",
    };

    private static readonly IReadOnlyList<string> Ids =
        [.. Enumerable.Range(0, 6).Select(i => Newsroom.Id($"g{i}", beginsPage: i % 2 == 0)), "x", "y", "z"];

    private static readonly IReadOnlyList<FeedDefinition> Definitions =
    [
        new() { Name = "front", Selection = new FeedSelection { AnyTopic = ["A"] } },
        new() { Name = "front", Selection = new FeedSelection { AnyTopic = ["B"] }, Content = EntryContent.Summary, MinEntries = 1 },
        new() { Name = "front", Retired = true },
        new() { Name = "home", FormerNames = ["front"], Selection = new FeedSelection { NoTopic = ["A"] } },
        new() { Name = "topics/a", Title = "All of A", Aliases = ["B"] },
        new() { Name = "topics/a", Description = "Only A." },
        new() { Name = "topics/b", Retired = true },
        new() { Name = "latest", MinEntries = 2, Title = "News" },
    ];

    internal static Gen<Change> GenChange =>
        Gen.Select(Gen.Int[0, Ids.Count - 1], Gen.Long[1, 5], Gen.Int[0, 3], Gen.Int[0, 200], Gen.Int[0, 24]).Select(
            Change (id, version, content, minutes, kind) => kind switch
            {
                // An article's versions agree on nothing but its id: dates and topics move too.
                < 18 => Some.Publish(
                    Ids[id],
                    version,
                    published: id < 6 ? Some.Morning : Some.Morning.AddMinutes(minutes % 3),
                    received: Some.Morning.AddMinutes(minutes),
                    updated: content == 1 ? Some.Morning.AddMinutes(version) : null,
                    article: Some.Article($"Content {content}", topics: Topics(content), authors: content == 2 ? [] : null)) with
                {
                    Embargo = kind is 4 or 5 ? Some.Morning.AddHours(minutes) : null,
                    Expires = kind is 5 or 6 ? Some.Morning.AddHours(minutes / 2) : null,
                    Silent = kind == 7,
                    Priority = (Priority)(kind % 3),
                    Notify = kind is 8 or 9 ? kind == 8 : null,
                },
                < 20 => Some.Withdraw(Ids[id], throughVersion: version),
                < 22 => Some.Withdraw(Ids[id], received: Some.Morning.AddMinutes(minutes)),
                22 => new Change.EraseArticle { ArticleId = Ids[id], Received = Some.Morning.AddMinutes(minutes), Feeds = ["latest", "topics/b"] },
                _ => new Change.DefineFeed { Feed = Definitions[minutes % Definitions.Count], Received = Some.Morning.AddMinutes(minutes) },
            });

    private static string[] Topics(int content) => content switch { 0 => [], 1 => ["A"], 2 => ["A", "B"], _ => ["B", "a"] };
}
