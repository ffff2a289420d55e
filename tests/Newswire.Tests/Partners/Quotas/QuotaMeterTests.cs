using System.Text;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Partners;
using Newswire.Partners.Quotas;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Partners.Quotas;

/// <summary>What a partner may ask within an hour and a day, and what it costs to know.</summary>
public sealed class QuotaMeterTests : IDisposable
{
    private static readonly Partner Planet = new() { Name = "planet", Title = "Planet", Quota = new PartnerQuota(PerHour: 3, PerDay: 5) };

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryObjectStore objects = new();
    private readonly FaultPlan plan = FaultPlan.Count();
    private readonly List<QuotaMeter> made = [];
    private readonly QuotaMeter meter;

    public QuotaMeterTests() => meter = Process("a", plan);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_hours_quota_may_be_used_at_once()
    {
        Assert.Equal([true, true, true, false], await AskAsync(meter, 4));
        Assert.Equal([true, true, true], await AskAsync(meter, 3, Planet with { Name = "gazette" }));
    }

    [Fact]
    public async Task An_hour_and_a_minute_later_there_is_all_of_it_again()
    {
        await AskAsync(meter, 3);
        time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal([false], await AskAsync(meter, 1));
        time.Advance(TimeSpan.FromMinutes(1));

        // The day's quota is not.
        Assert.Equal([true, true, false], await AskAsync(meter, 3));
        time.Advance(TimeSpan.FromHours(3));
        Assert.Equal([false], await AskAsync(meter, 1));
    }

    [Fact]
    public async Task A_request_under_way_holds_its_place_and_one_that_does_not_count_gives_it_back()
    {
        var tickets = Enumerable.Range(0, 3).Select(_ => GrantedAsync()).ToList();
        Assert.Equal([false], await AskAsync(meter, 1));

        (await tickets[0]).Settle(counts: false);

        Assert.Equal([true, false], await AskAsync(meter, 2));
        (await tickets[1]).Settle(counts: false);
        Assert.Equal([true, false], await AskAsync(meter, 2));
    }

    [Fact]
    public async Task Standing_tells_what_remains_and_when_there_will_be_more()
    {
        time.SetUtcNow(Some.Morning.AddSeconds(30));
        var ticket = await GrantedAsync();
        Assert.Equal([(2, (TimeSpan?)null), (4, null)], ticket.Standing().Select(window => (window.Remaining, window.Reset)));

        ticket.Settle(counts: true);

        Assert.Equal(
            [(2, TimeSpan.FromSeconds(3630)), (4, TimeSpan.FromHours(24) + TimeSpan.FromMinutes(24) - TimeSpan.FromSeconds(30 + SlotBegan()))],
            ticket.Standing().Select(window => (window.Remaining, window.Reset!.Value)));
    }

    [Fact]
    public async Task Once_the_quota_is_used_up_nothing_is_asked_of_storage_and_nothing_counts()
    {
        await AskAsync(meter, 3);
        var before = plan.Operations.Count;
        Assert.All(await AskAsync(meter, 1_000), Assert.False);
        Assert.Equal(before, plan.Operations.Count);

        await meter.ExchangeAsync(Token);

        Assert.Equal(3, Stored().Partners["planet"].Hour.Values.Sum());
    }

    [Fact]
    public async Task The_first_request_of_a_process_reads_once_and_no_other_does()
    {
        Assert.Empty(plan.Operations);
        await AskAsync(meter, 3);

        Assert.Equal(["read partner-usage/quota.json"], plan.Operations);
        await meter.ExchangeAsync(Token);
        Assert.Equal(["read partner-usage/quota.json", "write partner-usage/quota.json"], plan.Operations.Skip(1));
        await meter.ExchangeAsync(Token);
        Assert.Equal(["read partner-usage/quota.json"], plan.Operations.Skip(3));
    }

    [Fact]
    public async Task A_process_to_which_no_partner_came_asks_nothing_of_storage()
    {
        await meter.ExchangeAsync(Token);

        Assert.Empty(plan.Operations);
    }

    [Fact]
    public async Task A_process_that_takes_the_place_of_another_knows_what_was_used_up()
    {
        await AskAsync(meter, 2);
        await meter.ExchangeAsync(Token);

        Assert.Equal([true, false], await AskAsync(Process("b"), 2));
    }

    [Fact]
    public async Task After_an_exchange_each_knows_what_the_other_let_in()
    {
        var other = Process("b");
        await AskAsync(meter, 1);
        await AskAsync(other, 1);
        await meter.ExchangeAsync(Token);
        await other.ExchangeAsync(Token);
        await meter.ExchangeAsync(Token);

        Assert.Equal([true, false], await AskAsync(meter, 2));
        Assert.Equal([true, false], await AskAsync(other, 2));
    }

