using System.Net;
using System.Net.Sockets;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.WebSub;

/// <summary>Subscribers that hang, drip, break off or die: they get the newest document later, and nobody waits for them.</summary>
public sealed class FaultyDeliveryTests : DeliveryTests
{
    [Fact]
    public async Task One_that_hangs_is_left_after_ten_seconds_and_the_others_have_it_before()
    {
        await using var other = await CallbackHost.StartAsync();
        await SubscribedAsync();
        await SubscribedAsync(other.Callback);
        Subscriber.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await ChangeAsync();

        var delivering = DeliverAllAsync();
        await Task.WhenAll(Subscriber.ArrivedAsync(), Subscriber.ArrivedAsync(), other.ArrivedAsync(), other.ArrivedAsync());
        Surface.Time.Advance(MaxTime - TimeSpan.FromMilliseconds(1));
        Assert.False(delivering.IsCompleted);
        Surface.Time.Advance(TimeSpan.FromMilliseconds(1));
        await delivering;

        Assert.Equal(["GET", "POST"], other.Requests.Select(request => request.Method));
        Subscriber.Answer = CallbackHost.ConfirmAsync;
        await LiveAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, Deliveries.Count);
        Assert.Equal((await Surface.GetAsync("/feeds/latest.atom")).Bytes, Deliveries[^1].Body);
    }

    [Fact]
    public async Task One_that_hangs_while_the_feed_changes_three_times_gets_the_newest_once()
    {
        await SubscribedAsync();
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Subscriber.Answer = context => hold.Task;
        await ChangeAsync();
        var delivering = Surface.ReceiveAsync(QueueNames.WebSubDeliver);
        await Subscriber.ArrivedAsync();
        await Subscriber.ArrivedAsync();
        for (var i = 0; i < 3; i++)
        {
            await ChangeAsync();
            await Surface.ReceiveAsync(QueueNames.WebSubDeliver);
        }

        hold.SetResult();
        await delivering;
        await LiveAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(2, Deliveries.Count);
        Assert.Equal((await Surface.GetAsync("/feeds/latest.atom")).Bytes, Deliveries[^1].Body);
    }

    [Theory]
    [InlineData("takes nothing")]
    [InlineData("drips the header")]
    public async Task One_that_never_comes_to_an_answer_is_left_after_ten_seconds(string what)
    {
        await using var wire = new WireSubscriber(async (stream, token) =>
        {
            if (what == "drips the header")
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nX-Drip: "u8.ToArray(), token);
            }

            await Task.Delay(Timeout.Infinite, token);
        });
        await SubscribedAsync(wire.Callback);
        await ChangeAsync();

        await GiveUpOnAsync(wire.AskedAsync(), DeliverAllAsync());

        Assert.Equal(1, Failures());
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
                    await stream.ReadExactlyAsync(new byte[1000], token);
                    break;
                case "dies while it answers":
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-"u8.ToArray(), token);
                    break;
                default:
                    await stream.WriteAsync("220 mail.example ESMTP\r\n"u8.ToArray(), token);
                    break;
            }
        });
        await SubscribedAsync(wire.Callback);

        await ChangedAndDeliveredAsync();
        Assert.Equal(1, Failures());

        wire.Heal();
        await LiveAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(0, Failures());
    }

    [Fact]
    public async Task One_that_is_not_there_any_more_is_tried_again_later()
    {
        await using (var wire = new WireSubscriber((_, _) => Task.CompletedTask))
        {
            await SubscribedAsync(wire.Callback);
        }

        await ChangedAndDeliveredAsync();

        Assert.Equal(1, Failures());
    }

    [Fact]
    public async Task One_that_asks_for_a_rest_gets_it()
    {
        await SubscribedAsync();
        Subscriber.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        };
        await ChangedAndDeliveredAsync();
        Subscriber.Answer = CallbackHost.ConfirmAsync;
        await LiveAsync(TimeSpan.FromSeconds(55));
        Assert.Single(Deliveries);

        await LiveAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(2, Deliveries.Count);
    }

    [Fact]
    public async Task A_callback_whose_host_has_become_private_is_sent_nothing()
    {
        var addresses = new Queue<IPAddress[]>([[IPAddress.Loopback], [IPAddress.Any]]);
        await UseAsync(await NewswireSurface.StartAsync(resolve: (_, _) => Task.FromResult(addresses.Dequeue())));
        Subscriber.Answer = context =>
        {
            context.Response.Headers.Connection = "close";
            return CallbackHost.ConfirmAsync(context);
        };
        await SubscribedAsync(new UriBuilder(Subscriber.Callback) { Host = "rebound.reader-site.com" }.Uri.AbsoluteUri);

        await ChangedAndDeliveredAsync();

        Assert.Empty(addresses);
        Assert.Empty(Deliveries);
        Assert.Equal(1, Failures());
    }

    private async Task SubscribedAsync(string callback)
    {
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", callback));
        await VerifyAsync();
        Assert.Contains(Subscriptions(), subscription => subscription.Subscriber.GetProperty("callback").GetString() == callback);
    }

    /// <summary>As the hosts do: every message at once.</summary>
    private Task DeliverAllAsync() => Surface.ReceiveAllAsync(QueueNames.WebSubDeliver);
}
