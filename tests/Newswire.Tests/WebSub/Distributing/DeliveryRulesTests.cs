using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.TestKit;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

/// <summary>Who is due when: every small state of a subscriber against what the words say.</summary>
public sealed class DeliveryRulesTests
{
    private const string Newest = "newest", Older = "older";

    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly Subscriber Fresh = new("https://reader.example/1", Now.AddDays(10)) { Has = Older };

    private static readonly DateTimeOffset?[] Moments = [null, Now.AddSeconds(-1), Now, Now.AddSeconds(1), Now.AddHours(2)];

    /// <summary>Every combination of small values.</summary>
    private static IEnumerable<Subscriber> States =>
        from has in new[] { null, Older, Newest }
        from tried in new[] { null, Older, Newest }
        from failures in Enumerable.Range(0, DeliveryRest.MaxFailures + 2)
        from slow in new[] { false, true }
        from next in Moments
        from inFlight in Moments
        from leaseEnd in new[] { Now.AddSeconds(-1), Now, Now.AddMinutes(1), Now.AddDays(1) }
        select Fresh with
        {
            LeaseEnd = leaseEnd,
            Has = has,
            Tried = tried,
            Failures = failures,
            IsSlow = slow,
            NextAttempt = next,
            InFlightUntil = inFlight,
        };

    [Fact]
    public void Nobody_is_due_who_has_the_document_or_has_failed_too_often_with_it_or_has_no_lease_by_then() =>
        Assert.All(States, state =>
        {
            var due = DeliveryRules.DueAt(state, Newest, Now);
            if (state.Has == Newest || (state.Tried == Newest && state.Failures >= DeliveryRest.MaxFailures))
            {
                Assert.Null(due);
                return;
            }

            var earliest = Moments.Where(moment => moment is not null).Append(Now)
                .Where(moment => moment >= Now && moment >= (state.NextAttempt ?? Now) && moment >= (state.InFlightUntil ?? Now))
                .Min();
            Assert.Equal(earliest < state.LeaseEnd ? earliest : null, due);
        });

    [Fact]
    public void Whoever_failed_or_was_slow_is_delivered_to_apart() => Assert.All(States, state =>
        Assert.Equal(state.Failures > 0 || state.IsSlow, DeliveryRules.LaneOf(state) == Lane.Retry));

    [Fact]
    public void Success_clears_every_failure_and_leaves_nothing_to_do() => Assert.All(States, state =>
    {
        var after = DeliveryRules.After(state, Result(DeliveryOutcome.Delivered));

        Assert.Equal(Fresh with { LeaseEnd = state.LeaseEnd, Has = Newest }, after);
        Assert.Equal(Lane.Quick, DeliveryRules.LaneOf(after));
        Assert.Null(DeliveryRules.DueAt(after, Newest, Now));
    });

    [Fact]
    public void A_slow_success_sets_the_subscriber_apart_until_it_is_quick_again()
    {
        var slow = DeliveryRules.After(Fresh, Result(DeliveryOutcome.Delivered) with { IsSlow = true });
        Assert.Equal(Lane.Retry, DeliveryRules.LaneOf(slow));
        Assert.Equal(Now, DeliveryRules.DueAt(slow, "still newer", Now));

        Assert.Equal(Lane.Quick, DeliveryRules.LaneOf(DeliveryRules.After(slow, Result(DeliveryOutcome.Delivered))));
    }

    [Fact]
    public void Failure_always_lets_the_subscriber_rest_and_keeps_what_it_has() => Assert.All(States, state =>
    {
        var after = DeliveryRules.After(state, Result(DeliveryOutcome.Failed));

        Assert.True(after.NextAttempt > Now);
        Assert.Equal((state.Failures + 1, Newest, state.Has, null), (after.Failures, after.Tried, after.Has, after.InFlightUntil));
        Assert.NotEqual(Now, DeliveryRules.DueAt(after, "still newer", Now));
    });

    [Fact]
    public void What_was_not_tried_leaves_no_trace() => Assert.All(States, state =>
        Assert.Equal(state with { InFlightUntil = null }, DeliveryRules.After(state, Result(DeliveryOutcome.NotTried))));

    [Fact]
    public void Delays_grow_to_an_hour_and_then_the_document_is_given_up()
    {
        var now = Now;
        var subscriber = Fresh;
        List<TimeSpan> rests = [];
        while (DeliveryRules.DueAt(subscriber, Newest, now) is { } due)
        {
            rests.Add(due - now);
            now = due;
            subscriber = DeliveryRules.After(subscriber, Result(DeliveryOutcome.Failed) with { Ended = now });
        }

        Assert.Equal(
            [
                TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
                TimeSpan.FromMinutes(20), TimeSpan.FromHours(1),
            ],
            rests);

        // The next document goes at once, and only once.
        var later = now.AddHours(5);
        Assert.Equal(later, DeliveryRules.DueAt(subscriber, "still newer", later));
        var again = DeliveryRules.After(subscriber, Result(DeliveryOutcome.Failed) with { Hash = "still newer", Ended = later });
        Assert.Null(DeliveryRules.DueAt(again, "still newer", later.AddDays(1)));
        Assert.Equal(later.AddDays(1), DeliveryRules.DueAt(again, "newer than that", later.AddDays(1)));
    }

    [Fact]
    public void A_feed_that_changes_every_second_does_not_try_a_hopeless_subscriber_as_often()
    {
        var hopeless = DeliveryRules.After(Fresh with { Failures = 20 }, Result(DeliveryOutcome.Failed));

        Assert.Equal(Now + DeliveryRest.AfterGivingUp, DeliveryRules.DueAt(hopeless, "still newer", Now.AddSeconds(1)));
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(90, 90)]
    [InlineData(100_000, 3_600)]
    public void Whoever_asks_to_be_left_alone_is_within_reason(int askedSeconds, int expectedSeconds)
    {
        var after = DeliveryRules.After(
            Fresh, Result(DeliveryOutcome.Failed) with { RetryAfter = TimeSpan.FromSeconds(askedSeconds) });

        Assert.Equal(Now.AddSeconds(expectedSeconds), after.NextAttempt);
    }

    [Fact]
    public void Only_a_2xx_is_success_and_only_410_is_an_end() => Assert.All(
        Enumerable.Range(100, 500),
        status => Assert.Equal(
            status / 100 == 2 ? DeliveryOutcome.Delivered : status == 410 ? DeliveryOutcome.Gone : DeliveryOutcome.Failed,
            DeliveryRules.Meaning(new CallbackAnswer.Answered(status, ReadOnlyMemory<byte>.Empty))));

    [Fact]
    public void No_answer_and_a_refused_address_are_failures()
    {
        Assert.Equal(DeliveryOutcome.Failed, DeliveryRules.Meaning(new CallbackAnswer.None()));
        Assert.Equal(DeliveryOutcome.Failed, DeliveryRules.Meaning(new CallbackAnswer.Refused()));
    }

    private static DeliveryResult Result(DeliveryOutcome outcome) => new(Fresh.Callback, Now, Newest, outcome, Now);
}