    [Fact]
    public async Task A_batch_of_which_the_answer_was_lost_counts_once()
    {
        await AskAsync(meter, 1);
        plan.AnswerLost = operation => operation.StartsWith("write", StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageAwayException>(() => meter.ExchangeAsync(Token));
        plan.AnswerLost = null;
        await AskAsync(meter, 1);

        await meter.ExchangeAsync(Token);
        await meter.ExchangeAsync(Token);

        Assert.Equal(2, Stored().Partners["planet"].Hour.Values.Sum());
        Assert.Equal([true, false], await AskAsync(meter, 2));
    }

    [Fact]
    public async Task While_storage_is_away_a_process_goes_on_counting_for_itself()
    {
        await AskAsync(meter, 1);
        plan.Unanswered = _ => true;
        await Assert.ThrowsAsync<StorageAwayException>(() => meter.ExchangeAsync(Token));

        Assert.Equal([true, true, false], await AskAsync(meter, 3));
    }

    [Fact]
    public async Task A_process_that_cannot_read_first_lets_nobody_in()
    {
        plan.Unanswered = _ => true;
        await Assert.ThrowsAsync<StorageAwayException>(() => AskAsync(meter, 1));
        plan.Unanswered = null;

        Assert.Equal([true], await AskAsync(meter, 1));
    }

    [Fact]
    public async Task A_quota_changed_by_the_newsroom_holds_at_once()
    {
        await AskAsync(meter, 3);

        Assert.Equal([true, true, false], await AskAsync(meter, 3, Planet with { Quota = new PartnerQuota(5, 10) }));
        var refused = await RefusedAsync(Planet with { Quota = new PartnerQuota(1, 10) });
        Assert.Equal(TimeSpan.FromMinutes(61), refused.RetryAfter);
    }

    [Fact]
    public async Task What_a_process_with_a_wrong_clock_counts_far_ahead_is_not_believed()
    {
        var mad = Process("mad", time: new FakeTimeProvider(Some.Morning.AddDays(300)));
        await AskAsync(mad, 3);
        await mad.ExchangeAsync(Token);

        Assert.Equal([true, true, true, false], await AskAsync(meter, 4));
        await meter.ExchangeAsync(Token);
        Assert.Equal([false], await AskAsync(meter, 1));
    }

    [Fact]
    public async Task What_no_window_needs_any_more_is_stored_no_longer()
    {
        await AskAsync(meter, 1);
        await meter.ExchangeAsync(Token);
        time.Advance(TimeSpan.FromHours(2));
        await AskAsync(meter, 1, Planet with { Name = "gazette" });
        await meter.ExchangeAsync(Token);
        Assert.Equal((0, 1), (Stored().Partners["planet"].Hour.Count, Stored().Partners["planet"].Day.Count));

        time.Advance(TimeSpan.FromHours(26));
        await AskAsync(meter, 1, Planet with { Name = "gazette" });
        await meter.ExchangeAsync(Token);

        Assert.Equal(["gazette"], Stored().Partners.Keys);
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_quota_together()
    {
        var wide = Planet with { Quota = new PartnerQuota(1_000, 10_000) };
        await AskAsync(meter, 1, wide);

        var granted = 0;
        Parallel.For(0, 5_000, _ =>
        {
            if (meter.Enter(wide) is QuotaEntry.Granted { Ticket: var ticket })
            {
                Interlocked.Increment(ref granted);
                ticket.Settle(counts: true);
            }
        });

        Assert.Equal(999, granted);
    }

    public void Dispose() => made.ForEach(one => one.Dispose());

    private static double SlotBegan() =>
        (Some.Morning - QuotaWindow.Day.BeginningOf(QuotaWindow.Day.SlotOf(Some.Morning))).TotalSeconds;

    private static async Task<IReadOnlyList<bool>> AskAsync(QuotaMeter meter, int times, Partner? partner = null)
    {
        List<bool> answers = [];
        for (var i = 0; i < times; i++)
        {
            var entry = await meter.EnterAsync(partner ?? Planet, Token);
            answers.Add(entry is QuotaEntry.Granted);
            (entry as QuotaEntry.Granted)?.Ticket.Settle(counts: true);
        }

        return answers;
    }

    private async Task<QuotaTicket> GrantedAsync() =>
        Assert.IsType<QuotaEntry.Granted>(await meter.EnterAsync(Planet, Token)).Ticket;

    private async Task<QuotaEntry.Refused> RefusedAsync(Partner partner) =>
        Assert.IsType<QuotaEntry.Refused>(await meter.EnterAsync(partner, Token));

    private QuotaMeter Process(string id, FaultPlan? faults = null, TimeProvider? time = null)
    {
        made.Add(new QuotaMeter(
            new FaultyObjectStore(objects, faults ?? FaultPlan.Count()), new CountingProcess(id), time ?? this.time));
        return made[^1];
    }

    private SharedCounts Stored() => System.Text.Json.JsonSerializer.Deserialize(
        Encoding.UTF8.GetString(objects.Snapshot()[new ObjectPath(Containers.PartnerUsage, "quota.json")].Content.Span),
        QuotaJson.Stored.SharedCounts)!;
}
