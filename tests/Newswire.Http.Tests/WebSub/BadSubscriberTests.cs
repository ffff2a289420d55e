using System.Net;
using System.Net.Sockets;
using System.Text;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>Subscribers that are slow, broken or up to something: asked a few times at most, and never a reason to fail.</summary>
public sealed class BadSubscriberTests : HubTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task One_that_hangs_is_left_after_ten_seconds_and_asked_again_later()
    {
        Subscriber.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await SubscribeAsync();

        await LeaveAsync();
        Assert.Single(Pending());
        Subscriber.Answer = CallbackHost.ConfirmAsync;
        await VerifyAsync();
        Assert.Empty(Subscriptions());
        Surface.Time.Advance(TimeSpan.FromSeconds(10));
        await VerifyAsync();

        Assert.Single(Subscriptions());
        Assert.Empty(Pending());
    }

    [Fact]
    public async Task One_that_drips_its_answer_is_left_after_ten_seconds()
    {
        Subscriber.Answer = async context =>
        {
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(CallbackHost.Challenge(context)[..5]));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await SubscribeAsync();

        await LeaveAsync();

        Assert.Empty(Subscriptions());
        Assert.Single(Pending());
    }

    [Fact]
    public async Task One_that_never_ends_its_answer_is_left_when_it_says_more_than_the_challenge()
    {
        Subscriber.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[4096]);
            }
        };

        await SubscribedAsync();

        Assert.Empty(Subscriptions());
        Assert.Empty(Pending());
    }

    [Fact]
    public async Task One_that_breaks_off_is_asked_again_later()
    {
        Subscriber.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        await SubscribedAsync();

        Assert.Empty(Subscriptions());
        Assert.Single(Pending());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task One_that_cannot_answer_for_now_is_asked_four_times_with_growing_delays_and_then_forgotten(int status)
    {
        Subscriber.Say(status);
        await SubscribedAsync();
        var asked = new List<int>();
        foreach (var seconds in new[] { 9, 1, 59, 1, 299, 1, 86400 })
        {
            Surface.Time.Advance(TimeSpan.FromSeconds(seconds));
            await VerifyAsync();
            asked.Add(Subscriber.Requests.Count);
        }

        Assert.Equal([1, 2, 2, 3, 3, 4, 4], asked);
        Assert.Empty(Pending());
        Assert.Empty(Subscriptions());
    }

    [Fact]
    public async Task One_that_is_not_there_is_asked_again_later()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", $"http://{socket.LocalEndPoint}/{CallbackWords}"));
        await VerifyAsync();

        Assert.Single(Pending());
        Assert.Empty(Subscriptions());
    }

    [Fact]
    public async Task One_that_sends_us_elsewhere_is_not_followed()
    {
        Subscriber.Answer = context =>
        {
            context.Response.Redirect(Subscriber.Callback + "/elsewhere" + context.Request.QueryString);
            return Task.CompletedTask;
        };

        await SubscribedAsync();

        Assert.Single(Subscriber.Requests);
        Assert.Empty(Pending());
        Assert.Empty(Subscriptions());
    }

    [Fact]
    public async Task A_host_that_turns_out_to_be_private_is_sent_nothing()
    {
        // A broken guard would reach the subscriber on this machine by this address, and no other machine.
        await UseAsync(await NewswireSurface.StartAsync(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Any])));
        var callback = new UriBuilder(Subscriber.Callback) { Host = "rebound.reader-site.com" }.Uri.AbsoluteUri;

        var answer = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", callback));
        await VerifyAsync();

        Assert.Equal(202, answer.Status);
        Assert.Empty(Subscriber.Requests);
        Assert.Empty(Pending());
        Assert.Empty(Subscriptions());
    }

    [Fact]
    public async Task A_host_that_was_public_when_it_asked_and_is_private_when_it_is_asked_again_is_sent_nothing()
    {
        var answers = new Queue<IPAddress[]>([[IPAddress.Loopback], [IPAddress.Any]]);
        await UseAsync(await NewswireSurface.StartAsync(resolve: (_, _) => Task.FromResult(answers.Dequeue())));
        var callback = new UriBuilder(Subscriber.Callback) { Host = "rebound.reader-site.com" }.Uri.AbsoluteUri;
        Subscriber.Answer = context =>
        {
            context.Response.StatusCode = 500;
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        };

        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", callback));
        await VerifyAsync();
        Subscriber.Answer = CallbackHost.ConfirmAsync;
        Surface.Time.Advance(TimeSpan.FromSeconds(10));
        await VerifyAsync();

        Assert.Single(Subscriber.Requests);
        Assert.Empty(answers);
        Assert.Empty(Pending());
        Assert.Empty(Subscriptions());
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://localhost./")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[64:ff9b::a00:1]/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://intranet/")]
    [InlineData("http://hidden.onion/")]
    public async Task A_callback_that_can_never_be_public_is_refused_right_away(string callback)
    {
        await UseAsync(await NewswireSurface.StartAsync(settings: [("WebSub:AllowLoopback", "false")]));

        var answer = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", callback));

        Assert.Equal((400, "hub.callback must be on a public host.\n"), (answer.Status, answer.Text));
        Assert.Empty(StoredBelow("subscriptions/"));
    }

    /// <summary>Lets the time of a verification pass once the subscriber has been asked.</summary>
    private async Task LeaveAsync()
    {
        var verifying = VerifyAsync();
        await Subscriber.ArrivedAsync();
        Surface.Time.Advance(Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(verifying.IsCompleted);
        Surface.Time.Advance(TimeSpan.FromMilliseconds(1));
        await verifying;
    }
}
