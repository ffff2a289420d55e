using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.Tests.WebPush.Notifying;
using Newswire.WebPush.Notifying;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush.Subscriptions;

public sealed class PushSubscriptionsTests
{
    private readonly PushRoom room = new();

    [Fact]
    public async Task A_subscription_is_stored_with_what_was_chosen()
    {
        var hours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "Europe/Paris");
        var done = await SubscribeAsync(Reader.Request("ann", "topics/a") with { QuietHours = hours, MaxPerDay = 3, Expires = room.Now.AddDays(9) });

        Assert.True(done.IsNew);
        var stored = (await room.FindAsync("ann"))!;
        Assert.Equal(["topics/a"], stored.Favourites);
        Assert.Equal((hours, 3, room.Now, room.Now.AddDays(9)), (stored.QuietHours, stored.MaxPerDay, stored.Since, stored.Expires));
    }

    [Fact]
    public async Task The_same_endpoint_again_is_the_same_reader_with_another_choice()
    {
        await room.SubscribeAsync(Full("ann"));
        room.Newsroom.Time.Advance(TimeSpan.FromHours(1));

        var done = await SubscribeAsync(Reader.Request("ann", "topics/b", "topics/a"));

        Assert.False(done.IsNew);
        var stored = (await room.FindAsync("ann"))!;
        Assert.Equal((room.Now, null, PushSubscription.DefaultMaxPerDay), (stored.Since, stored.QuietHours, stored.MaxPerDay));
        Assert.Equal(["told"], stored.Told.Select(told => told.Article));
        Assert.Equal(["waiting", "flying"], stored.Waiting.Select(waiting => waiting.Article));
    }

    [Fact]
    public async Task The_same_favourites_again_do_not_make_a_reader_new()
    {
        await room.SubscribeAsync(Reader.Of("ann", favourites: ["topics/a", "topics/b"]));

        await SubscribeAsync(Reader.Request("ann", "topics/b", "topics/a"));

        Assert.Equal(Some.Morning.AddDays(-1), (await room.FindAsync("ann"))!.Since);
    }

    [Fact]
    public async Task A_new_endpoint_takes_over_the_choice_and_the_memory_of_the_one_it_replaces()
    {
        await room.SubscribeAsync(Full("old"));

        var done = await SubscribeAsync(Reader.Request("new") with { Replaces = Reader.Endpoint("old") });

        Assert.True(done.IsNew);
        Assert.Null(await room.FindAsync("old"));
        var (old, stored) = (Full("old"), (await room.FindAsync("new"))!);
        Assert.Equal(old.Favourites, stored.Favourites);
        Assert.Equal((old.QuietHours, old.MaxPerDay, old.Since), (stored.QuietHours, stored.MaxPerDay, stored.Since));
        Assert.Equal(old.Told, stored.Told);
        Assert.Equal(["waiting"], stored.Waiting.Select(waiting => waiting.Article));
        Assert.Equal([PushPaths.NameOf(Reader.Endpoint("new"))], room.Queues.Waiting(QueueNames.PushDeliver));
    }

    [Fact]
    public async Task A_crash_while_one_replaces_another_loses_neither_choice_nor_memory()
    {
        var request = Reader.Request("new") with { Replaces = Reader.Endpoint("old") };
        var counted = FaultPlan.Count();
        await room.SubscribeAsync(Full("old"));
        await room.Subscriptions(counted).SubscribeAsync(request, TestContext.Current.CancellationToken);
        for (var operation = 1; operation <= counted.Operations.Count; operation++)
        {
            foreach (var plan in new[] { FaultPlan.CrashBefore(operation), FaultPlan.CrashAfter(operation) })
            {
                var crashed = new PushRoom();
                await crashed.SubscribeAsync(Full("old"));
                await Assert.ThrowsAsync<CrashException>(() => crashed.Subscriptions(plan).SubscribeAsync(request, TestContext.Current.CancellationToken));
                await crashed.Subscriptions().SubscribeAsync(request, TestContext.Current.CancellationToken);

                Assert.Null(await crashed.FindAsync("old"));
                Assert.Equal(Full("old").Favourites, (await crashed.FindAsync("new"))!.Favourites);
                Assert.Equal(Full("old").Told, (await crashed.FindAsync("new"))!.Told);
                Assert.NotEmpty(crashed.Queues.Waiting(QueueNames.PushDeliver));
            }
        }
    }

    [Fact]
    public async Task Without_favourites_there_is_nothing_to_subscribe_to()
    {
        Assert.IsType<SubscribeOutcome.NothingChosen>(await room.Subscriptions().SubscribeAsync(
            Reader.Request("new") with { Replaces = Reader.Endpoint("unknown") }, TestContext.Current.CancellationToken));
        Assert.Empty(room.Newsroom.Objects.Snapshot());
    }

    [Fact]
    public async Task A_process_takes_so_many_new_ones_a_minute_and_known_ones_always()
    {
        var busy = new PushRoom { Options = new SubscriptionOptions { MaxNewPerMinute = 2 } };
        var subscriptions = busy.Subscriptions();
        async Task<SubscribeOutcome> Ask(string name) =>
            await subscriptions.SubscribeAsync(Reader.Request(name, "latest"), TestContext.Current.CancellationToken);
        await Ask("one");
        busy.Newsroom.Time.Advance(TimeSpan.FromSeconds(20));
        await Ask("two");

        Assert.Equal(new SubscribeOutcome.Busy(TimeSpan.FromSeconds(40)), await Ask("three"));
        Assert.IsType<SubscribeOutcome.Subscribed>(await Ask("one"));
        busy.Newsroom.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.IsType<SubscribeOutcome.Subscribed>(await Ask("three"));
    }

    [Fact]
    public async Task A_full_bucket_takes_nobody_new()
    {
        var filled = new PushBucket([.. Enumerable.Range(0, PushBucket.MaxSubscriptions).Select(i => Reader.Of($"r{i}"))]);
        await new Newswire.Delivery.SharedState<PushBucket>(room.Newsroom.Objects, SubscriptionJson.Stored.PushBucket).ChangeAsync(
            PushPaths.BucketOf(Reader.Endpoint("ann")), _ => filled, TestContext.Current.CancellationToken);

        Assert.IsType<SubscribeOutcome.Full>(await room.Subscriptions().SubscribeAsync(Reader.Request("ann", "latest"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_who_subscribe_to_one_bucket_at_once_are_all_in_it()
    {
        var bucket = PushPaths.NameOf(Reader.Endpoint("0"));
        string[] names = [.. Enumerable.Range(0, 5_000).Select(i => $"{i}").Where(name => PushPaths.NameOf(Reader.Endpoint(name)) == bucket).Take(40)];

        await Task.WhenAll(names.Select(name => Task.Run(() => SubscribeAsync(Reader.Request(name, "latest")))));

        foreach (var name in names)
        {
            Assert.NotNull(await room.FindAsync(name));
        }
    }

    [Fact]
    public async Task Who_unsubscribes_is_forgotten_and_may_do_so_twice()
    {
        await room.SubscribeAsync(Reader.Of("ann"));
        for (var i = 0; i < 2; i++)
        {
            await room.Subscriptions().UnsubscribeAsync(Reader.Endpoint("ann"), TestContext.Current.CancellationToken);
            Assert.Empty(room.Newsroom.Objects.Snapshot());
        }
    }

    [Fact]
    public void Nothing_that_could_be_logged_shows_an_endpoint()
    {
        var waiting = new Waiting("x", 0, Some.Morning, Some.Morning);
        object[] printed =
        [
            Full("ann"), new PushBucket([Full("ann")]), Reader.Request("ann", "latest") with { Replaces = Reader.Endpoint("old") },
            new SentMessage(Reader.Endpoint("ann"), waiting, Some.Morning, new Newswire.WebPush.PushOutcome.Gone()), new SubscribeOutcome.Subscribed(Full("ann"), IsNew: true),
        ];
        Assert.All(printed, one => Assert.DoesNotContain("fcm", one.ToString(), StringComparison.Ordinal));
    }

    private static PushSubscription Full(string name) => Reader.Of(name, favourites: ["topics/a"]) with
    {
        QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "UTC"),
        MaxPerDay = 7,
        Told = [new Told("told", 0, Some.Morning)],
        Waiting =
        [
            new Waiting("waiting", 0, Some.Morning, Some.Morning),
            new Waiting("flying", 0, Some.Morning, Some.Morning) { InFlightUntil = Some.Morning.AddYears(1) },
        ],
    };

    private async Task<SubscribeOutcome.Subscribed> SubscribeAsync(SubscriptionRequest request) =>
        Assert.IsType<SubscribeOutcome.Subscribed>(await room.Subscriptions().SubscribeAsync(request, CancellationToken.None));
}
