using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

/// <summary>What one bucket's subscribers get, second by second.</summary>
public sealed class BucketDeliveryTests : IDisposable
{
    private static readonly TimeSpan Hanging = new HubOptions().MaxTime;
    private static readonly CallbackAnswer Silence = new CallbackAnswer.None();

    private readonly HubWorld world = new();

    [Fact]
    public void Everybody_gets_a_change_once_with_few_operations()
    {
        world.Subscribe(Enumerable.Range(0, 60).Select(i => world.Subscriber($"reader-{i}")));
        world.Publish();
        world.Live(TimeSpan.FromMinutes(1));

        Assert.Equal(60, world.Sender.Requests.Count);
        Assert.All(world.Subscribers!.Subscribers, subscriber => Assert.Equal([1], world.Sender.Received(subscriber.Callback)));
        Assert.Equal(1, world.Received);
        Assert.Equal(
            ["head", "read", "write", "read", "read", "write", "head"],
            world.Plans[0].Operations.Select(operation => operation.Split(' ')[0]));
    }

    [Fact]
    public void Who_has_the_document_gets_nothing_and_nothing_is_written()
    {
        world.Publish();
        world.Subscribe(world.Subscriber("reader"));
        world.Tell();
        world.Live(TimeSpan.FromMinutes(1));

        Assert.Empty(world.Sender.Requests);
        Assert.DoesNotContain(world.Plans.SelectMany(plan => plan.Operations), operation => operation.StartsWith("write", StringComparison.Ordinal));
    }

    [Fact]
    public void Three_changes_while_one_delivery_hangs_are_one_more_delivery_of_the_newest()
    {
        var slow = Subscribed("slow", number => (FakeSender.Ok, TimeSpan.FromSeconds(number == 1 ? 8 : 0)));
        world.Publish();
        world.Live(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 3; i++)
        {
            world.Publish();
            world.Live(TimeSpan.FromSeconds(1));
        }

        world.Live(TimeSpan.FromMinutes(1));

        Assert.Equal([1, 4], world.Sender.Received(slow));
    }

    [Fact]
    public void Waiting_for_a_place_is_waiting_for_the_newest()
    {
        using var narrow = new HubWorld(new HubOptions { MaxParallel = 1 });
        narrow.Sender.Behaviours["https://a-hangs.example/"] = _ => (Silence, Hanging);
        narrow.Subscribe(narrow.Subscriber("a-hangs"), narrow.Subscriber("b-waits"));
        narrow.Publish();
        narrow.Live(TimeSpan.FromSeconds(2));
        narrow.Publish();
        narrow.Live(TimeSpan.FromMinutes(1));

        Assert.Equal([2], narrow.Sender.Received("https://b-waits.example/"));
        Assert.Equal(1, narrow.Sender.Most);
    }

    [Fact]
    public void One_that_hangs_delays_neither_the_others_nor_what_is_written_of_them()
    {
        var hanging = Subscribed("hanging", _ => (Silence, Hanging));
        var quick = Subscribed("quick");
        world.Publish();
        world.Live(TimeSpan.FromSeconds(4));

        Assert.Equal("hash-1", world.Subscribers!.Find(quick)!.Has);
        Assert.NotNull(world.Subscribers.Find(hanging)!.InFlightUntil);

        // The next change passes it by, too.
        world.Publish();
        world.Live(TimeSpan.FromSeconds(1));
        Assert.Equal([1, 2], world.Sender.Received(quick));
    }

    [Fact]
    public void A_change_right_behind_another_waits_for_nobody_that_hangs()
    {
        Subscribed("hanging", _ => (Silence, Hanging));
        var quick = Subscribed("quick");
        world.Publish();
        world.Live(TimeSpan.Zero);

        // It comes while the results of the first are not written down yet.
        world.Publish();
        world.Live(TimeSpan.FromSeconds(1));

        Assert.Equal([1, 2], world.Sender.Received(quick));
    }

    [Fact]
    public void Those_who_failed_are_tried_by_another_message_while_the_quick_ones_have_theirs()
    {
        var failing = Subscribed("failing", number => number == 1 ? (Status(500), TimeSpan.Zero) : (FakeSender.Ok, TimeSpan.FromSeconds(9)));
        var quick = Subscribed("quick");
        world.Publish();
        world.Live(TimeSpan.FromSeconds(5));
        Assert.Equal(Lane.Retry, DeliveryRules.LaneOf(world.Subscribers!.Find(failing)!));

        world.Live(TimeSpan.FromSeconds(6));
        var received = world.Received;
        world.Publish();
        world.Live(TimeSpan.FromSeconds(1));

        // One message for the change; it did not wait for the one that is being tried.
        Assert.Equal(received + 1, world.Received);
        Assert.Equal([1, 2], world.Sender.Received(quick));
        Assert.False(world.IsQuiet);

        world.Live(TimeSpan.FromMinutes(2));
        Assert.Equal(2, world.Sender.Received(failing).Last());
        Assert.True(world.IsQuiet);
    }

