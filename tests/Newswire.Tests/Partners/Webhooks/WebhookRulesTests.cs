using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.Partners.Changes;
using Newswire.Partners.Webhooks;
using Newswire.TestKit;

namespace Newswire.Tests.Partners.Webhooks;

/// <summary>What an attempt makes of a webhook, for every small state of one.</summary>
public sealed class WebhookRulesTests
{
    private const int MaxDeadLetters = 3;

    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly DateTimeOffset Until = Now.AddSeconds(75);
    private static readonly Webhook Fresh = new("https://planet.example/hook", Now.AddDays(-1), [WebhookSecret.Make(Now)]) { Cursor = Cursor(5) };
    private static readonly DateTimeOffset?[] Moments = [null, Now.AddSeconds(-1), Now, Now.AddSeconds(1)];

    private static IEnumerable<Webhook> States =>
        from failures in Enumerable.Range(0, DeliveryRest.MaxFailures + 2)
        from slow in new[] { false, true }
        from next in Moments
        from inFlight in Moments
        from disabled in Moments.Take(2)
        select Fresh with
        {
            Failures = failures,
            Tried = failures > 0 ? Cursor(7) : null,
            IsSlow = slow,
            NextAttempt = next,
            InFlightUntil = inFlight,
            Disabled = disabled,
        };

    [Fact]
    public void It_is_marked_when_nobody_is_at_it_and_it_is_time_and_the_partner_wants_it() => Assert.All(States, state =>
    {
        var claimed = WebhookRules.Claim(state, wake: null, Now, Until);

        var may = state.Disabled is null && !(state.InFlightUntil > Now) && !(state.NextAttempt > Now);
        Assert.Equal(may, !ReferenceEquals(state, claimed));
        Assert.Equal(may ? Until : state.InFlightUntil, claimed.InFlightUntil);
    });

    [Fact]
    public void A_message_for_the_very_moment_is_in_time_whatever_the_clock_says()
    {
        var resting = Fresh with { NextAttempt = Now.AddSeconds(1) };

        Assert.True(WebhookRules.IsTime(resting, Now.AddSeconds(1), Now));
        Assert.False(WebhookRules.IsTime(resting, Now.AddSeconds(2), Now));
        Assert.False(WebhookRules.IsTime(resting, wake: null, Now));
    }

    [Fact]
    public void Until_a_delivery_is_given_up_all_that_was_not_told_is_a_reason_and_then_only_what_is_newer() => Assert.All(
        States, state => Assert.Equal(
            Cursor(state.Failures >= DeliveryRest.MaxFailures ? 7 : 5), WebhookRules.NewsFrom(state)));

    [Fact]
    public void Whoever_failed_or_was_slow_is_delivered_to_apart() => Assert.All(
        States, state => Assert.Equal(state.Failures > 0 || state.IsSlow, WebhookRules.LaneOf(state) == Lane.Retry));

    [Fact]
    public void Success_moves_the_cursor_and_clears_every_failure()
    {
        var letter = new DeadLetter("1", Cursor(7), Now, Now, 6) { After = Cursor(5) };
        var marked = Marked(Fresh) with { Failures = 6, Tried = Cursor(7), PendingSince = Now, DeadLetters = [letter] };

        var after = WebhookRules.Settle(marked, Sent(marked, WebhookOutcome.Delivered), MaxDeadLetters);

        Assert.Equal(
            Fresh with { Cursor = Cursor(9), LastSuccess = Now, LastStatus = 200, DeadLetters = after.DeadLetters }, after);
        Assert.Equal([letter with { Delivered = Now }], after.DeadLetters);
    }

    [Fact]
    public void Failure_lets_the_partner_rest_longer_each_time_and_keeps_the_cursor()
    {
        List<TimeSpan> rests = [];
        var webhook = Fresh;
        for (var i = 0; i < DeliveryRest.MaxFailures + 1; i++)
        {
            webhook = Fail(webhook);
            rests.Add(webhook.NextAttempt!.Value - Now);
            Assert.Equal((Cursor(5), Cursor(9), null), (webhook.Cursor, webhook.Tried, webhook.InFlightUntil));
        }

        Assert.Equal(
            [10, 60, 300, 1200, 3600, 60, 60], rests.Select(rest => (int)rest.TotalSeconds));
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(30, 30)]
    [InlineData(7200, 3600)]
    public void A_rest_that_is_asked_for_may_be_longer_up_to_an_hour(int asked, int rest)
    {
        var marked = Marked(Fresh);
        var result = Sent(marked, WebhookOutcome.Failed) with { RetryAfter = TimeSpan.FromSeconds(asked) };

        Assert.Equal(Now.AddSeconds(rest), WebhookRules.Settle(marked, result, MaxDeadLetters).NextAttempt);
    }

