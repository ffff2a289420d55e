using Newswire.Delivery;
using Newswire.TestKit;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

public sealed class BucketRulesTests
{
    private const string Newest = "newest";

    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly DateTimeOffset Until = Now.AddSeconds(70);

    private static readonly Subscriber Quick = new("https://reader.example/quick", Now.AddDays(1)) { Has = "older" };
    private static readonly Subscriber Slow = new("https://reader.example/slow", Now.AddDays(1)) { Has = "older", IsSlow = true };

    private static readonly Subscriber Waiting = new("https://reader.example/waiting", Now.AddDays(1))
    {
        Has = "older",
        Failures = 2,
        NextAttempt = Now.AddMinutes(1),
    };

    private static readonly SubscriberBucket Bucket = new([Quick, Slow, Waiting]);

    [Theory]
    [InlineData(Lane.Quick)]
    [InlineData(Lane.Retry)]
    public void A_claim_marks_those_who_are_due_by_its_way_and_nobody_twice(Lane lane)
    {
        var (bucket, claimed) = BucketRules.Claim(Bucket, Newest, lane, 10, Now, Until);

        var expected = lane == Lane.Quick ? Quick : Slow;
        Assert.Equal([expected with { InFlightUntil = Until }], claimed);
        Assert.Equal(Bucket.Subscribers.Select(old => old == expected ? claimed[0] : old), bucket.Subscribers);

        var (same, none) = BucketRules.Claim(bucket, Newest, lane, 10, Now, Until.AddHours(1));
        Assert.Empty(none);
        Assert.Same(bucket, same);
        Assert.DoesNotContain(expected.Callback, CallbacksClaimedAt(Until.AddTicks(-1)));
        Assert.Contains(expected.Callback, CallbacksClaimedAt(Until));

        IEnumerable<string> CallbacksClaimedAt(DateTimeOffset moment) =>
            BucketRules.Claim(bucket, Newest, lane, 10, moment, Until.AddHours(1)).Claimed.Select(one => one.Callback);
    }

    [Fact]
    public void No_more_are_marked_than_were_asked_for()
    {
        var many = new SubscriberBucket([.. Enumerable.Range(0, 9).Select(i => Quick with { Callback = $"https://reader.example/{i}" })]);

        Assert.Equal(4, BucketRules.Claim(many, Newest, Lane.Quick, 4, Now, Until).Claimed.Count);
        Assert.Same(many, BucketRules.Claim(many, Newest, Lane.Quick, 0, Now, Until).Bucket);
    }

    [Fact]
    public void A_result_counts_only_for_the_mark_it_was_made_under()
    {
        var bucket = new SubscriberBucket([Quick with { InFlightUntil = Until.AddMinutes(5) }, Slow with { InFlightUntil = Until }]);

        var settled = BucketRules.Settle(bucket, [Result(Quick), Result(Slow), Result(Waiting)]);

        Assert.Equal([bucket.Subscribers[0], Slow with { Has = Newest, IsSlow = false }], settled!.Subscribers);
        Assert.Same(settled, BucketRules.Settle(settled, [Result(Slow)]));
    }

    [Fact]
    public void What_the_hub_has_changed_meanwhile_stays()
    {
        var renewed = Quick with { InFlightUntil = Until, LeaseEnd = Now.AddDays(30), Secret = "new" };

        var settled = BucketRules.Settle(new SubscriberBucket([renewed]), [Result(Quick)]);

        Assert.Equal([renewed with { InFlightUntil = null, Has = Newest }], settled!.Subscribers);
    }

    [Fact]
    public void Who_is_gone_is_taken_out_and_the_last_one_takes_the_bucket_along()
    {
        var gone = Result(Quick) with { Outcome = DeliveryOutcome.Gone };
        var claimed = Quick with { InFlightUntil = Until };

        Assert.Equal([Slow], BucketRules.Settle(new SubscriberBucket([claimed, Slow]), [gone])!.Subscribers);
        Assert.Null(BucketRules.Settle(new SubscriberBucket([claimed]), [gone]));
    }

