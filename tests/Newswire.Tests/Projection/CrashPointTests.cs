using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Projection;

/// <summary>
/// Promises 1 and 2: whatever dies or stalls whenever, the documents become those of a rebuild, and those who follow the
/// passes are told of all of it.
/// </summary>
public sealed class CrashPointTests
{
    private static readonly string NewBoundary = Newsroom.Id("boundary-new", beginsPage: true);
    private static readonly string OldBoundary = Newsroom.Id("boundary-old", beginsPage: true);

    private static readonly IReadOnlyList<Scenario> Scenarios =
    [
        new(
            "A page splits, two join, an article changes its feeds, one comes and goes",
            Before:
            [
                Some.Publish("a-plain", article: Some.Article("Plain", topics: ["A"])),
                Some.Publish(OldBoundary, article: Some.Article("Old boundary", topics: ["A", "B"])),
                Some.Publish("edited", article: Some.Article("Edited", topics: ["A"])),
                Some.Publish("zz-last", article: Some.Article("Last", topics: ["B"])),
            ],
            Hours: 0,
            Changes:
            [
                Some.Publish(NewBoundary, article: Some.Article("New boundary", topics: ["A", "C"])),
                Some.Withdraw(OldBoundary),
                Some.Publish("edited", version: 2, article: Some.Article("Edited again", topics: ["B"], authors: ["Ben Adeyemi"])),
                Some.Publish("comes-and-goes", article: Some.Article("Comes", topics: ["D"])),
            ],
            Later:
            [
                Some.Withdraw("comes-and-goes"),
                Some.Publish("edited", version: 3, article: Some.Article("Edited thrice", topics: ["C"])),
                Some.Withdraw(NewBoundary),
            ]),
        new(
            "Pages go to the archive and come back, one is released, one expires, one is erased",
            Before:
            [
                Some.Publish("a-oldest", published: Some.Morning.AddHours(-1), article: Some.Article("Oldest", topics: ["A"])),
                Some.Publish(OldBoundary, article: Some.Article("Old boundary", topics: ["A"])),
                Some.Publish("late", article: Some.Article("Late", topics: ["B"])) with { Embargo = Some.Morning.AddHours(30) },
                Some.Publish("brief", article: Some.Article("Brief", topics: ["A"])) with { Expires = Some.Morning.AddHours(30) },
                Some.Publish("erased", article: Some.Article("Erased", topics: ["A"])),
                Some.Withdraw("gone-long-ago"),
            ],
            Hours: 12,
            Changes:
            [
                Some.Publish(NewBoundary, published: Some.Morning.AddMinutes(1), article: Some.Article("New boundary", topics: ["A"])),
                Some.Publish("n-1", published: Some.Morning.AddMinutes(2), article: Some.Article("New 1", topics: ["A"])),
                Some.Publish("n-2", published: Some.Morning.AddMinutes(3), article: Some.Article("New 2", topics: ["A"])),
                new Change.EraseArticle { ArticleId = "erased", Received = Some.Morning.AddHours(1), Feeds = ["latest", "topics/a"] },
            ],
            Later:
            [
                Some.Publish("erased", version: 2, received: Some.Morning.AddHours(2), article: Some.Article("Back", topics: ["A"])),
                Some.Withdraw("n-1"),
                Some.Withdraw(NewBoundary),
            ]),
        new(
            "Feeds are defined, renamed, merged and retired",
            Before:
            [
                Some.Publish("a-plain", article: Some.Article("Plain", topics: ["A"])),
                Some.Publish(OldBoundary, article: Some.Article("Old boundary", topics: ["A", "B"])),
                Some.Publish("edited", article: Some.Article("Edited", topics: ["B"])),
                Some.Publish("gone", article: Some.Article("Gone", topics: ["B"])),
                Some.Withdraw("gone"),
                Define(1, new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = ["A"] } }),
            ],
            Hours: 0,
            Changes:
            [
                Define(2, new FeedDefinition { Name = "home", FormerNames = ["front"], Selection = new FeedSelection { AnyTopic = ["B"] }, MinEntries = 1 }),
                Define(3, new FeedDefinition { Name = "topics/a", Aliases = ["B"] }),
                Some.Publish("edited", version: 2, article: Some.Article("Edited again", topics: ["A"])),
            ],
            Later:
            [
                Define(4, new FeedDefinition { Name = "topics/a", Title = "A alone" }),
                Define(5, new FeedDefinition { Name = "home", Retired = true }),
                Some.Withdraw("edited"),
            ]),
        new(
            "A page comes back from the archive, and goes there again",
            Before:
            [
                Some.Publish("oldest", published: Some.Morning.AddHours(-1), article: Some.Article("Oldest", topics: ["A"])),
                Some.Publish(OldBoundary, article: Some.Article("Boundary", topics: ["A"])),
                Some.Publish("n-1", published: Some.Morning.AddMinutes(1), article: Some.Article("New 1", topics: ["A"])),
                Some.Publish("n-2", published: Some.Morning.AddMinutes(2), article: Some.Article("New 2", topics: ["A"])),
                Some.Publish("n-3", published: Some.Morning.AddMinutes(3), article: Some.Article("New 3", topics: ["A"])),
            ],
            Hours: 0,
            Changes: [Some.Withdraw("n-3")],
            Later: [Some.Publish("n-4", published: Some.Morning.AddMinutes(4), article: Some.Article("New 4", topics: ["A"]))]),
    ];

    public static TheoryData<int, bool> EachWay => new(Enumerable.Range(0, 4).SelectMany(i => new[] { (i, false), (i, true) }));

    [Theory]
    [MemberData(nameof(EachWay))]
    public async Task After_a_crash_at_any_operation_the_documents_equal_a_rebuild(int scenario, bool changesFollow)
    {
        var (prepared, later) = (Scenarios[scenario], Scenarios[scenario].Later);
        foreach (var (name, plan) in await EveryFaultAsync(prepared, FaultPlan.CrashBefore, FaultPlan.CrashAfter))
        {
            var newsroom = await PreparedAsync(prepared);
            await newsroom.AppendLineAsync("not a change");
            await Assert.ThrowsAsync<CrashException>(() => newsroom.Process(plan).RunAsync(CancellationToken.None));
            await newsroom.AppendAsync(changesFollow ? later : []);

            await Newsroom.RunToTheEndAsync(newsroom.Process());

            await newsroom.AssertEqualsRebuildAsync(name);
        }
    }

    [Theory]
    [InlineData(0, false, 2_000)]
    [InlineData(0, true, 2_000)]
    [InlineData(0, true, 2)]
    [InlineData(1, false, 2_000)]
    [InlineData(1, true, 2_000)]
    [InlineData(1, true, 2)]
    [InlineData(2, false, 2_000)]
    [InlineData(2, true, 2_000)]
    [InlineData(2, true, 2)]
    [InlineData(3, true, 2_000)]
    public async Task A_pass_that_stalls_at_any_operation_and_wakes_up_late_overwrites_nothing(
        int scenario, bool changesFollow, int maxChanges)
    {
        var (prepared, later) = (Scenarios[scenario], Scenarios[scenario].Later);
        foreach (var (name, plan) in await EveryFaultAsync(prepared, FaultPlan.PauseBefore, FaultPlan.PauseAfter))
        {
            var newsroom = await PreparedAsync(prepared);
            var stalled = newsroom.Process(plan).RunAsync(CancellationToken.None);
            await plan.Paused;
            await newsroom.AppendAsync(changesFollow ? later : []);
            await Newsroom.RunToTheEndAsync(
                newsroom.Process(options: new ProjectionOptions { MaxParallelOperations = 1, MaxChanges = maxChanges }));

            plan.Resume();
            await stalled;

            await newsroom.AssertEqualsRebuildAsync(name);
        }
    }

    [Theory]
    [InlineData(0, 2, 5)]
    [InlineData(1, 5, 11)]
    [InlineData(2, 5, 11)]
    [InlineData(3, 4, 9)]
    public async Task A_pass_that_stalls_while_another_crashes_and_a_third_repairs_overwrites_nothing(
        int scenario, int everyStall, int everyCrash)
    {
        var prepared = Scenarios[scenario];
        var stalls = await EveryFaultAsync(prepared, FaultPlan.PauseBefore);
        for (var stall = 0; stall < stalls.Count; stall += everyStall)
        {
            var crashes = await EveryFaultAsync(prepared, FaultPlan.CrashBefore);
            for (var crash = stall % everyCrash; crash < crashes.Count; crash += everyCrash)
            {
                var (name, plan) = (await EveryFaultAsync(prepared, FaultPlan.PauseBefore))[stall];
                var newsroom = await PreparedAsync(prepared);
                var stalled = newsroom.Process(plan).RunAsync(CancellationToken.None);
                await plan.Paused;
                await newsroom.AppendAsync(prepared.Later);
                await Record.ExceptionAsync(() => Newsroom.RunToTheEndAsync(newsroom.Process(crashes[crash].Plan)));
                await Newsroom.RunToTheEndAsync(newsroom.Process());

                plan.Resume();
                await stalled;

                await newsroom.AssertEqualsRebuildAsync($"{name}; {crashes[crash].Name}");
            }
        }
    }

    private static async Task<Newsroom> PreparedAsync(Scenario scenario)
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(scenario.Before);
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        newsroom.Time.Advance(TimeSpan.FromHours(scenario.Hours));
        await newsroom.AppendAsync(scenario.Changes);
        return newsroom;
    }

    private static async Task<IReadOnlyList<(string Name, FaultPlan Plan)>> EveryFaultAsync(
        Scenario scenario, params Func<int, FaultPlan>[] faults)
    {
        var counted = FaultPlan.Count();
        await (await PreparedAsync(scenario)).Process(counted).RunAsync(CancellationToken.None);
        Assert.InRange(counted.Operations.Count, 40, 400);
        return
        [
            .. counted.Operations.SelectMany((operation, i) =>
                faults.Select(fault => ($"{scenario.Name}: {fault.Method.Name} {i + 1}: {operation}", fault(i + 1)))),
        ];
    }

    private static Change.DefineFeed Define(int minute, FeedDefinition definition) =>
        new() { Feed = definition, Received = Some.Morning.AddMinutes(minute) };

    /// <param name="Name">What happens in it.</param>
    /// <param name="Before">What was projected before.</param>
    /// <param name="Hours">How much time went by since.</param>
    /// <param name="Changes">What the pass under test finds.</param>
    /// <param name="Later">What arrives after the fault: it takes back some of what the faulty pass may have written.</param>
    private sealed record Scenario(
        string Name, IReadOnlyList<Change> Before, int Hours, IReadOnlyList<Change> Changes, IReadOnlyList<Change> Later);
}