    [Fact]
    public void A_failing_subscriber_is_tried_again_after_growing_delays_and_then_with_the_next_change()
    {
        var failing = Subscribed("failing", number => number == 8 ? (FakeSender.Ok, TimeSpan.Zero) : (Status(503), TimeSpan.Zero));
        var began = world.Time.GetUtcNow();
        world.Publish();
        world.Live(TimeSpan.FromHours(8));

        Assert.Equal(
            [0, 10, 70, 370, 1570, 5170],
            world.Sender.Requests.Select(request => (int)(request.Begun - began).TotalSeconds));
        Assert.Equal(0, world.Waiting(QueueNames.WebSubRetry));
        Assert.Empty(world.Subscribers!.Wakes);

        world.Publish();
        world.Live(TimeSpan.FromHours(8));
        Assert.Equal(7, world.Sender.Requests.Count);

        world.Publish();
        world.Live(TimeSpan.FromSeconds(1));
        Assert.Equal([3], world.Sender.Received(failing));
        Assert.Equal(Lane.Quick, DeliveryRules.LaneOf(world.Subscribers!.Find(failing)!));
    }

    [Fact]
    public void A_retry_brings_what_is_newest_by_then()
    {
        var failing = Subscribed("failing", number => number == 1 ? (Silence, TimeSpan.Zero) : (FakeSender.Ok, TimeSpan.Zero));
        world.Publish();
        world.Live(TimeSpan.FromSeconds(2));
        world.Publish();
        world.Publish();
        world.Live(TimeSpan.FromMinutes(1));

        Assert.Equal([3], world.Sender.Received(failing));
        Assert.Equal(2, world.Sender.Requests.Count);
    }

    [Fact]
    public void A_callback_that_is_gone_ends_its_subscription()
    {
        Subscribed("gone", _ => (Status(410), TimeSpan.Zero));
        var stays = Subscribed("stays");
        world.Publish();
        world.Live(TimeSpan.FromMinutes(1));
        Assert.Equal([stays], world.Subscribers!.Subscribers.Select(subscriber => subscriber.Callback));

        world.Publish();
        world.Live(TimeSpan.FromMinutes(1));
        Assert.Equal(3, world.Sender.Requests.Count);
    }

    [Fact]
    public void The_end_of_the_lease_forgets()
    {
        world.Subscribe(world.Subscriber("short", TimeSpan.FromMinutes(5)));
        world.Live(TimeSpan.FromMinutes(5));
        world.Publish();
        world.Live(TimeSpan.FromMinutes(5));

        Assert.Empty(world.Sender.Requests);
        Assert.Null(world.Subscribers);
    }

    [Fact]
    public void A_document_that_is_away_without_having_been_given_up_ends_nothing()
    {
        Subscribed("reader");
        world.Tell();
        world.Live(TimeSpan.FromMinutes(1));

        Assert.NotNull(world.Subscribers);
        Assert.Empty(world.Sender.Requests);
    }

    /// <summary>One that takes everything, one that is slow, one that fails at first: 20 operations and more, in three turns.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Wherever_a_process_dies_or_stands_still_everybody_ends_with_the_newest(int message)
    {
        var operations = 0;
        for (var at = 1; at <= Math.Max(operations, 1); at++)
        {
            foreach (var plan in new[] { FaultPlan.Count(), FaultPlan.CrashBefore(at), FaultPlan.CrashAfter(at), FaultPlan.PauseBefore(at), FaultPlan.PauseAfter(at) })
            {
                using var tried = new HubWorld { Faults = number => number == message ? plan : FaultPlan.Count() };
                tried.Sender.Behaviours["https://slow.example/"] = _ => (FakeSender.Ok, TimeSpan.FromSeconds(6));
                tried.Sender.Behaviours["https://failing.example/"] = number => number == 1 ? (Status(500), TimeSpan.Zero) : (FakeSender.Ok, TimeSpan.Zero);
                tried.Subscribe(tried.Subscriber("quick"), tried.Subscriber("slow"), tried.Subscriber("failing"));
                tried.ResumeAt(tried.Time.GetUtcNow().AddMinutes(7), plan);
                tried.Publish();
                tried.Live(TimeSpan.FromSeconds(2));
                tried.Publish();
                tried.Live(TimeSpan.FromMinutes(30));

                Assert.All(tried.Subscribers!.Subscribers, subscriber => Assert.Equal("hash-2", subscriber.Has));
                Assert.Equal(0, tried.Waiting(QueueNames.WebSubDeliver) + tried.Waiting(QueueNames.WebSubRetry));
                operations = Math.Max(operations, plan.Operations.Count);
            }
        }

        Assert.InRange(operations, 2, 40);
    }

    public void Dispose() => world.Dispose();

    private static CallbackAnswer Status(int status) => new CallbackAnswer.Answered(status, ReadOnlyMemory<byte>.Empty);

    private string Subscribed(string name, Func<int, (CallbackAnswer, TimeSpan)>? behaviour = null)
    {
        var subscriber = world.Subscriber(name);
        world.Subscribe(subscriber);
        if (behaviour is not null)
        {
            world.Sender.Behaviours[subscriber.Callback] = behaviour;
        }

        return subscriber.Callback;
    }
}
