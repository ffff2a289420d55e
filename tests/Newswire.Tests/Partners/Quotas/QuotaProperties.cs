using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Partners;
using Newswire.Partners.Quotas;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Partners.Quotas;

/// <summary>
/// What must hold for one process, however requests come, whatever becomes of them, and whatever is done to the clock.
/// </summary>
public sealed class QuotaProperties
{
    private static readonly TimeSpan HourAndSlot = QuotaWindow.Hour.Length + QuotaWindow.Hour.SlotLength;
    private static readonly TimeSpan DayAndSlot = QuotaWindow.Day.Length + QuotaWindow.Day.SlotLength;

    private static readonly Gen<Scenario> Scenarios = Gen.Select(
        Gen.Int[1, 6],
        Gen.Int[1, 20],
        Gen.Select(
            Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 90], Gen.Int[0, 4_000], Gen.Int[20_000, 90_000]),
            Gen.Int[0, 9],
            Gen.Int[1, 7]).Array[1, 60],
        (perHour, perDay, steps) => new Scenario(new PartnerQuota(perHour, perDay), [.. steps.Select(step => new Step(step.Item1, step.Item2, step.Item3))]));

    [Fact]
    public Task Within_any_hour_and_any_day_no_more_is_let_in_than_the_quota() => Scenarios.SampleAsync(
        async scenario =>
        {
            var history = await PlayAsync(scenario);
            foreach (var entered in history.Where(request => request.HasCounted))
            {
                Assert.InRange(Counted(history, entered.At, QuotaWindow.Hour.Length), 1, scenario.Quota.PerHour);
                Assert.InRange(Counted(history, entered.At, QuotaWindow.Day.Length), 1, scenario.Quota.PerDay);
            }
        },
        iter: 1_000);

    [Fact]
    public Task Nobody_is_refused_who_keeps_to_the_quota_in_a_window_a_sixtieth_longer() => Scenarios.SampleAsync(
        async scenario =>
        {
            var history = await PlayAsync(scenario);
            foreach (var refused in history.Where(request => request.WasRefused))
            {
                Assert.True(
                    Counted(history, refused.At, HourAndSlot) + refused.UnderWay >= scenario.Quota.PerHour
                    || Counted(history, refused.At, DayAndSlot) + refused.UnderWay >= scenario.Quota.PerDay);
            }
        },
        iter: 1_000);

    [Fact]
    public Task Whoever_comes_back_after_Retry_After_is_let_in_and_a_second_sooner_is_not() => Scenarios.SampleAsync(
        async scenario =>
        {
            var time = new FakeTimeProvider(Some.Morning);
            using var meter = await MeterAsync(time);
            var partner = Partner(scenario.Quota);
            foreach (var step in scenario.Steps)
            {
                time.Advance(TimeSpan.FromSeconds(step.Seconds));
                for (var i = 0; i < step.Requests; i++)
                {
                    var entry = meter.Enter(partner);
                    if (entry is QuotaEntry.Refused { RetryAfter: var wait } refused)
                    {
                        Assert.Equal(wait, refused.Standing.Where(window => window.Remaining == 0).Max(window => window.Reset));
                        time.Advance(wait - TimeSpan.FromSeconds(1));
                        Assert.IsType<QuotaEntry.Refused>(meter.Enter(partner));
                        time.Advance(TimeSpan.FromSeconds(1));
                        entry = meter.Enter(partner);
                    }

                    Assert.IsType<QuotaEntry.Granted>(entry).Ticket.Settle(counts: true);
                }
            }
        },
        iter: 500);

    private static int Counted(IReadOnlyList<Request> history, TimeSpan end, TimeSpan window) =>
        history.Count(request => request.HasCounted && request.At <= end && request.At > end - window);

    private static async Task<IReadOnlyList<Request>> PlayAsync(Scenario scenario)
    {
        var time = new FakeTimeProvider(Some.Morning);
        var clock = new SetClock(time);
        using var meter = await MeterAsync(clock);
        var partner = Partner(scenario.Quota);
        var began = time.GetTimestamp();
        List<Request> history = [];
        List<(QuotaTicket Ticket, Request Request)> underWay = [];
        foreach (var step in scenario.Steps)
        {
            time.Advance(TimeSpan.FromSeconds(step.Seconds));
            switch (step.Act)
            {
                case 7:
                    clock.Off -= TimeSpan.FromHours(step.Requests);
                    break;
                case 8:
                    clock.Off += TimeSpan.FromHours(step.Requests);
                    break;
                case 9:
                    await meter.ExchangeAsync(CancellationToken.None);
                    break;
            }

            for (var i = 0; i < step.Requests; i++)
            {
                var request = new Request(time.GetElapsedTime(began), underWay.Count);
                history.Add(request);
                if (meter.Enter(partner) is not QuotaEntry.Granted { Ticket: var ticket })
                {
                    request.WasRefused = true;
                }
                else if (step.Act == 0)
                {
                    underWay.Add((ticket, request));
                }
                else
                {
                    request.HasCounted = step.Act != 1;
                    ticket.Settle(request.HasCounted);

                    // Only the first time matters.
                    ticket.Settle(!request.HasCounted);
                }
            }

            // Long polls come to their end in the order in which they began, some with 304.
            foreach (var (ticket, request) in underWay.Take(step.Act).ToList())
            {
                request.HasCounted = step.Act % 3 != 0;
                ticket.Settle(request.HasCounted);
                underWay.RemoveAt(0);
            }
        }

        return history;
    }

    private static Partner Partner(PartnerQuota quota) => new() { Name = "planet", Title = "Planet", Quota = quota };

    private static async Task<QuotaMeter> MeterAsync(TimeProvider time)
    {
        var meter = new QuotaMeter(new InMemoryObjectStore(), new CountingProcess("a"), time);
        var reader = new Partner { Name = "reads-first", Title = "Reads first" };
        Assert.IsType<QuotaEntry.Granted>(await meter.EnterAsync(reader, CancellationToken.None)).Ticket.Settle(counts: false);
        return meter;
    }

    /// <summary>A clock that somebody sets, while time goes on as before.</summary>
    private sealed class SetClock(TimeProvider time) : TimeProvider
    {
        public TimeSpan Off { get; set; }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Off;

        public override long GetTimestamp() => time.GetTimestamp();
    }

    /// <param name="Seconds">How long nothing happens first.</param>
    /// <param name="Act">0 begins long polls, 1 asks what has not changed, 7 and 8 set the clock, 9 exchanges; all ask.</param>
    /// <param name="Requests">How many come at once.</param>
    private sealed record Step(int Seconds, int Act, int Requests);

    private sealed record Scenario(PartnerQuota Quota, IReadOnlyList<Step> Steps)
    {
        public override string ToString() => $"{Quota} {string.Join(" ", Steps.Select(step => $"({step.Seconds},{step.Act},{step.Requests})"))}";
    }

    private sealed class Request(TimeSpan at, int underWay)
    {
        public TimeSpan At { get; } = at;

        public int UnderWay { get; } = underWay;

        public bool WasRefused { get; set; }

        public bool HasCounted { get; set; }
    }
}
