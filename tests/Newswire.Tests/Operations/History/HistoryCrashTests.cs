using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Operations.History;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Operations.History;

/// <summary>
/// Whatever process dies at whatever operation, nothing is counted twice, in neither of the two scales, and nothing is lost
/// but what that process had not written down.
/// </summary>
public sealed class HistoryCrashTests
{
    private static readonly Gen<(IReadOnlyList<(int Process, int Minutes)> Steps, IReadOnlyList<(int Kind, int At)> Faults)> Scenarios =
        Gen.Select(
            Gen.Select(Gen.Int[0, 2], Gen.OneOf(Gen.Int[0, 0], Gen.Int[1, 1], Gen.Int[400, 400])).Array[1, 25],
            Gen.Select(Gen.Int[1, 4], Gen.Int[1, 16]).Array[0, 8],
            (steps, faults) => ((IReadOnlyList<(int, int)>)steps, (IReadOnlyList<(int, int)>)faults));

    [Fact]
    public Task Several_processes_may_die_and_storage_may_be_away_and_lose_answers() => Scenarios.SampleAsync(
        async scenario => await new World(scenario.Faults).PlayAsync(scenario.Steps),
        iter: 1_000,
        print: scenario => $"{string.Join(" ", scenario.Steps)} with {string.Join(" ", scenario.Faults)}");

    private sealed class World(IReadOnlyList<(int Kind, int At)> faults)
    {
        private readonly FakeTimeProvider time = new(Some.Morning);
        private readonly InMemoryObjectStore objects = new();
        private readonly HistoryBook?[] books = new HistoryBook?[3];
        private readonly int[] atRisk = new int[3];
        private int started;
        private int recorded;
        private int lost;

        public async Task PlayAsync(IReadOnlyList<(int Process, int Minutes)> steps)
        {
            foreach (var (process, minutes) in steps)
            {
                time.Advance(TimeSpan.FromMinutes(minutes));
                if (minutes > 0)
                {
                    await FlushAsync();
                }

                (books[process] ??= Start()).Add("passes", 1);
                atRisk[process]++;
                recorded++;
            }

            // Faults come to an end, and what is left is written down.
            for (var i = 0; i < 12; i++)
            {
                await FlushAsync();
            }

            // Within two days by the minute, otherwise by the hour: both have to be right.
            var reader = new HistoryReader(objects);
            var end = time.GetUtcNow().AddMinutes(1);
            var hours = (await reader.ReadAsync(Some.Morning, Some.Morning.AddDays(30), CancellationToken.None)).Total.Sum("passes");
            Assert.InRange(hours, recorded - lost, recorded);
            var minutesSum = 0.0;
            for (var from = Some.Morning; from < end; from += TimeSpan.FromHours(6))
            {
                minutesSum += (await reader.ReadAsync(from, from.AddHours(6), CancellationToken.None)).Total.Sum("passes");
            }

            Assert.InRange(minutesSum, recorded - lost, recorded);
        }

        private async Task FlushAsync()
        {
            for (var process = 0; process < books.Length; process++)
            {
                try
                {
                    await (books[process]?.FlushAsync(CancellationToken.None) ?? Task.CompletedTask);
                    atRisk[process] = 0;
                }
                catch (StorageAwayException)
                {
                    // The next time goes on.
                }
                catch (CrashException)
                {
                    books[process] = null;
                    lost += atRisk[process];
                    atRisk[process] = 0;
                }
            }
        }

        private HistoryBook Start()
        {
            var (kind, at) = started < faults.Count ? faults[started] : (0, 0);
            var plan = kind switch
            {
                1 => FaultPlan.CrashBefore(at),
                2 => FaultPlan.CrashAfter(at),
                _ => FaultPlan.Count(),
            };
            bool IsAway(string _) => plan.Operations.Count >= at && plan.Operations.Count < at + 3;
            plan.Unanswered = kind == 3 ? IsAway : null;
            plan.AnswerLost = kind == 4 ? IsAway : null;
            return new HistoryBook(new FaultyObjectStore(objects, plan), new CountingProcess($"{started++}"), time);
        }
    }
}
