using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.WebPush;
using Newswire.WebPush.Notifying;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush.Notifying;

/// <summary>From the accepted change to the push service, with the real pass: who is told, how often, and of what.</summary>
public sealed class DeliveryTests
{
    private readonly PushRoom room = new();

    [Fact]
    public async Task A_first_publication_is_told_to_those_whose_favourites_match_once()
    {
        await SubscribeAsync(("ann", ["topics/a"]), ("ben", ["topics/a", "topics/b", "latest"]), ("cat", ["topics/c"]));

        await room.PublishAsync(room.Article("x", ["A", "B"]));
        await room.PublishAsync(room.Article("x", ["A", "B"]));

        Assert.Equal(["ann: x", "ben: x"], room.Told);
    }

    [Fact]
    public async Task An_edit_tells_nothing_even_when_it_adds_a_topic()
    {
        await SubscribeAsync(("ann", ["topics/a"]), ("cat", ["topics/c"]));
        await room.PublishAsync(room.Article("x", ["A"]));
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(1));

        await room.PublishAsync(room.Article("x", ["A", "C"], version: 2, headline: "Edited"));
        await room.ForgetDerivedAsync();
        await room.RunAsync();

        Assert.Equal(["ann: x"], room.Told);
    }

    [Fact]
    public async Task A_correction_that_is_to_be_told_is_in_the_place_of_the_first()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        await room.PublishAsync(room.Article("x", ["A"]));
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(1));
        await room.PublishAsync(room.Article("x", ["A"], version: 2, notify: true, headline: "Corrected"));

        Assert.Equal(["ann: Corrected", "ann: x"], room.Told);
        Assert.Single(room.Sender.All.Select(sent => (sent.Tag, sent.Message.Topic)).Distinct());
        Assert.False(room.Sender.All[0].Notification.TryGetProperty("renotify", out _));
        Assert.True(room.Sender.All[1].Notification.GetProperty("renotify").GetBoolean());
    }

    [Fact]
    public async Task A_withdrawal_takes_the_place_of_the_notification_silently_and_says_nothing_of_it()
    {
        await SubscribeAsync(("ann", ["topics/a"]), ("cat", ["topics/c"]));
        await room.PublishAsync(room.Article("x", ["A"], headline: "Secret"));
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(1));
        await room.PublishAsync(Some.Withdraw("x", received: room.Now));

        var gone = room.Sender.All[^1];
        Assert.Equal(2, room.Sender.All.Count);
        Assert.Equal(("ann", "The Example Times", room.Sender.All[0].Tag), (gone.Reader, gone.Title, gone.Tag));
        Assert.Equal(PushMessage.TopicOf("x"), gone.Message.Topic);
        Assert.True(gone.Notification.GetProperty("silent").GetBoolean());
        Assert.Equal("https://news.example/", gone.Notification.GetProperty("navigate").GetString());
        Assert.DoesNotContain("Secret", gone.Notification.GetRawText(), StringComparison.Ordinal);
        await room.LiveAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(30));
        Assert.Equal(2, room.Sender.All.Count);
    }

    [Fact]
    public async Task A_notification_says_what_the_article_says()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        await room.PublishAsync(room.Article("x", ["A"]) with
        {
            Priority = Priority.High,
            Article = Some.Article("Headline", "Standfirst", language: "fr", topics: ["A"], featured: Some.Picture()),
        });

        var sent = room.Sender.All.Single();
        Assert.Equal("Headline", sent.Title);
        Assert.Equal("Standfirst", sent.Notification.GetProperty("body").GetString());
        Assert.Equal("https://news.example/harbour-bridge", sent.Notification.GetProperty("navigate").GetString());
        Assert.Equal("https://news.example/logo.png", sent.Notification.GetProperty("icon").GetString());
        Assert.Equal("https://news.example/bridge.jpg", sent.Notification.GetProperty("image").GetString());
        Assert.Equal("fr", sent.Notification.GetProperty("lang").GetString());
        Assert.Equal((PushUrgency.High, TimeSpan.FromHours(4)), (sent.Message.Urgency, sent.Message.Ttl));
    }

    [Theory]
    [InlineData(Priority.Low, PushUrgency.Low, 24)]
    [InlineData(Priority.Normal, PushUrgency.Normal, 12)]
    [InlineData(Priority.High, PushUrgency.High, 4)]
    public async Task A_push_service_keeps_a_message_no_longer_than_it_is_news(Priority priority, PushUrgency urgency, int hours)
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        await room.Newsroom.AppendAsync(room.Article("x", ["A"]) with { Priority = priority });
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(90));
        await room.RunAsync();

        var message = room.Sender.All.Single().Message;
        Assert.Equal((urgency, TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(90)), (message.Urgency, message.Ttl));
    }

    [Fact]
    public async Task What_is_under_embargo_is_told_at_its_time_and_not_before()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        await room.PublishAsync(room.Article("x", ["A"]) with { Embargo = room.Now.AddMinutes(10) });

        await room.LiveAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(room.Told);
        await room.LiveAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["ann: x"], room.Told);
    }

    [Fact]
    public async Task What_is_released_in_the_pass_that_brings_an_edit_is_told()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        await room.PublishAsync(room.Article("x", ["A"]) with { Embargo = room.Now.AddMinutes(10) });
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(11));

        await room.PublishAsync(room.Article("x", ["A"], version: 2, headline: "Edited"));

        Assert.Equal(["ann: Edited"], room.Told);
    }

    [Fact]
    public async Task An_imported_archive_tells_nobody()
    {
        await SubscribeAsync(("ann", ["latest"]));

        await room.PublishAsync([.. Enumerable.Range(0, 20).Select(i => room.Article($"old-{i}", ["A"]) with { Published = room.Now.AddDays(-1 - i) })]);

        Assert.Empty(room.Told);
        Assert.Empty(room.Queues.Waiting(QueueNames.PushNotify));
    }

    [Fact]
    public async Task A_rebuild_tells_nothing_new()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        await room.SubscribeAsync(Reader.Of("few", favourites: "latest") with { MaxPerDay = 1 });
        await room.PublishAsync(room.Article("x", ["A"]) with { Priority = Priority.Low }, room.Article("y", ["A"]) with { Priority = Priority.Low });
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(1));
        await room.PublishAsync(room.Article("x", ["A"], version: 2, notify: true) with { Priority = Priority.Low }, Some.Withdraw("y", received: room.Now));
        var told = room.Told.ToList();

        // Another day begins for whoever had enough of this one.
        await room.LiveAsync(TimeSpan.FromHours(16), TimeSpan.FromHours(4));
        Assert.Equal(told, room.Told);
        await room.ForgetDerivedAsync();
        await room.RunAsync();

        Assert.Equal(told, room.Told);
    }

    [Fact]
    public async Task What_was_shown_before_somebody_subscribed_is_not_told()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        await room.Newsroom.AppendAsync(room.Article("x", ["A"]));
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(1));
        await room.SubscribeAsync(Reader.Of("late", since: room.Now, "topics/a"));
        await room.RunAsync();

        Assert.Equal(["ann: x"], room.Told);
    }

    [Fact]
    public async Task A_renamed_feed_still_tells_its_readers()
    {
        await room.PublishAsync(new Change.DefineFeed { Received = room.Now, Feed = new FeedDefinition { Name = "front", Selection = new FeedSelection { AnyTopic = ["A"] } } });
        await SubscribeAsync(("ann", ["front"]));
        await room.PublishAsync(new Change.DefineFeed { Received = room.Now.AddSeconds(1), Feed = new FeedDefinition { Name = "home", FormerNames = ["front"], Selection = new FeedSelection { AnyTopic = ["A"] } } });

        await room.PublishAsync(room.Article("x", ["A"]));

        Assert.Equal(["ann: x"], room.Told);
    }

    [Fact]
    public async Task In_quiet_hours_readers_wait_for_one_message_and_get_the_newest_headline_of_what_is_still_there()
    {
        await room.SubscribeAsync(Reader.Of("owl", favourites: "topics/a") with { QuietHours = new QuietHours(new TimeOnly(8, 0), new TimeOnly(12, 0), "UTC") });
        await room.PublishAsync(room.Article("x", ["A"]));
        await room.PublishAsync(room.Article("y", ["A"]));
        room.Newsroom.Time.Advance(TimeSpan.FromMinutes(1));
        await room.PublishAsync(room.Article("x", ["A"], version: 2, headline: "Edited"), Some.Withdraw("y", received: room.Now));
        Assert.Empty(room.Told);

        await room.LiveAsync(TimeSpan.FromMinutes(178));
        Assert.Empty(room.Told);
        await room.LiveAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["owl: Edited"], room.Told);
    }

    [Fact]
    public async Task However_often_a_bucket_is_looked_at_one_message_waits_for_those_who_wait()
    {
        await room.SubscribeAsync(Reader.Of("owl", favourites: "topics/a") with { QuietHours = new QuietHours(new TimeOnly(8, 0), new TimeOnly(12, 0), "UTC") });
        for (var i = 0; i < 5; i++)
        {
            await room.PublishAsync(room.Article($"x-{i}", ["A"]));
            await room.HousekeepAsync();
        }

        room.Newsroom.Time.Advance(TimeSpan.FromHours(3));
        Assert.Single(room.Queues.Waiting(QueueNames.PushDeliver));
        await room.RunAsync();
        Assert.Equal(5, room.Sender.All.Count);
    }

    [Fact]
    public async Task A_service_in_trouble_gets_the_message_later_once()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        room.Sender.Answer = _ => new PushOutcome.TryLater();
        await room.PublishAsync(room.Article("x", ["A"]));
        await room.LiveAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(2, room.Sender.All.Count);

        room.Sender.Answer = _ => new PushOutcome.Delivered();
        await room.LiveAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(3, room.Sender.All.Count);
        Assert.Equal([0L], (await room.FindAsync("ann"))!.Told.Select(told => told.Edition));
    }

    [Fact]
    public async Task What_is_withdrawn_while_it_waits_to_be_tried_again_is_not_told()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        room.Sender.Answer = _ => new PushOutcome.TryLater();
        await room.PublishAsync(room.Article("x", ["A"]));
        room.Newsroom.Time.Advance(TimeSpan.FromSeconds(10));
        await room.PublishAsync(Some.Withdraw("x", received: room.Now));
        room.Sender.Answer = _ => new PushOutcome.Delivered();
        await room.LiveAsync(TimeSpan.FromMinutes(30));

        Assert.Single(room.Sender.All);
    }

    [Fact]
    public async Task A_subscription_that_has_ended_is_deleted_and_its_bucket_with_it()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        room.Sender.Answer = _ => new PushOutcome.Gone();
        await room.PublishAsync(room.Article("x", ["A"]));

        Assert.DoesNotContain(room.Newsroom.Objects.Snapshot().Keys, path => path.Name.StartsWith(PushPaths.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_sent_once_more_without_what_makes_it_so()
    {
        await SubscribeAsync(("ann", ["topics/a"]));
        room.Sender.Answer = sent => sent.Notification.TryGetProperty("image", out _) ? new PushOutcome.TooLarge() : new PushOutcome.Delivered();
        await room.PublishAsync(room.Article("x", ["A"]) with { Article = Some.Article("x", topics: ["A"], featured: Some.Picture()) });

        Assert.Equal(2, room.Sender.All.Count);
        Assert.False(room.Sender.All[1].Notification.TryGetProperty("body", out _));
        Assert.Single((await room.FindAsync("ann"))!.Told);
    }

    [Fact]
    public async Task More_readers_than_are_sent_to_at_once_are_all_told_once()
    {
        await room.FillAsync("07", 2_100, "topics/a");

        await room.PublishAsync(room.Article("x", ["A"]));

        Assert.Equal(2_100, room.Sender.All.Select(sent => sent.Reader).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2_100, room.Sender.All.Count);
    }

    [Fact]
    public async Task A_bucket_is_told_with_six_storage_operations_however_many_are_in_it()
    {
        await room.FillAsync("07", 900, "topics/a");
        await room.Newsroom.AppendAsync(room.Article("x", ["A"]));
        await room.RunPassAsync();

        var counted = FaultPlan.Count();
        await room.DeliverAsync(new PushBucketMessage("07", ["x"]).ToString(), counted);

        Assert.Equal(900, room.Sender.All.Count);
        Assert.Equal(
            [
                "read feeds-state/definitions.json", "read articles/x.json", "read subscriptions/push/07.json",
                "write subscriptions/push/07.json", "read subscriptions/push/07.json", "write subscriptions/push/07.json",
            ],
            counted.Operations);
    }

    [Fact]
    public async Task Two_processes_at_one_bucket_send_each_message_once_wherever_the_one_stands_still()
    {
        var counted = FaultPlan.Count();
        await PreparedAsync();
        await room.DeliverAsync(Message, counted);
        for (var operation = 1; operation <= counted.Operations.Count; operation++)
        {
            foreach (var plan in new[] { FaultPlan.PauseBefore(operation), FaultPlan.PauseAfter(operation) })
            {
                var race = new DeliveryTests();
                await race.PreparedAsync();
                var slow = race.room.DeliverAsync(Message, plan);
                await plan.Paused;
                await race.room.DeliverAsync(Message);
                plan.Resume();
                await slow;

                Assert.Equal(["ann: x"], race.room.Told);
                Assert.Single((await race.room.FindAsync("ann"))!.Told);
                Assert.Empty((await race.room.FindAsync("ann"))!.Waiting);
            }
        }
    }

    [Fact]
    public async Task When_push_is_switched_off_nobody_is_told()
    {
        var off = new PushRoom { Options = new SubscriptionOptions { Enabled = false } };
        await off.SubscribeAsync(Reader.Of("ann", favourites: "topics/a"));
        await off.PublishAsync(off.Article("x", ["A"]));

        Assert.Empty(off.Told);
    }

    private static string Message => new PushBucketMessage(PushPaths.NameOf(Reader.Endpoint("ann")), ["x"]).ToString();

    private async Task PreparedAsync()
    {
        await room.Newsroom.AppendAsync(room.Article("x", ["A"]));
        await Projection.Newsroom.RunToTheEndAsync(room.Newsroom.Process());
        await SubscribeAsync(("ann", ["topics/a"]));
    }

    private async Task SubscribeAsync(params IReadOnlyList<(string Name, string[] Favourites)> readers)
    {
        foreach (var (name, favourites) in readers)
        {
            await room.SubscribeAsync(Reader.Of(name, since: null, favourites));
        }
    }
}
