using Newswire.Catalog;
using Newswire.Projection;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Projection;

/// <summary>Promises 1 and 2: whatever dies or stalls whenever, the documents become those of a rebuild.</summary>
public sealed class CrashPointTests
{
    private static readonly string NewBoundary = Newsroom.Id("boundary-new", beginsPage: true);
    private static readonly string OldBoundary = Newsroom.Id("boundary-old", beginsPage: true);

    /// <summary>What was projected before: two pages, several topics.</summary>
    private static readonly IReadOnlyList<Change> Before =
    [
        Some.Publish("a-plain", article: Some.Article("Plain", topics: ["A"])),
        Some.Publish(OldBoundary, article: Some.Article("Old boundary", topics: ["A", "B"])),
        Some.Publish("edited", article: Some.Article("Edited", topics: ["A"])),
        Some.Publish("zz-last", article: Some.Article("Last", topics: ["B"])),
    ];

    /// <summary>The pass under test: a page splits, two join, an article changes its feeds, one comes and goes.</summary>
    private static readonly IReadOnlyList<Change> Changes =
    [
        Some.Publish(NewBoundary, article: Some.Article("New boundary", topics: ["A", "C"])),
        Some.Withdraw(OldBoundary),
        Some.Publish("edited", version: 2, article: Some.Article("Edited again", topics: ["B"], authors: ["Ben Adeyemi"])),
        Some.Publish("comes-and-goes", article: Some.Article("Comes", topics: ["D"])),
    ];

    /// <summary>What arrives after the fault: it takes back some of what the faulty pass may have written.</summary>
    private static readonly IReadOnlyList<Change> Later =
    [
        Some.Withdraw("comes-and-goes"),
        Some.Publish("edited", version: 3, article: Some.Article("Edited thrice", topics: ["C"])),
        Some.Withdraw(NewBoundary),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_crash_at_any_operation_the_documents_equal_a_rebuild(bool changesFollow)
    {
        foreach (var (name, plan) in await EveryFaultAsync(FaultPlan.CrashBefore, FaultPlan.CrashAfter))
        {
            var newsroom = await PreparedAsync();
            await newsroom.AppendLineAsync("not a change");
            await Assert.ThrowsAsync<CrashException>(() => newsroom.Process(plan).RunAsync(CancellationToken.None));
            await newsroom.AppendAsync(changesFollow ? Later : []);

            await Newsroom.RunToTheEndAsync(newsroom.Process());

            await newsroom.AssertEqualsRebuildAsync(name);
        }
    }

    [Theory]
    [InlineData(false, 2_000)]
    [InlineData(true, 2_000)]
    [InlineData(true, 2)]
    public async Task A_pass_that_stalls_at_any_operation_and_wakes_up_late_overwrites_nothing(bool changesFollow, int maxChanges)
    {
        foreach (var (name, plan) in await EveryFaultAsync(FaultPlan.PauseBefore, FaultPlan.PauseAfter))
        {
            var newsroom = await PreparedAsync();
            var stalled = newsroom.Process(plan).RunAsync(CancellationToken.None);
            await plan.Paused;
            await newsroom.AppendAsync(changesFollow ? Later : []);
            await Newsroom.RunToTheEndAsync(
                newsroom.Process(options: new ProjectionOptions { MaxParallelOperations = 1, MaxChanges = maxChanges }));

            plan.Resume();
            await stalled;

            await newsroom.AssertEqualsRebuildAsync(name);
        }
    }

    [Fact]
    public async Task A_pass_that_stalls_while_another_crashes_and_a_third_repairs_overwrites_nothing()
    {
        var stalls = await EveryFaultAsync(FaultPlan.PauseBefore);
        for (var stall = 0; stall < stalls.Count; stall += 2)
        {
            var crashes = await EveryFaultAsync(FaultPlan.CrashBefore);
            for (var crash = stall % 5; crash < crashes.Count; crash += 5)
            {
                var (name, plan) = (await EveryFaultAsync(FaultPlan.PauseBefore))[stall];
                var newsroom = await PreparedAsync();
                var stalled = newsroom.Process(plan).RunAsync(CancellationToken.None);
                await plan.Paused;
                await newsroom.AppendAsync(Later);
                await Record.ExceptionAsync(() => Newsroom.RunToTheEndAsync(newsroom.Process(crashes[crash].Plan)));
                await Newsroom.RunToTheEndAsync(newsroom.Process());

                plan.Resume();
                await stalled;

                await newsroom.AssertEqualsRebuildAsync($"{name}; {crashes[crash].Name}");
            }
        }
    }

    private static async Task<Newsroom> PreparedAsync()
    {
        var newsroom = new Newsroom();
        await newsroom.AppendAsync(Before);
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        await newsroom.AppendAsync(Changes);
        return newsroom;
    }

    private static async Task<IReadOnlyList<(string Name, FaultPlan Plan)>> EveryFaultAsync(params Func<int, FaultPlan>[] faults)
    {
        var counted = FaultPlan.Count();
        await (await PreparedAsync()).Process(counted).RunAsync(CancellationToken.None);
        Assert.InRange(counted.Operations.Count, 40, 200);
        return
        [
            .. counted.Operations.SelectMany((operation, i) =>
                faults.Select(fault => ($"{fault.Method.Name} {i + 1}: {operation}", fault(i + 1)))),
        ];
    }
}
