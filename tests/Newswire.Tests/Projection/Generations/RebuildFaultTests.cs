using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Projection.Generations;

/// <summary>
/// Whoever dies or stalls while a projection is built and takes its place: the documents become those of a fresh rebuild,
/// who follows is told of all of it, and readers never get anything older than they got before.
/// </summary>
public sealed class RebuildFaultTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private static readonly IReadOnlyList<Change> Before =
    [
        Some.Publish("plain", article: Some.Article("Plain", topics: ["A"])),
        Some.Publish("edited", article: Some.Article("Edited", topics: ["A"])),
        Some.Publish("late", article: Some.Article("Comet", topics: ["B"])) with { Embargo = Some.Morning.AddHours(30) },
        new Change.DefineFeed
        {
            Feed = new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = ["A"] } },
            Received = Some.Morning.AddMinutes(1),
        },
    ];

    private static readonly IReadOnlyList<Change> Meanwhile =
    [
        Some.Publish("edited", version: 2, article: Some.Article("Edited again", topics: ["B"])),
        Some.Publish("new", article: Some.Article("New", topics: ["C"])),
        Some.Withdraw("plain"),
    ];

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task After_a_builder_died_at_any_operation_the_next_one_finishes()
    {
        foreach (var (name, plan) in await EveryOperationOfABuilderAsync(FaultPlan.CrashBefore, FaultPlan.CrashAfter))
        {
            var newsroom = await PreparedAsync();
            await Assert.ThrowsAsync<CrashException>(() => newsroom.Rebuild(plan).BuildAsync(Long, None));
            newsroom.Time.Advance(InMemoryLeases.Duration);
            await newsroom.AppendAsync(Meanwhile);
            await LiveOnAsync(newsroom);

            await newsroom.Rebuild(FaultPlan.Count()).BuildAsync(Long, None);

            await AssertSoundAsync(newsroom, name);
        }
    }

    [Fact]
    public async Task A_builder_that_stalls_at_any_operation_while_another_finishes_harms_nothing()
    {
        foreach (var (name, plan) in await EveryOperationOfABuilderAsync(FaultPlan.PauseBefore, FaultPlan.PauseAfter))
        {
            var newsroom = await PreparedAsync();
            var stalled = newsroom.Rebuild(plan).BuildAsync(Long, None);
            await plan.Paused;

            // Its leases have run out without its noticing.
            newsroom.ForgetLeases();
            await newsroom.AppendAsync(Meanwhile);
            await LiveOnAsync(newsroom);
            await newsroom.Rebuild(FaultPlan.Count()).BuildAsync(Long, None);
            plan.Resume();
            await stalled;

            await AssertSoundAsync(newsroom, name);
        }
    }

    [Fact]
    public async Task A_builder_that_stalls_at_any_operation_while_passes_go_on_takes_nothing_back()
    {
        foreach (var (name, plan) in await EveryOperationOfABuilderAsync(FaultPlan.PauseBefore, FaultPlan.PauseAfter))
        {
            var newsroom = await PreparedAsync();
            var stalled = newsroom.Rebuild(plan).BuildAsync(Long, None);
            await plan.Paused;
            newsroom.ForgetLeases();
            await newsroom.AppendAsync(Meanwhile);
            await LiveOnAsync(newsroom);
            var shown = newsroom.Documents();

            plan.Resume();
            await stalled;

            Newsroom.AssertSame(shown, newsroom.Documents(), name);
            await newsroom.Rebuild(FaultPlan.Count()).BuildAsync(Long, None);
            await AssertSoundAsync(newsroom, name);
        }
    }

    [Fact]
    public async Task A_pass_that_stalls_at_any_operation_while_its_projection_is_replaced_harms_nothing()
    {
        foreach (var (name, plan) in await EveryOperationOfAPassAsync(FaultPlan.PauseBefore, FaultPlan.PauseAfter))
        {
            var newsroom = await PreparedAsync();
            await newsroom.AppendAsync(Meanwhile);
            var stalled = newsroom.Process(plan).RunAsync(None);
            await plan.Paused;

            await newsroom.Rebuild(FaultPlan.Count()).BuildAsync(Long, None);
            plan.Resume();
            await stalled;

            await AssertSoundAsync(newsroom, name);
        }
    }

    [Fact]
    public async Task A_pass_that_died_at_any_operation_is_made_good_before_its_projection_is_replaced()
    {
        foreach (var (name, plan) in await EveryOperationOfAPassAsync(FaultPlan.CrashBefore, FaultPlan.CrashAfter))
        {
            var newsroom = await PreparedAsync();
            await newsroom.AppendAsync(Meanwhile);
            await Assert.ThrowsAsync<CrashException>(() => newsroom.Process(plan).RunAsync(None));
            var shown = newsroom.Documents();

            await newsroom.Rebuild(FaultPlan.Count()).BuildAsync(Long, None);

            // What readers have got already does not go again: nothing that died pass wrote is undone.
            var now = newsroom.Documents();
            Assert.All(shown.Where(document => document.Value.Contains("Edited again", StringComparison.Ordinal)), document =>
                Assert.Contains("Edited again", now[document.Key], StringComparison.Ordinal));
            await AssertSoundAsync(newsroom, name);
        }
    }

    private static async Task<Newsroom> PreparedAsync()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(Before);
        await LiveOnAsync(newsroom);
        newsroom.Time.Advance(TimeSpan.FromHours(2));
        await newsroom.Rebuild(FaultPlan.Count()).BeginAsync(BuildPurpose.Rebuild, None);
        return newsroom;
    }

    private static async Task LiveOnAsync(Newsroom newsroom)
    {
        using var served = newsroom.Served(FaultPlan.Count());
        await new ProjectionRunner(
            served,
            new CatalogReader(newsroom.Pages, new CatalogOptions()),
            newsroom.Leases,
            newsroom.Queues,
            newsroom.Time).CatchUpAsync(None);
    }

    private static async Task AssertSoundAsync(Newsroom newsroom, string what)
    {
        await LiveOnAsync(newsroom);
        Assert.Equal(2, (await newsroom.Generations(FaultPlan.Count()).ReadAsync(None)).Served);
        Newsroom.AssertSame((await newsroom.RebuildAsync()).Documents(), newsroom.Documents(), what);
        newsroom.Audience.AssertHasSeenAll(what);
        newsroom.Time.Advance(TimeSpan.FromHours(12));
        await LiveOnAsync(newsroom);
        await newsroom.AssertEqualsRebuildAsync(what + ", after a release");
    }

    private static async Task<IReadOnlyList<(string Name, FaultPlan Plan)>> EveryOperationOfABuilderAsync(
        params Func<int, FaultPlan>[] faults)
    {
        var counted = FaultPlan.Count();
        await (await PreparedAsync()).Rebuild(counted).BuildAsync(Long, None);
        return Each(counted, faults);
    }

    private static async Task<IReadOnlyList<(string Name, FaultPlan Plan)>> EveryOperationOfAPassAsync(
        params Func<int, FaultPlan>[] faults)
    {
        var counted = FaultPlan.Count();
        var newsroom = await PreparedAsync();
        await newsroom.AppendAsync(Meanwhile);
        await newsroom.Process(counted).RunAsync(None);
        return Each(counted, faults);
    }

    /// <summary>The faults in turn: just behind one operation is just before the next.</summary>
    private static IReadOnlyList<(string Name, FaultPlan Plan)> Each(FaultPlan counted, Func<int, FaultPlan>[] faults)
    {
        Assert.InRange(counted.Operations.Count, 40, 600);
        return
        [
            .. counted.Operations.Select((operation, i) => (operation, i, fault: faults[i % faults.Length]))
                .Select(each => ($"{each.fault.Method.Name} {each.i + 1}: {each.operation}", each.fault(each.i + 1))),
        ];
    }
}
