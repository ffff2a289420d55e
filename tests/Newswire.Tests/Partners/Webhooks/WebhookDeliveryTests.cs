using Newswire.Delivery;
using Newswire.Outbound;
using Newswire.Partners;
using Newswire.Partners.Webhooks;
using Newswire.TestKit.Faults;
using Newswire.Tests.Partners.Changes;

namespace Newswire.Tests.Partners.Webhooks;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private WebhookWorld world = null!;

    public async ValueTask InitializeAsync() => world = await WebhookWorld.StartAsync();

    public ValueTask DisposeAsync()
    {
        world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_crash_and_every_pause_of_a_delivery_is_survived()
    {
        await world.PublishAsync("a");
        await LiveAsync(30);
        var operations = world.Plans[^1].Operations.Count;
        Assert.InRange(operations, 12, 30);
        foreach (var after in new[] { false, true })
        {
            foreach (var pauses in new[] { false, true })
            {
                for (var at = 1; at <= operations; at++)
                {
                    await SurvivesAsync(at, after, pauses);
                }
            }
        }
    }

    [Fact]
    public async Task No_crash_of_a_failing_attempt_forgets_the_next_one()
    {
        for (var at = 1; ; at++)
        {
            using var tried = await WebhookWorld.StartAsync();
            tried.Receiver.Behaviour = _ => (Receiver.Status(500), 0);

            // Number 1 fans out, the fifth is the fourth attempt: the rest behind it is longer than the message takes to come back.
            var plan = at % 2 == 0 ? FaultPlan.CrashBefore(at / 2) : FaultPlan.CrashAfter((at + 1) / 2);
            tried.Faults = number => number == 5 ? plan : FaultPlan.Count();
            await tried.PublishAsync("a");
            await tried.LiveAsync(TimeSpan.FromHours(4));

            Assert.True((await tried.WebhookAsync()).DeadLetters.Count == 1, $"{at}: {string.Join(", ", plan.Operations)}");
            if (!plan.HasCrashed)
            {
                Assert.InRange(at, 24, 80);
                return;
            }
        }
    }

    [Fact]
    public async Task What_changes_while_the_partner_is_asked_comes_right_behind()
    {
        world.Receiver.Behaviour = _ => (Receiver.Status(204), 8);
        await world.PublishAsync("a");
        await LiveAsync(1);
        await world.PublishAsync("b");
        await LiveAsync(20);

        Assert.Equal(TimeSpan.FromSeconds(8), Assert.Single(world.Receiver.Arrivals.Skip(1)) - world.Receiver.Arrivals[0]);
        Assert.Equal(2, world.Receiver.Articles.Count);
    }

    [Fact]
    public async Task While_a_delivery_waits_newer_changes_come_instead()
    {
        world.Receiver.Behaviour = number => (Receiver.Status(number == 1 ? 500 : 204), 0);
        await world.PublishAsync("a");
        await LiveAsync(5);
        await world.PublishAsync("a");
        await world.PublishAsync("a");
        await LiveAsync(60);

        Assert.Equal(2, world.Receiver.Ids.Count);
        Assert.Equal("a v3", Assert.Single(world.Receiver.Articles).Value.Headline);
    }

    [Fact]
    public async Task The_same_is_told_again_under_the_same_id()
    {
        world.Receiver.Behaviour = number => number == 1 ? (new CallbackAnswer.None(), 15) : (Receiver.Status(204), 0);
        await world.PublishAsync("a");
        await LiveAsync(60);

        Assert.Equal(2, world.Receiver.Ids.Count);
        Assert.Single(world.Receiver.Ids.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_that_cannot_be_told_becomes_a_dead_letter_and_the_next_change_tries_again()
    {
        world.Receiver.Behaviour = _ => (Receiver.Status(500), 0);
        await world.PublishAsync("a");
        await LiveAsync(4 * 60 * 60);
        Assert.Equal(DeliveryRest.MaxFailures, world.Receiver.Ids.Count);
        Assert.Equal((6, 500), ((await LetterAsync()).Attempts, (await LetterAsync()).Status));

        // No longer by the clock, and not because somebody keeps house.
        await world.KeepHouseAsync();
        await LiveAsync(60);
        Assert.Equal(DeliveryRest.MaxFailures, world.Receiver.Ids.Count);

        await world.PublishAsync("b");
        await LiveAsync(60 * 60);
        Assert.Equal((DeliveryRest.MaxFailures + 1, 7), (world.Receiver.Ids.Count, (await LetterAsync()).Attempts));

        world.Receiver.Behaviour = _ => (Receiver.Status(204), 0);
        await world.PublishAsync("c");
        await LiveAsync(60);
        Assert.Equal(3, world.Receiver.Articles.Count);
        Assert.NotNull((await LetterAsync()).Delivered);
    }

    [Fact]
    public async Task A_dead_letter_is_told_again_when_the_newsroom_says_so()
    {
        world.Receiver.Behaviour = _ => (Receiver.Status(500), 0);
        await world.PublishAsync("a");
        await LiveAsync(4 * 60 * 60);
        world.Receiver.Behaviour = _ => (Receiver.Status(204), 0);

        Assert.False(await world.Webhooks.TellAgainAsync(WebhookWorld.Partner, "none", Syndicate.Token));
        Assert.True(await world.Webhooks.TellAgainAsync(WebhookWorld.Partner, (await LetterAsync()).Id, Syndicate.Token));
        await world.TellAsync();
        await LiveAsync(5);

        Assert.Equal(DeliveryRest.MaxFailures + 1, world.Receiver.Ids.Count);
        Assert.NotNull((await LetterAsync()).Delivered);
    }

    [Fact]
    public async Task Gone_is_told_nothing_more_until_it_is_set_again()
    {
        world.Receiver.Behaviour = number => (Receiver.Status(number == 1 ? 410 : 204), 0);
        await world.PublishAsync("a");
        await LiveAsync(60);
        await world.PublishAsync("b");
        await LiveAsync(60 * 60);
        await world.KeepHouseAsync();
        await LiveAsync(60);
        Assert.Single(world.Receiver.Ids);

        await world.Webhooks.SetAsync(WebhookWorld.Partner, "https://planet.example/hook", begin: null, Syndicate.Token);
        await world.TellAsync();
        await LiveAsync(5);
        Assert.Equal((2, 2), (world.Receiver.Ids.Count, world.Receiver.Articles.Count));
    }

    [Fact]
    public async Task A_lost_message_is_taken_up_by_housekeeping()
    {
        await world.PublishAsync("a");
        world.Drop();
        await LiveAsync(60);
        Assert.Empty(world.Receiver.Ids);

        await world.KeepHouseAsync();
        await LiveAsync(5);
        Assert.Single(world.Receiver.Ids);
    }

    [Fact]
    public async Task A_partner_that_is_no_more_is_told_nothing_and_its_webhook_goes()
    {
        await world.PublishAsync("a");
        using var records = new PartnerRecords(world.Objects, world.Time);
        await records.RemoveAsync(WebhookWorld.Partner, Syndicate.Token);
        await LiveAsync(60);

        Assert.Empty(world.Receiver.Ids);
        Assert.Null(await world.Webhooks.FindAsync(WebhookWorld.Partner, Syndicate.Token));

        await world.Webhooks.SetAsync("nobody", "https://planet.example/hook", begin: null, Syndicate.Token);
        await world.KeepHouseAsync();
        Assert.Null(await world.Webhooks.FindAsync("nobody", Syndicate.Token));
    }

    [Fact]
    public async Task Who_has_no_webhook_costs_one_message_for_all()
    {
        await world.Webhooks.RemoveAsync(WebhookWorld.Partner, Syndicate.Token);
        await world.PublishAsync("a");
        await LiveAsync(5);

        Assert.Equal(1, world.Received);
    }

    private static async Task SurvivesAsync(int at, bool after, bool pauses)
    {
        using var tried = await WebhookWorld.StartAsync();
        var plan = (after, pauses) switch
        {
            (false, false) => FaultPlan.CrashBefore(at),
            (true, false) => FaultPlan.CrashAfter(at),
            (false, true) => FaultPlan.PauseBefore(at),
            _ => FaultPlan.PauseAfter(at),
        };

        // Number 1 fans out, number 2 delivers.
        tried.Faults = number => number == 2 ? plan : FaultPlan.Count();
        await tried.PublishAsync("a");
        await tried.LiveAsync(TimeSpan.FromMinutes(2));
        await tried.PublishAsync("a");
        await tried.LiveAsync(TimeSpan.FromMinutes(10));
        tried.ResumeAt(tried.Time.GetUtcNow(), plan);
        await tried.LiveAsync(TimeSpan.FromMinutes(10));

        var what = $"operation {at} of [{string.Join(", ", plan.Operations)}], after: {after}, pauses: {pauses}";
        Assert.True(tried.Receiver.Articles.Values.SingleOrDefault().Headline == "a v2", what);
        var webhook = await tried.WebhookAsync();
        Assert.True(webhook is { Failures: 0, PendingSince: null, InFlightUntil: null } && tried.Waiting == 0, what);
    }

    private async Task<DeadLetter> LetterAsync() => Assert.Single((await world.WebhookAsync()).DeadLetters);

    private Task LiveAsync(int seconds) => world.LiveAsync(TimeSpan.FromSeconds(seconds));
}
