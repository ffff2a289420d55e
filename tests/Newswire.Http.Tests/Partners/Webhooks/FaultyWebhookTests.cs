using System.Net;
using System.Net.Sockets;
using Newswire.Http.Tests.Surface;
using Newswire.Http.Tests.WebSub;
using Newswire.Storage;

namespace Newswire.Http.Tests.Partners.Webhooks;

/// <summary>Partners' servers that refuse, hang, break off, redirect or want no more.</summary>
public sealed class FaultyWebhookTests : WebhookTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task One_that_does_not_take_it_is_tried_again_later(int status)
    {
        await SetAsync();
        Host.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = Host.Address + "/elsewhere";
            return Task.CompletedTask;
        };
        await PublishedAndDeliveredAsync();
        var state = await StateAsync();
        Assert.Equal((1, status, true), (state.GetProperty("failures").GetInt32(), state.GetProperty("lastStatus").GetInt32(), state.GetProperty("isPending").GetBoolean()));

        Host.Say(204);
        await LiveAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, Deliveries.Count);
        Assert.DoesNotContain(Deliveries, delivery => delivery.Target.Contains("elsewhere", StringComparison.Ordinal));
        state = await StateAsync();
        Assert.Equal((0, 204, false), (state.GetProperty("failures").GetInt32(), state.GetProperty("lastStatus").GetInt32(), state.GetProperty("isPending").GetBoolean()));
        Assert.False(state.TryGetProperty("pendingSince", out _));
    }

    [Theory]
    [InlineData("resets")]
    [InlineData("dies while it reads")]
    [InlineData("dies while it answers")]
    [InlineData("talks nonsense")]
    public async Task One_that_breaks_off_is_tried_again_later(string what)
    {
        await using var wire = new WireSubscriber(async (stream, token) =>
        {
            switch (what)
            {
                case "resets":
                    stream.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
                    break;
                case "dies while it reads":
                    await stream.ReadExactlyAsync(new byte[500], token);
                    break;
                case "dies while it answers":
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-"u8.ToArray(), token);
                    break;
                default:
                    await stream.WriteAsync("220 mail.example ESMTP\r\n"u8.ToArray(), token);
                    break;
            }
        });
        await SetAsync(wire.Callback);

        await PublishedAndDeliveredAsync();
        var state = await StateAsync();
        Assert.Equal((1, false), (state.GetProperty("failures").GetInt32(), state.TryGetProperty("lastStatus", out _)));

        wire.Heal();
        await LiveAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(0, (await StateAsync()).GetProperty("failures").GetInt32());
    }

    [Fact]
    public async Task One_that_hangs_is_left_after_fifteen_seconds_and_told_what_is_new_by_then()
    {
        await SetAsync();
        await DeliverAsync();
        Host.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await PublishAsync("a");
        await Surface.ReceiveAsync(QueueNames.WebhookDistribute);
        var delivering = Surface.ReceiveAsync(QueueNames.WebhookDeliver);
        await Host.ArrivedAsync();

        // What comes for it meanwhile goes away.
        await PublishAsync("b");
        await DeliverAsync();
        Surface.Time.Advance(MaxTime);
        await delivering;
        Assert.Single(Deliveries);

        Host.Say(204);
        await LiveAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(["b", "a"], ArticlesOf(Deliveries[^1]).Select(id => id[^1..]));
        Assert.Equal(2, Deliveries.Count);
    }

    [Fact]
    public async Task One_that_asks_for_a_rest_gets_it()
    {
        await SetAsync();
        Host.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        };
        await PublishedAndDeliveredAsync();
        Host.Say(204);
        await LiveAsync(TimeSpan.FromSeconds(55));
        Assert.Single(Deliveries);

        await LiveAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(2, Deliveries.Count);
    }

    [Fact]
    public async Task One_that_is_gone_is_asked_no_more_until_it_is_set_again()
    {
        await SetAsync();
        Host.Say(410);
        await PublishedAndDeliveredAsync();
        Host.Say(204);
        await PublishedAndDeliveredAsync("another");
        await LiveAsync(TimeSpan.FromMinutes(2));
        Assert.Single(Deliveries);
        Assert.True((await StateAsync()).TryGetProperty("disabled", out _));

        // Set again, it is told at once what it missed.
        Assert.Equal(200, (await SetAsync()).Status);
        await DeliverAsync();
        Assert.Equal(2, Deliveries.Count);
        Assert.Equal(2, ArticlesOf(Deliveries[^1]).Count());
        Assert.False((await StateAsync()).TryGetProperty("disabled", out _));
    }

    [Fact]
    public async Task One_given_up_is_a_dead_letter_and_told_again_when_the_newsroom_says_so()
    {
        await SetAsync();
        Host.Say(500);
        await PublishedAndDeliveredAsync();
        await LiveAsync(TimeSpan.FromHours(3));
        Assert.Equal(6, Deliveries.Count);
        var state = await StateAsync();
        var letter = Assert.Single(state.GetProperty("deadLetters").EnumerateArray());
        Assert.Equal((6, 500), (letter.GetProperty("attempts").GetInt32(), letter.GetProperty("status").GetInt32()));
        Assert.Equal(state.GetProperty("cursor").GetString(), letter.GetProperty("after").GetString());
        Assert.True(state.GetProperty("isPending").GetBoolean());

        Host.Say(204);
        AssertRefused(await AskAsync(HttpMethod.Post, "/dead/none"), 404, "unknown-dead-letter");
        Assert.Equal(202, (await AskAsync(HttpMethod.Post, $"/dead/{letter.GetProperty("id").GetString()}")).Status);
        await DeliverAsync();
        Assert.Equal(7, Deliveries.Count);
        state = await StateAsync();
        Assert.False(state.GetProperty("isPending").GetBoolean());
        Assert.True(state.GetProperty("deadLetters")[0].TryGetProperty("delivered", out _));
    }

    [Fact]
    public async Task One_whose_host_has_become_private_is_sent_nothing()
    {
        await UseAsync(await NewswireSurface.StartAsync(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Any])));
        await SetAsync(new UriBuilder(Host.Callback) { Host = "rebound.planet-site.com" }.Uri.AbsoluteUri);

        await PublishedAndDeliveredAsync();

        Assert.Empty(Deliveries);
        Assert.Equal(1, (await StateAsync()).GetProperty("failures").GetInt32());
        Assert.False((await AskAsync(HttpMethod.Post, "/ping")).Json.GetProperty("isTaken").GetBoolean());
    }

    [Fact]
    public async Task What_stays_behind_is_taken_up_by_housekeeping()
    {
        await SetAsync();
        await DeliverAsync();
        await PublishAsync("a");
        Surface.Queues.TakeAll(QueueNames.WebhookDistribute);
        await DeliverAsync();
        Assert.Empty(Deliveries);

        await Surface.RunAsync(Schedules.Housekeeping);
        await DeliverAsync();
        Assert.Single(Deliveries);
    }
}
