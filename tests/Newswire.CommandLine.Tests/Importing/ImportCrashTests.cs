using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.CommandLine.Importing;
using Newswire.Importing;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.CommandLine.Tests.Importing;

/// <summary>Interrupted at every point and run again, an import comes to the same.</summary>
public sealed class ImportCrashTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ImportedItem[] Items =>
    [
        .. Enumerable.Range(0, 1_400).Select(i => Article($"a{i}", 1)),
        new ImportedItem.LeftOut("draft", "Is a draft."),
        Article("a3", 2) with { Losses = ["An embedded video."] },
        new ImportedItem.Withdrawal("gone", "a5", null),
        new ImportedItem.Article("bad", "bad", "{}"u8.ToArray()),
        .. Enumerable.Range(1_400, 700).Select(i => Article($"a{i}", 1)),
        new ImportedItem.Withdrawal("gone too", "a1500", null),
    ];

    [Fact]
    public async Task Killed_at_any_step_and_run_again_it_comes_to_the_same()
    {
        var whole = new World();
        var count = FaultPlan.Count();
        Assert.Equal(new ImportTally(2_102, 1, 1, 1), await whole.RunAsync(count));
        var expected = whole.Outcome();
        Assert.True(count.Operations.Count > 15);

        for (var step = 1; step <= count.Operations.Count; step++)
        {
            foreach (var plan in new[] { FaultPlan.CrashBefore(step), FaultPlan.CrashAfter(step) })
            {
                var world = new World();
                await Assert.ThrowsAsync<CrashException>(() => world.RunAsync(plan));
                Assert.Equal(new ImportTally(2_102, 1, 1, 1), await world.RunAsync(FaultPlan.Count()));

                Assert.Equal(expected.Report, world.Outcome().Report);
                Assert.Equal(expected.Articles, world.Outcome().Articles);
            }
        }
    }

    [Theory]
    [InlineData("feeds/rss.xml")]
    [InlineData("feeds/atom.xml")]
    [InlineData("wordpress/courier.xml")]
    [InlineData("ghost/courier.json")]
    [InlineData("pages/site")]
    [InlineData("ndjson/lines.ndjson")]
    public async Task What_every_exporter_writes_comes_to_the_same_wherever_its_import_is_killed(string name)
    {
        var opened = Assert.IsType<ImportOpening.Opened>(ImportSources.Open(
            Path.Combine(AppContext.BaseDirectory, "Corpus", "imports", name),
            kind: null,
            new ImportOptions { Site = new Uri("https://courier.example") },
            new FakeTimeProvider()));
        var (whole, count) = (new World(), FaultPlan.Count());
        var tally = await whole.RunAsync(count, opened.Source);
        Assert.NotEmpty(whole.Outcome().Articles);
        var items = await opened.Source.ReadAsync(Token).CountAsync(Token);

        // While it writes, and while it reads.
        var steps = Enumerable.Range(1, count.Operations.Count);
        foreach (var (plan, source) in steps.SelectMany(step => new[] { FaultPlan.CrashBefore(step), FaultPlan.CrashAfter(step) })
            .Select(plan => (plan, opened.Source))
            .Concat(Enumerable.Range(0, items).Select(read => (FaultPlan.Count(), (IImportSource)new DyingSource(opened.Source, read)))))
        {
            var world = new World();
            await Assert.ThrowsAsync<CrashException>(() => world.RunAsync(plan, source));
            Assert.Equal(tally, await world.RunAsync(FaultPlan.Count(), opened.Source));

            Assert.Equal(whole.Outcome().Report, world.Outcome().Report);
            Assert.Equal(whole.Outcome().Articles, world.Outcome().Articles);
        }
    }

    [Fact]
    public async Task What_is_done_with_is_not_sent_again()
    {
        var world = new World();
        await world.RunAsync(FaultPlan.Count());
        var appended = world.Appended;

        var again = FaultPlan.Count();
        Assert.Equal(new ImportTally(2_102, 1, 1, 1), await world.RunAsync(again));

        Assert.Equal(appended, world.Appended);
        Assert.DoesNotContain(again.Operations, operation => operation.StartsWith("append", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_that_has_changed_is_taken_from_its_beginning_and_one_that_has_grown_goes_on()
    {
        var world = new World();
        await world.RunAsync(FaultPlan.Count());
        var appended = world.Appended;

        await world.RunAsync(FaultPlan.Count(), [.. Items, Article("new", 1)]);
        Assert.Equal(appended + 1, world.Appended);

        await world.RunAsync(FaultPlan.Count(), [Article("first", 1), .. Items]);
        Assert.True(world.Appended > 2 * appended);
    }

    [Fact]
    public async Task Another_target_gets_everything()
    {
        var world = new World();
        await world.RunAsync(FaultPlan.Count());
        var appended = world.Appended;

        await world.RunAsync(FaultPlan.Count(), target: "elsewhere");

        Assert.Equal(2 * appended, world.Appended);
    }

    private static ImportedItem.Article Article(string id, long version) => new(id, id, Encoding.UTF8.GetBytes(
        $$"""{"headline": "{{id}} {{version}}", "url": "https://news.example/{{id}}", "published": "2026-03-01T09:00:00Z", "updated": "2026-03-0{{version}}T09:00:00Z", "version": {{version}}}"""));

    /// <summary>A catalog and the files of an import, which outlive the process that imports.</summary>
    private sealed class World
    {
        private readonly FakeTimeProvider time = new(Some.Morning);
        private readonly InMemoryCatalogPages pages = new();
        private readonly FileContents files = new();

        public int Appended => pages.Snapshot().Values.Sum(page => page.Count(character => character == '\n'));

        public Task<ImportTally> RunAsync(FaultPlan plan, ImportedItem[]? items = null, string target = "here") =>
            RunAsync(plan, new ListSource(items ?? Items), target);

        public Task<ImportTally> RunAsync(FaultPlan plan, IImportSource source, string target = "here")
        {
            time.Advance(TimeSpan.FromSeconds(1));
            var intake = new Intake(
                new CatalogWriter(new FaultyCatalogPages(pages, plan), new CatalogOptions()),
                new FaultyMessageQueues(new InMemoryMessageQueues(), plan),
                time,
                NullLogger<Intake>.Instance);
            var run = new ImportRun(
                new IntakeBatches(intake),
                new FaultyImportRecord(files, plan),
                new SilentProgress(),
                new OpenedSource("list", new ListSource([]), IsCatalog: false).ToLine(notify: false));
            return run.RunAsync(source, "list", target, Token);
        }

        /// <summary>What readers would get of each article, and what the report says.</summary>
        public (string Report, IReadOnlyDictionary<string, string> Articles) Outcome()
        {
            var views = new Dictionary<string, ArticleView>(StringComparer.Ordinal);
            var read = new CatalogReader(pages, new CatalogOptions()).ReadAsync(Position.Start, int.MaxValue, long.MaxValue, Token).GetAwaiter().GetResult();
            Assert.Empty(read.Unreadable);
            foreach (var change in read.Changes)
            {
                var id = Some.IdOf(change.Change);
                views[id] = ArticleFold.Apply(views.GetValueOrDefault(id), change);
            }

            return (
                Encoding.UTF8.GetString(files.Report),
                views.ToDictionary(pair => pair.Key, pair => Text(pair.Value.At(Some.Morning.AddDays(1))), StringComparer.Ordinal));
        }

        private static string Text(ArticleState state) => state is ArticleState.Visible visible
            ? $"{visible.Version} {visible.Published:O} {visible.Updated:O} {JsonSerializer.Serialize(visible.Article)}"
            : state.GetType().Name;
    }
}