    [Fact]
    public void The_sixth_failure_is_a_dead_letter_and_later_ones_are_added_to_it()
    {
        var webhook = Fresh;
        for (var i = 1; i <= DeliveryRest.MaxFailures + 2; i++)
        {
            webhook = Fail(webhook);
            Assert.Equal(i < DeliveryRest.MaxFailures ? [] : [i], webhook.DeadLetters.Select(letter => letter.Attempts));
        }

        var dead = Assert.Single(webhook.DeadLetters);
        Assert.Equal((Cursor(5), Cursor(9), 500, null), (dead.After, dead.Until, dead.Status, dead.Delivered));
    }

    [Fact]
    public void The_newest_dead_letters_are_kept()
    {
        var webhook = Fresh;
        for (var outage = 0; outage < MaxDeadLetters + 2; outage++)
        {
            for (var i = 0; i < DeliveryRest.MaxFailures; i++)
            {
                webhook = Fail(webhook);
            }

            var marked = Marked(webhook with { NextAttempt = null });
            webhook = WebhookRules.Settle(
                marked, Sent(marked, WebhookOutcome.Delivered) with { Until = Cursor(10 + outage) }, MaxDeadLetters);
        }

        Assert.Equal([11L, 12, 13], webhook.DeadLetters.Select(letter => letter.After!.Next));
    }

    [Fact]
    public void Gone_ends_it_until_it_is_said_anew()
    {
        var marked = Marked(Fresh);
        var gone = WebhookRules.Settle(marked, Sent(marked, WebhookOutcome.Gone) with { Status = 410 }, MaxDeadLetters);
        Assert.Equal((Now, 410, Cursor(5)), (gone.Disabled, gone.LastStatus, gone.Cursor));

        Assert.Null(WebhookRules.Forgiven(gone).Disabled);
    }

    [Fact]
    public void What_came_of_an_attempt_counts_only_under_its_own_mark() => Assert.All(
        Enum.GetValues<WebhookOutcome>(), outcome =>
        {
            var marked = Marked(Fresh);
            var another = marked with { InFlightUntil = Until.AddSeconds(1) };

            Assert.Same(another, WebhookRules.Settle(another, Sent(marked, outcome), MaxDeadLetters));
        });

    [Fact]
    public void What_was_said_anew_meanwhile_stays_said() => Assert.All(
        Enum.GetValues<WebhookOutcome>(), outcome =>
        {
            var marked = Marked(Fresh);
            var elsewhere = marked with { Url = "https://planet.example/other", Set = Now };
            var again = marked with { Cursor = Cursor(2) };

            Assert.Equal(elsewhere with { InFlightUntil = null }, WebhookRules.Settle(elsewhere, Sent(marked, outcome), MaxDeadLetters));
            Assert.Equal(again with { InFlightUntil = null }, WebhookRules.Settle(again, Sent(marked, outcome), MaxDeadLetters));
        });

    [Theory]
    [InlineData(200, WebhookOutcome.Delivered)]
    [InlineData(204, WebhookOutcome.Delivered)]
    [InlineData(299, WebhookOutcome.Delivered)]
    [InlineData(301, WebhookOutcome.Failed)]
    [InlineData(304, WebhookOutcome.Failed)]
    [InlineData(404, WebhookOutcome.Failed)]
    [InlineData(410, WebhookOutcome.Gone)]
    [InlineData(429, WebhookOutcome.Failed)]
    [InlineData(500, WebhookOutcome.Failed)]
    public void Every_answer_has_its_meaning(int status, WebhookOutcome outcome)
    {
        Assert.Equal(outcome, WebhookRules.Meaning(new CallbackAnswer.Answered(status, ReadOnlyMemory<byte>.Empty)));
        Assert.Equal(WebhookOutcome.Failed, WebhookRules.Meaning(new CallbackAnswer.None()));
        Assert.Equal(WebhookOutcome.Failed, WebhookRules.Meaning(new CallbackAnswer.Refused()));
    }

    private static Webhook Fail(Webhook webhook)
    {
        var marked = Marked(webhook with { NextAttempt = null });
        return WebhookRules.Settle(marked, Sent(marked, WebhookOutcome.Failed) with { Status = 500 }, MaxDeadLetters);
    }

    private static Webhook Marked(Webhook webhook) => WebhookRules.Claim(webhook, wake: null, Now, Until);

    private static WebhookResult Sent(Webhook claimed, WebhookOutcome outcome) =>
        new(claimed, outcome, Now) { Until = Cursor(9), WasSent = true, Status = 200 };

    private static ChangeCursor Cursor(long next) => new("e", next, default);
}
