using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Partners;
using Newswire.Partners.Quotas;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Partners.Quotas;

/// <summary>
/// What must hold for several processes that share the counting, when they die at any operation, when storage does not
/// answer or its answer is lost, and when their clocks differ.
/// </summary>
public sealed class SharedQuotaProperties
{
    private static readonly Gen<Scenario> Scenarios = Gen.Select(
        Gen.Int[1, 12],
        Gen.Int[1, 3],
        Gen.Select(Gen.Int[0, 2], Gen.OneOf(Gen.Int[0, 4], Gen.Int[0, 30], Gen.Int[1_000, 4_000]), Gen.Int[1, 8]).Array[1, 40],
        (quota, processes, steps) => new Scenario(quota, [.. steps.Select(step => (step.Item1 % processes, step.Item2, step.Item3))], [], [0, 0, 0]));

    private static readonly Gen<Scenario> WithFaults = Gen.Select(
        Scenarios,
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 30]).Array[0, 8],
        Gen.Int[-30, 30].Array[3],
        (scenario, faults, skews) => scenario with { Faults = [.. faults.Select(fault => (fault.Item1, fault.Item2))], Skews = skews });

    [Fact]
    public Task Within_any_hour_no_more_is_let_in_than_the_quota_and_what_others_let_in_within_two_exchanges() =>
        Scenarios.SampleAsync(
            async scenario =>
            {
                var history = await new World(scenario).PlayAsync();
                foreach (var last in history.Where(grant => grant.IsGranted))
                {
                    var unseen = history.Count(grant =>
                        grant.IsGranted && grant.Process != last.Process && grant.At <= last.At && grant.At > last.At - (2 * QuotaMeter.Interval));
                    Assert.InRange(Granted(history, last.At, QuotaWindow.Hour.Length), 1, scenario.Quota + unseen);
                }
            },
            iter: 500);

    [Fact]
    public Task Whatever_fails_only_what_a_process_cannot_know_is_let_in_beyond_the_quota() => WithFaults.SampleAsync(
        async scenario =>
        {
            // A minute for clocks that differ by as much at most.
            var window = QuotaWindow.Hour.Length - TimeSpan.FromMinutes(1);
            var history = await new World(scenario).PlayAsync();
            foreach (var (index, last) in history.Index().Where(grant => grant.Item.IsGranted))
            {
                var before = history.Take(index + 1).ToList();
                var unseen = before.Count(grant => grant.IsGranted && grant.Process != last.Process && !(grant.Stored <= last.Known));
                Assert.InRange(Granted(before, last.At, window), 1, scenario.Quota + unseen);
            }
        },
        iter: 500);

    [Fact]
    public Task Whatever_fails_nothing_is_counted_twice() => WithFaults.SampleAsync(
        async scenario =>
        {
            // A slot, and a minute for clocks that differ.
            var window = QuotaWindow.Hour.Length + QuotaWindow.Hour.SlotLength + TimeSpan.FromMinutes(1);
            var history = await new World(scenario).PlayAsync();
            foreach (var (index, refused) in history.Index().Where(grant => !grant.Item.IsGranted))
            {
                Assert.True(Granted(history.Take(index).ToList(), refused.At, window) >= scenario.Quota);
            }
        },
        iter: 500);

    private static int Granted(IReadOnlyList<Request> history, TimeSpan end, TimeSpan window) =>
        history.Count(grant => grant.IsGranted && grant.At <= end && grant.At > end - window);

    private sealed record Scenario(
        int Quota, IReadOnlyList<(int Process, int Seconds, int Requests)> Steps, IReadOnlyList<(int Kind, int At)> Faults, int[] Skews)
    {
        public override string ToString() =>
            $"{Quota} of {string.Join(" ", Steps)} with {string.Join(" ", Faults)} at {string.Join(" ", Skews)}";
    }

    /// <param name="At">When it came.</param>
    /// <param name="Process">The process it came to; one that takes the place of another has another number.</param>
    /// <param name="IsGranted">Whether it was let in; then it counts.</param>
    /// <param name="Known">The exchange, by its number, after which the process knew what others had stored.</param>
    private sealed record Request(TimeSpan At, int Process, bool IsGranted, int Known)
    {
        /// <summary>The exchange in which it was stored; null when it was not yet.</summary>
        public int? Stored { get; set; }
    }

    /// <summary>Plays a scenario: every process exchanges every interval, each at its own second of it.</summary>
    private sealed class World(Scenario scenario)
    {
        private readonly InMemoryObjectStore objects = new();
        private readonly Partner partner = new() { Name = "planet", Title = "Planet", Quota = new PartnerQuota(scenario.Quota, 1_000_000) };
        private readonly List<Request> history = [];
        private readonly Process?[] processes = new Process?[3];
        private TimeSpan now;
        private int started;
        private int exchanges;

        public async Task<IReadOnlyList<Request>> PlayAsync()
        {
            foreach (var (at, seconds, requests) in scenario.Steps)
            {
                await LiveAsync(seconds);
                for (var i = 0; i < requests; i++)
                {
                    await AskAsync(at);
                }
            }

            return history;
        }

        private async Task LiveAsync(int seconds)
        {
            // Of a long time in which nobody asks, the middle goes by at once.
            var skipped = Math.Max(seconds - 40, 0);
            for (var second = 0; second < seconds - skipped; second++)
            {
                Advance(second == 20 ? 1 + skipped : 1);
                for (var at = 0; at < processes.Length; at++)
                {
                    if (processes[at] is { Known: > 0 } process && ((int)now.TotalSeconds + (2 * at)) % (int)QuotaMeter.Interval.TotalSeconds == 0)
                    {
                        await TryAsync(at, () => process.Meter.ExchangeAsync(CancellationToken.None));
                    }
                }
            }
        }

        private void Advance(int seconds)
        {
            now += TimeSpan.FromSeconds(seconds);
            foreach (var process in processes)
            {
                process?.Time.Advance(TimeSpan.FromSeconds(seconds));
            }
        }

        private async Task AskAsync(int at)
        {
            var process = processes[at] ??= Start(at);
            QuotaEntry? entry = null;
            async Task EnterAsync() => entry = await process.Meter.EnterAsync(partner, CancellationToken.None);

            // The first request waits for what others know, which is an exchange as any.
            await (process.Known == 0 ? TryAsync(at, EnterAsync) : EnterAsync());
            if (entry is not null)
            {
                history.Add(new Request(now, process.Number, entry is QuotaEntry.Granted, process.Known));
                (entry as QuotaEntry.Granted)?.Ticket.Settle(counts: true);
            }
        }

        /// <summary>An exchange of the process, which may die in it.</summary>
        private async Task TryAsync(int at, Func<Task> exchange)
        {
            var process = processes[at]!;
            var sent = history.Where(request => request.Process == process.Number).ToList();
            try
            {
                await exchange();
                process.Known = ++exchanges;
                sent.ForEach(request => request.Stored ??= exchanges);
            }
            catch (StorageAwayException)
            {
                // The next exchange makes up for it.
            }
            catch (CrashException)
            {
                processes[at] = null;
            }
        }

        private Process Start(int at)
        {
            var plan = started < scenario.Faults.Count ? Plan(scenario.Faults[started]) : FaultPlan.Count();
            var time = new FakeTimeProvider(Some.Morning + now + TimeSpan.FromSeconds(scenario.Skews[at]));
            return new Process(
                started, time, new QuotaMeter(new FaultyObjectStore(objects, plan), new CountingProcess($"{started++}"), time));
        }

        private static FaultPlan Plan((int Kind, int At) fault)
        {
            var plan = fault.Kind switch
            {
                1 => FaultPlan.CrashBefore(fault.At),
                2 => FaultPlan.CrashAfter(fault.At),
                _ => FaultPlan.Count(),
            };

            // Away, or answering to nobody, for some operations on end.
            bool IsAway(string _) => plan.Operations.Count >= fault.At && plan.Operations.Count < fault.At + 5;
            plan.Unanswered = fault.Kind == 3 ? IsAway : null;
            plan.AnswerLost = fault.Kind == 4 ? IsAway : null;
            return plan;
        }
    }

    private sealed record Process(int Number, FakeTimeProvider Time, QuotaMeter Meter)
    {
        public int Known { get; set; }
    }
}
