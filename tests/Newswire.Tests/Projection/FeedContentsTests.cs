using System.Text.Json;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Projection;

/// <summary>Whoever reads a feed finds what is in it, whatever passes do meanwhile.</summary>
public sealed class FeedContentsTests
{
    private static readonly string[] Feeds = ["latest", "topics/a", "topics/b", "topics/c"];

    private static readonly ProjectionOptions OneByOne = new() { MaxParallelOperations = 1 };

    /// <summary>All of a feed is in it, however many pages it has.</summary>
    private static readonly Publication Whole = Newsroom.Publication with { MinEntries = 250 };

    private static readonly string Early = Newsroom.Id("m-early", beginsPage: true);
    private static readonly string Late = Newsroom.Id("p-late", beginsPage: true);

    /// <summary>Three states one after another: pages split, join, and are written again where they had been cut.</summary>
    private static readonly IReadOnlyList<Change>[] History =
    [
        [
            Plain("a", "A"), Plain("b", "A", "B"), Plain("n", "A"), Plain("q", "A", "B"), Plain("z", "A"),
            Some.Publish(Early, article: Some.Article("Early", topics: ["A"])),
            Some.Publish("edited", article: Some.Article("Edited", topics: ["A"])),
            Some.Publish("leaves", article: Some.Article("Leaves", topics: ["A"])),
        ],
        [
            Some.Publish(Late, article: Some.Article("Late", topics: ["A", "C"])),
            Some.Withdraw(Early),
            Some.Withdraw("leaves"),
            Some.Publish("edited", version: 2, article: Some.Article("Edited again", topics: ["B"])),
        ],
        [
            Some.Publish("c", article: Some.Article("C", topics: ["A"])),
            Some.Publish("n", version: 2, article: Some.Article("N again", topics: ["A"])),
            Some.Publish("leaves", version: 2, received: Some.Morning.AddHours(2), article: Some.Article("Back", topics: ["A"])),
            Some.Withdraw(Late),
        ],
    ];

    [Fact]
    public async Task It_is_what_the_subscription_document_has()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(
        [
            .. Enumerable.Range(0, 200).Select(i => Some.Publish(
                $"article-{i}", published: Some.Morning.AddMinutes(-i), article: Some.Article($"Article {i}", topics: ["A"]))),
            .. Enumerable.Range(0, 5).Select(i => Some.Withdraw($"article-{i}")),
        ]);
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        using var contents = new FeedContents(newsroom.Objects, Newsroom.Publication, OneByOne);

        var moment = await ReadAsync(contents, "topics/a", newsroom.Time.GetUtcNow());

