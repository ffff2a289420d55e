using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Partners.Usage;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Partners.Usage;

/// <summary>
/// Whatever process dies at whatever operation, nothing that partners take is counted twice, and nothing is lost but what
/// that process had not written down.
/// </summary>
public sealed class UsageCrashTests
{
    private static readonly string[] Partners = ["planet", "gazette"];

    private static readonly Gen<(IReadOnlyList<Step> Steps, IReadOnlyList<(int Kind, int At)> Faults)> Scenarios = Gen.Select(
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1], Gen.OneOf(Gen.Int[0, 0], Gen.Int[60, 60], Gen.Int[30_000, 30_000]), Gen.Int[1, 3]).Array[1, 25],
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 16]).Array[0, 8],
        (steps, faults) => (
            (IReadOnlyList<Step>)[.. steps.Select(step => new Step(step.Item1, step.Item2, step.Item3, step.Item4))],
            (IReadOnlyList<(int, int)>)[.. faults.Select(fault => (fault.Item1, fault.Item2))]));

    [Fact]
    public async Task A_process_may_die_before_and_after_any_operation()
    {
        IReadOnlyList<Step> steps = [.. Enumerable.Range(0, 12).Select(i => new Step(0, i % 2, i == 6 ? 80_000 : 60, 1 + (i % 3)))];
        var operations = (await new World([]).PlayAsync(steps)).Plans[0].Operations.Count;
        Assert.True(operations > 20);

        for (var operation = 1; operation <= operations; operation++)
        {
            await new World([(1, operation)]).PlayAsync(steps);
            await new World([(2, operation)]).PlayAsync(steps);
        }
    }

    [Fact]
    public Task Several_processes_may_die_and_storage_may_be_away_and_lose_answers() => Scenarios.SampleAsync(
        async scenario => await new World(scenario.Faults).PlayAsync(scenario.Steps),
        iter: 1_000,
        print: scenario => $"{string.Join(" ", scenario.Steps)} with {string.Join(" ", scenario.Faults)}");

    [Fact]
    public async Task Two_that_write_at_once_both_count()
    {
        var world = new World([]);
        var slow = FaultPlan.PauseBefore(2);
        using var first = world.Book("first", slow);
        using var second = world.Book("second", FaultPlan.Count());
        first.Record(World.Request("planet", "one"));
        second.Record(World.Request("planet", "two"));

        var flushing = first.FlushAsync(CancellationToken.None);
        await slow.Paused;
        await second.FlushAsync(CancellationToken.None);
        slow.Resume();
        await flushing;

        var report = await world.ReportAsync("planet");
        Assert.Equal(2, report.Total.Taken);
        Assert.Equal([("one", 1L), ("two", 1L)], report.Articles);
    }

    /// <param name="Process">Which process is asked.</param>
    /// <param name="Partner">Which partner asks.</param>
    /// <param name="Seconds">How long nothing happens first; then both processes write down what they have.</param>
    /// <param name="Requests">How many requests come.</param>
    private sealed record Step(int Process, int Partner, int Seconds, int Requests);

    private sealed class World(IReadOnlyList<(int Kind, int At)> faults)
    {
        private readonly FakeTimeProvider time = new(Some.Morning);
        private readonly InMemoryObjectStore objects = new();
        private readonly UsageBook?[] books = new UsageBook?[2];

        // What each process has recorded since it wrote down everything: lost if it dies.
        private readonly List<(string Partner, DateOnly Day)>[] atRisk = [[], []];
        private readonly Dictionary<(string Partner, DateOnly Day), (int Recorded, int Lost)> expected = [];

        public List<FaultPlan> Plans { get; } = [];

        public static AnsweredRequest Request(string partner, string article) =>
            new(partner, UsageCounts.None with { Taken = 1, Bytes = 10 }, "latest", [article]);

        public async Task<World> PlayAsync(IReadOnlyList<Step> steps)
        {
            foreach (var step in steps)
            {
                time.Advance(TimeSpan.FromSeconds(step.Seconds));
                if (step.Seconds > 0)
                {
                    await FlushAsync();
                }

                for (var i = 0; i < step.Requests; i++)
                {
                    Record(step.Process, Partners[step.Partner]);
                }
            }

            // Faults come to an end, and what is left is written down.
            for (var i = 0; i < 12; i++)
            {
                await FlushAsync();
            }

            foreach (var ((partner, day), (recorded, lost)) in expected)
            {
                var report = await new UsageReports(objects).ReadAsync(partner, day, day, CancellationToken.None);
                Assert.InRange(report.Total.Taken, recorded - lost, recorded);
                Assert.Equal(report.Total.Taken * 10, report.Total.Bytes);
                Assert.Equal(report.Total.Taken, report.Feeds.Sum(feed => feed.Counts.Taken));
                Assert.Equal(report.Total.Taken, report.Articles.Sum(article => article.Taken));
            }

            return this;
        }

        public UsageBook Book(string process, FaultPlan plan) =>
            new(new FaultyObjectStore(objects, plan), new CountingProcess(process), time);

        public Task<PartnerReport> ReportAsync(string partner) =>
            new UsageReports(objects).ReadAsync(partner, Today, Today, CancellationToken.None);

        private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

        private void Record(int process, string partner)
        {
            (books[process] ??= Start()).Record(Request(partner, "article"));
            atRisk[process].Add((partner, Today));
            var (recorded, lost) = expected.GetValueOrDefault((partner, Today));
            expected[(partner, Today)] = (recorded + 1, lost);
        }

        private async Task FlushAsync()
        {
            for (var process = 0; process < books.Length; process++)
            {
                try
                {
                    await (books[process]?.FlushAsync(CancellationToken.None) ?? Task.CompletedTask);
                    atRisk[process].Clear();
                }
                catch (StorageAwayException)
                {
                    // The next time goes on.
                }
                catch (CrashException)
                {
                    books[process] = null;
                    foreach (var key in atRisk[process])
                    {
                        expected[key] = (expected[key].Recorded, expected[key].Lost + 1);
                    }

                    atRisk[process].Clear();
                }
            }
        }

        private UsageBook Start()
        {
            var (kind, at) = Plans.Count < faults.Count ? faults[Plans.Count] : (0, 0);
            var plan = kind switch
            {
                1 => FaultPlan.CrashBefore(at),
                2 => FaultPlan.CrashAfter(at),
                _ => FaultPlan.Count(),
            };
            bool IsAway(string _) => plan.Operations.Count >= at && plan.Operations.Count < at + 3;
            plan.Unanswered = kind == 3 ? IsAway : null;
            plan.AnswerLost = kind == 4 ? IsAway : null;
            Plans.Add(plan);
            return Book($"{Plans.Count}", plan);
        }
    }
}