    [Fact]
    public void Ended_leases_are_forgotten_and_messages_that_came_or_are_overdue()
    {
        var bucket = new SubscriberBucket([Quick with { LeaseEnd = Now }, Slow])
        {
            Wakes = [Now - BucketRules.LongestDelay, Now.AddSeconds(-1), Now.AddHours(1)],
        };

        var left = BucketRules.Forget(bucket, Now.AddSeconds(-2), Now)!;

        Assert.Equal([Slow], left.Subscribers);
        Assert.Equal([Now.AddSeconds(-1), Now.AddHours(1)], left.Wakes);
        Assert.Equal([Now.AddHours(1)], BucketRules.Forget(left, Now.AddSeconds(-1), Now)!.Wakes);
        Assert.Same(left, BucketRules.Forget(left, wake: null, Now));
        Assert.Null(BucketRules.Forget(left, wake: null, Slow.LeaseEnd));
    }

    [Fact]
    public void The_next_look_is_for_those_who_have_no_message_of_their_own()
    {
        // Slow is due now by the other way; when it is marked, the one whose mark ends or who has rested is next.
        Assert.Equal(Now, BucketRules.MissingWake(Bucket, Newest, Now));
        var (marked, _) = BucketRules.Claim(Bucket, Newest, Lane.Retry, 10, Now, Until);
        Assert.Equal(Waiting.NextAttempt, BucketRules.MissingWake(marked, Newest, Now));
        Assert.Equal(Until, BucketRules.MissingWake(new SubscriberBucket([marked.Find(Slow.Callback)!]), Newest, Now));
        Assert.Null(BucketRules.MissingWake(new SubscriberBucket([Quick]), Newest, Now));
        Assert.Null(BucketRules.MissingWake(Bucket, "older", Now));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void A_message_under_way_that_comes_in_time_is_enough(int sentForSeconds, bool missing)
    {
        var bucket = BucketRules.WithWake(new SubscriberBucket([Waiting]), Now.AddSeconds(sentForSeconds));

        Assert.Equal(missing ? Waiting.NextAttempt : null, BucketRules.MissingWake(bucket, Newest, Now));
    }

    [Fact]
    public void A_message_that_should_have_come_long_ago_is_not_waited_for()
    {
        var bucket = BucketRules.WithWake(new SubscriberBucket([Slow]), Now.AddMinutes(-1));

        Assert.Null(BucketRules.MissingWake(bucket, Newest, Now));
        Assert.Equal(Now.AddMinutes(9), BucketRules.MissingWake(bucket, Newest, Now.AddMinutes(9)));
    }

    [Fact]
    public void No_message_is_sent_for_longer_than_storage_keeps_it_back()
    {
        var bucket = new SubscriberBucket([Waiting with { NextAttempt = Now.AddDays(30), LeaseEnd = Now.AddDays(60) }]);

        Assert.Equal(Now + BucketRules.FarthestWake, BucketRules.MissingWake(bucket, Newest, Now));
        Assert.True(BucketRules.FarthestWake < TimeSpan.FromDays(7));
    }

    [Fact]
    public void The_moments_of_messages_are_kept_in_order_and_each_once()
    {
        var bucket = BucketRules.WithWake(BucketRules.WithWake(Bucket, Now.AddHours(1)), Now);

        Assert.Equal([Now, Now.AddHours(1)], bucket.Wakes);
        Assert.Same(bucket, BucketRules.WithWake(bucket, Now));
    }

    [Fact]
    public void A_message_that_came_before_it_was_noted_is_not_waited_for()
    {
        var come = BucketRules.Forget(new SubscriberBucket([Slow]), Now, Now)!;

        Assert.Empty(BucketRules.WithWake(come, Now).Wakes);
        Assert.Equal([Now.AddTicks(1)], BucketRules.WithWake(come, Now.AddTicks(1)).Wakes);
    }

    [Fact]
    public void A_message_says_which_bucket_and_which_moment()
    {
        var message = new BucketMessage(new Topic("topics/crime", "atom"), "0a");
        Assert.Equal("topics/crime.atom\n0a", message.ToString());
        Assert.Equal(message, BucketMessage.Parse(message.ToString()));

        var wake = message with { Wake = Now.AddTicks(1) };
        Assert.Equal(wake, BucketMessage.Parse(wake.ToString()));
    }

    private static DeliveryResult Result(Subscriber subscriber) => new(subscriber.Callback, Until, Newest, DeliveryOutcome.Delivered, Now);
}