        using var document = JsonDocument.Parse(newsroom.Documents()["feeds/topics/a.json"]);
        Assert.Equal(
            document.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()),
            moment.Articles.Select(article => "tag:news.example,2026:" + article.Id));
        Assert.Equal(
            document.RootElement.GetProperty("_tombstones").EnumerateArray().Select(gone => gone.GetProperty("id").GetString()).Order(StringComparer.Ordinal),
            moment.Gone.Select(gone => "tag:news.example,2026:" + gone.Id).Order(StringComparer.Ordinal));
        Assert.True(moment.Articles.Count < 195);
    }

    [Fact]
    public async Task A_reader_finds_what_stays_and_nothing_that_never_was_while_a_pass_stands_still_at_any_operation()
    {
        var (before, after) = (await StateAsync(1), await StateAsync(2));
        for (var operation = 1; ; operation++)
        {
            var newsroom = await AfterAsync(passes: 1);
            using var contents = new FeedContents(newsroom.Objects, Whole, OneByOne);
            await ReadAllAsync(contents, newsroom);
            await newsroom.AppendAsync(History[1]);
            var plan = FaultPlan.PauseBefore(operation);
            var pass = newsroom.Process(plan).RunAsync(CancellationToken.None);
            if (await Task.WhenAny(plan.Paused, pass) == pass)
            {
                Assert.True(operation > 20);
                return;
            }

            AssertBetween(await ReadAllAsync(contents, newsroom), before, after, $"operation {operation}");
            plan.Resume();
            await pass;
            Assert.Equal(after, await ReadAllAsync(contents, newsroom));
        }
    }

    [Fact]
    public async Task A_reader_that_stands_still_at_any_operation_while_two_passes_go_by_finds_what_stays()
    {
        var (before, after) = (await StateAsync(1), await StateAsync(3));
        for (var operation = 1; ; operation++)
        {
            var newsroom = await AfterAsync(passes: 1);
            var plan = FaultPlan.PauseBefore(operation);
            using var contents = new FeedContents(new FaultyObjectStore(newsroom.Objects, plan), Whole, OneByOne);
            var reading = ReadAllAsync(contents, newsroom);
            if (await Task.WhenAny(plan.Paused, reading) == reading)
            {
                Assert.True(operation > 20);
                return;
            }

            for (var pass = 1; pass < History.Length; pass++)
            {
                await newsroom.AppendAsync(History[pass]);
                await Newsroom.RunToTheEndAsync(newsroom.Process());
            }

            plan.Resume();
            AssertBetween(await reading, before, after, $"operation {operation}");
            Assert.Equal(after, await ReadAllAsync(contents, newsroom));
        }
    }

    [Fact]
    public async Task An_article_that_the_feed_no_longer_selects_is_not_in_it_while_its_history_is_still_being_derived()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(
        [
            .. Enumerable.Range(0, 400).Select(i => Some.Publish(
                $"article-{i}", published: Some.Morning.AddMinutes(-i), article: Some.Article($"Article {i}", topics: ["A"]))),
            Define(1, "A"),
        ]);
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        using var contents = new FeedContents(newsroom.Objects, Whole, OneByOne);
        Assert.NotEmpty((await ReadAsync(contents, "front", newsroom.Time.GetUtcNow())).Articles);

        await newsroom.AppendAsync(Define(2, "B"));
        await newsroom.Process().RunAsync(CancellationToken.None);

        Assert.Contains(newsroom.Objects.Snapshot().Keys, path => path.Name.StartsWith("front/pages/", StringComparison.Ordinal));
        Assert.Empty((await ReadAsync(contents, "front", newsroom.Time.GetUtcNow())).Articles);
    }

    [Fact]
    public async Task It_is_dated_by_what_happened_last_also_where_that_has_changed_no_document()
    {
        var newsroom = await AfterAsync(passes: 1);
        var received = newsroom.Time.GetUtcNow().AddMinutes(1);
        var expiry = received.AddHours(1);
        newsroom.Time.Advance(TimeSpan.FromMinutes(2));
        await newsroom.AppendAsync(Plain("a", "A") with { Version = 2, Received = received, Expires = expiry });
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        using var contents = new FeedContents(newsroom.Objects, Whole, OneByOne);

        Assert.Equal(received, (await ReadAsync(contents, "topics/a", newsroom.Time.GetUtcNow())).Modified);
        Assert.Equal(expiry, (await ReadAsync(contents, "topics/a", newsroom.Time.GetUtcNow())).Until);
        Assert.Equal(expiry, (await ReadAsync(contents, "topics/a", expiry)).Modified);
    }

    [Fact]
    public async Task Asking_again_costs_the_cursors_tag_and_after_a_pass_what_was_read_is_asked_for_its_own()
    {
        var newsroom = await AfterAsync(passes: 1);
        var plan = FaultPlan.Count();
        using var contents = new FeedContents(new FaultyObjectStore(newsroom.Objects, plan), Whole, OneByOne);
        await ReadAsync(contents, "topics/a", newsroom.Time.GetUtcNow());
        var first = plan.Operations.Count;
        await ReadAsync(contents, "topics/a", newsroom.Time.GetUtcNow());
        var again = plan.Operations.Skip(first).ToList();
        await newsroom.AppendAsync(Plain("elsewhere", "D"));
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        await ReadAsync(contents, "topics/a", newsroom.Time.GetUtcNow());
        var after = plan.Operations.Skip(first + again.Count).ToList();

        Assert.Equal(["head projection/cursor.json"], again);
        Assert.All(after, operation => Assert.StartsWith("head ", operation, StringComparison.Ordinal));
        Assert.Distinct(after);
    }

    [Fact]
    public async Task Whoever_asks_for_the_tag_while_it_is_being_asked_for_shares_the_next_answer()
    {
        var newsroom = await AfterAsync(passes: 1);
        var plan = FaultPlan.PauseAfter(1);
        using var contents = new FeedContents(new FaultyObjectStore(newsroom.Objects, plan), Whole, OneByOne);
        var first = contents.CursorTagAsync(CancellationToken.None);
        await plan.Paused;
        await newsroom.AppendAsync(History[1]);
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        var later = Enumerable.Range(0, 50).Select(_ => contents.CursorTagAsync(CancellationToken.None)).ToList();

        plan.Resume();
        var tags = await Task.WhenAll(later);

        Assert.Single(tags.Distinct(StringComparer.Ordinal));
        Assert.NotEqual(await first, tags[0]);
        Assert.Equal(2, plan.Operations.Count);
    }

    private static Change.DefineFeed Define(int minute, string topic) => new()
    {
        Feed = new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = [topic] } },
        Received = Some.Morning.AddMinutes(minute),
    };

    private static Change.Publish Plain(string id, params string[] topics) =>
        Some.Publish(id, article: Some.Article(id, topics: topics));

    private static async Task<Newsroom> AfterAsync(int passes)
    {
        var newsroom = new Newsroom();
        for (var pass = 0; pass < passes; pass++)
        {
            await newsroom.AppendAsync(History[pass]);
            await Newsroom.RunToTheEndAsync(newsroom.Process());
        }

        return newsroom;
    }

    private static async Task<IReadOnlyList<string>> StateAsync(int passes)
    {
        var newsroom = await AfterAsync(passes);
        using var contents = new FeedContents(newsroom.Objects, Whole, OneByOne);
        return await ReadAllAsync(contents, newsroom);
    }

    private static async Task<FeedMoment> ReadAsync(FeedContents contents, string feed, DateTimeOffset now) =>
        (await contents.ReadAsync(feed, await contents.CursorTagAsync(CancellationToken.None), CancellationToken.None)).At(now);

    /// <summary>Every feed with its articles, each article with the version that is shown.</summary>
    private static async Task<IReadOnlyList<string>> ReadAllAsync(FeedContents contents, Newsroom newsroom)
    {
        List<string> all = [];
        foreach (var feed in Feeds)
        {
            var moment = await ReadAsync(contents, feed, newsroom.Time.GetUtcNow());
            all.AddRange(moment.Articles.Select(article => $"{feed}: {article.Id} {article.State.Version}"));
            all.AddRange(moment.Gone.Select(gone => $"{feed}: {gone.Id} gone"));
        }

        return all;
    }

    private static void AssertBetween(IReadOnlyList<string> read, IReadOnlyList<string> before, IReadOnlyList<string> after, string when)
    {
        Assert.Distinct(read);
        var missing = before.Intersect(after, StringComparer.Ordinal).Except(read, StringComparer.Ordinal).ToList();
        var stray = read.Except(before.Concat(after), StringComparer.Ordinal)
            .Where(line => !line.Contains(Late, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0 && stray.Count == 0, $"{when}: missing {string.Join(", ", missing)}; stray {string.Join(", ", stray)}");
    }
}
