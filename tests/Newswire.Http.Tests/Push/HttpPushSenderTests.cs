using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Newswire.Http.Tests.Surface;
using Newswire.Outbound;
using Newswire.TestKit;
using Newswire.TestKit.Storage;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Http.Tests.Push;

/// <summary>The sender against a real server, which may be as bad as it likes.</summary>
public sealed class HttpPushSenderTests : IAsyncLifetime
{
    private const string Capability = "/wpush/v2/gAAAAABcapability";

    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("""{"web_push":8030}""");
    private static readonly PushMessage Message = new(Payload, TimeSpan.FromHours(4));
    private static readonly PushOptions Options = new() { AllowLoopback = true, Contact = "mailto:desk@news.example" };

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly VapidKeys keys = new(new InMemoryObjectStore());
    private readonly ReceiverKeys reader = new();
    private readonly CapturedLog log = new();
    private PushService service = null!;

    public async ValueTask InitializeAsync() => service = await PushService.StartAsync();

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        log.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_message_arrives_and_only_the_reader_can_read_it()
    {
        Assert.Equal(new PushOutcome.Delivered(), await SendAsync());

        var request = Assert.Single(service.Requests);
        Assert.Equal(HttpMethods.Post, request.Method);
        Assert.Equal(Capability, request.Path);
        Assert.Equal(Payload, reader.Decrypt(request.Body));
        Assert.True(request.Body.AsSpan().IndexOf(Payload) < 0);
    }

    [Fact]
    public async Task The_headers_are_those_of_the_protocol_and_say_nothing_else()
    {
        await SendAsync(message: new PushMessage(Payload, TimeSpan.FromSeconds(90.9), PushUrgency.High, "abc"));

        var headers = Assert.Single(service.Requests).Headers;
        Assert.Equal("90", headers["TTL"]);
        Assert.Equal("high", headers["Urgency"]);
        Assert.Equal("abc", headers["Topic"]);
        Assert.Equal("aes128gcm", headers["Content-Encoding"]);
        Assert.Equal("application/octet-stream", headers["Content-Type"]);
        Assert.Equal(
            ["Authorization", "Content-Encoding", "Content-Length", "Content-Type", "Host", "Topic", "TTL", "Urgency", "User-Agent"],
            headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(PushUrgency.VeryLow, "very-low")]
    [InlineData(PushUrgency.Low, "low")]
    [InlineData(PushUrgency.Normal, "normal")]
    [InlineData(PushUrgency.High, "high")]
    public async Task Urgency_is_said_in_the_words_of_RFC_8030(PushUrgency urgency, string expected)
    {
        await SendAsync(message: new PushMessage(Payload, TimeSpan.Zero, urgency));

        var headers = Assert.Single(service.Requests).Headers;
        Assert.Equal(expected, headers["Urgency"]);
        Assert.Equal("0", headers["TTL"]);
        Assert.False(headers.ContainsKey("Topic"));
    }

    [Fact]
    public async Task The_credentials_are_for_this_service_and_signed_with_the_key_browsers_were_given()
    {
        await SendAsync();

        Assert.Equal(
            new VapidCredentials(
                service.Address,
                Some.Morning + VapidTokens.Validity,
                "mailto:desk@news.example",
                (await keys.GetAsync(CancellationToken.None)).PublicKey),
            VapidCredentials.Verify(Assert.Single(service.Requests).Headers["Authorization"]));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task Any_success_is_a_delivery(int status) =>
        Assert.Equal(new PushOutcome.Delivered(), await SendAsync(status));

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_subscription_that_is_not_there_is_gone(int status) =>
        Assert.Equal(new PushOutcome.Gone(), await SendAsync(status));

    [Fact]
    public async Task A_message_can_be_too_large() => Assert.Equal(new PushOutcome.TooLarge(), await SendAsync(413));

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(507)]
    public async Task A_service_in_trouble_is_tried_later(int status) =>
        Assert.Equal(new PushOutcome.TryLater(), await SendAsync(status));

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("Wed, 04 Mar 2026 09:05:00 GMT", 300)]
    [InlineData("Wednesday, 04-Mar-26 09:05:00 GMT", 300)]
    [InlineData("Wed Mar  4 09:05:00 2026", 300)]
    [InlineData("Wed, 04 Mar 2026 08:00:00 GMT", 0)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public async Task A_service_says_how_long_to_wait_in_seconds_or_by_date(string retryAfter, int? seconds)
    {
        TimeSpan? expected = seconds is { } count ? TimeSpan.FromSeconds(count) : null;

        Assert.Equal(new PushOutcome.TryLater(expected), await SendAsync(429, retryAfter));
        Assert.Equal(new PushOutcome.TryLater(expected), await SendAsync(503, retryAfter));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(405)]
    [InlineData(422)]
    public async Task Anything_else_is_a_refusal_that_an_operator_hears_of(int status)
    {
        Assert.Equal(new PushOutcome.Refused(status), await SendAsync(status));
        Assert.Contains(log.Lines, line => line.Contains($"127.0.0.1 refuses a message with status {status}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        service.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        Assert.Equal(new PushOutcome.Refused(status), await SendAsync());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_left_in_time()
    {
        var isAsked = new TaskCompletionSource();
        service.Answer = async context =>
        {
            isAsked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };

        var sending = SendAsync();
        await isAsked.Task;
        time.Advance(Options.MaxTime);

        Assert.Equal(new PushOutcome.TryLater(), await sending);
    }

    [Fact]
    public async Task A_service_that_drips_its_headers_is_left_in_time()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var sending = SendAsync(endpoint: $"http://{listener.LocalEndpoint}{Capability}");
        using var connection = await listener.AcceptTcpClientAsync();
        await connection.GetStream().WriteAsync("HTTP/1.1 201 Created\r\nX-"u8.ToArray());
        time.Advance(Options.MaxTime);

        Assert.Equal(new PushOutcome.TryLater(), await sending);
    }

    [Fact]
    public async Task The_body_of_an_answer_is_not_waited_for()
    {
        service.Answer = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.Body.WriteAsync(new byte[1]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };

        Assert.Equal(new PushOutcome.Delivered(), await SendAsync());
    }

    [Fact]
    public async Task Headers_without_end_are_no_answer()
    {
        service.Answer = context =>
        {
            for (var i = 0; i < 100; i++)
            {
                context.Response.Headers[$"X-{i}"] = new string('x', 1000);
            }

            return Task.CompletedTask;
        };

        Assert.Equal(new PushOutcome.TryLater(), await SendAsync());
    }

    [Fact]
    public async Task A_connection_that_breaks_or_is_not_accepted_is_tried_later()
    {
        service.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(new PushOutcome.TryLater(), await SendAsync());

        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var address = unused.LocalEndpoint;
        unused.Stop();
        Assert.Equal(new PushOutcome.TryLater(), await SendAsync(endpoint: $"http://{address}{Capability}"));
    }

    [Fact]
    public async Task A_host_that_is_no_known_service_is_not_even_looked_up()
    {
        var options = Options with { AllowLoopback = false };
        Task<IPAddress[]> Resolve(string name, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Looked up.");

        Assert.Equal(new PushOutcome.NotAllowed(), await SendAsync(options: options, resolve: Resolve));
        Assert.Equal(new PushOutcome.NotAllowed(), await SendAsync(endpoint: "https://push.attacker.net/x", options: options, resolve: Resolve));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_known_name_that_leads_to_this_machine_or_its_network_is_not_contacted()
    {
        // An address that a broken guard would reach on this machine, so that nothing is sent to another.
        Task<IPAddress[]> Resolve(string name, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>([IPAddress.Any]);

        Assert.Equal(
            new PushOutcome.NotAllowed(),
            await SendAsync(
                endpoint: $"https://fcm.googleapis.com:{new Uri(service.Address).Port}/x", options: Options with { AllowLoopback = false }, resolve: Resolve));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_name_nobody_knows_is_tried_later() =>
        Assert.Equal(
            new PushOutcome.TryLater(),
            await SendAsync(endpoint: "https://fcm.googleapis.com/x", resolve: (_, _) => throw new SocketException(11001)));

    [Fact]
    public async Task Who_sends_can_end_it()
    {
        using var shutdown = new CancellationTokenSource();
        service.Answer = async context =>
        {
            await shutdown.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        using var sender = Sender(Options, resolve: null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => sender.SendAsync(reader.At(service.Address + Capability), Message, shutdown.Token));
    }

    [Fact]
    public async Task So_many_messages_are_sent_at_once_and_no_more()
    {
        var waiting = new SemaphoreSlim(0);
        var goOn = new SemaphoreSlim(0);
        var atOnce = 0;
        var counts = new ConcurrentQueue<int>();
        service.Answer = async context =>
        {
            counts.Enqueue(Interlocked.Increment(ref atOnce));
            waiting.Release();
            await goOn.WaitAsync(context.RequestAborted);
            Interlocked.Decrement(ref atOnce);
        };
        using var sender = Sender(Options with { MaxParallel = 2 }, resolve: null);

        var sending = Enumerable.Range(0, 6)
            .Select(_ => sender.SendAsync(reader.At(service.Address + Capability), Message, CancellationToken.None)).ToList();
        await waiting.WaitAsync();
        for (var i = 0; i < 5; i++)
        {
            await waiting.WaitAsync();
            goOn.Release();
        }

        goOn.Release();
        Assert.All(await Task.WhenAll(sending), outcome => Assert.Equal(new PushOutcome.Delivered(), outcome));
        Assert.Equal(2, counts.Max());
    }

    [Fact]
    public async Task Whatever_happens_no_endpoint_key_or_content_is_logged()
    {
        foreach (var status in (int[])[201, 301, 403, 404, 413, 429, 500])
        {
            await SendAsync(status);
        }

        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = closed.LocalEndpoint;
        closed.Stop();
        await SendAsync(endpoint: $"http://{address}{Capability}");
        await SendAsync(endpoint: $"https://push.attacker.net{Capability}", resolve: (_, _) => throw new SocketException(11001));
        await SendAsync(endpoint: $"https://fcm.googleapis.com{Capability}", resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Any]));

        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line =>
        {
            foreach (var secret in (string[])["wpush", "capability", reader.P256dh, reader.Auth, "8030", "vapid", "desk@"])
            {
                Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase);
            }
        });
    }

    private async Task<PushOutcome> SendAsync(int status, string? retryAfter = null)
    {
        service.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
        return await SendAsync();
    }

    private async Task<PushOutcome> SendAsync(
        string? endpoint = null, PushMessage? message = null, PushOptions? options = null, NameResolver? resolve = null)
    {
        using var sender = Sender(options ?? Options, resolve);
        return await sender.SendAsync(reader.At(endpoint ?? service.Address + Capability), message ?? Message, CancellationToken.None);
    }

    private HttpPushSender Sender(PushOptions options, NameResolver? resolve) => new(
        options,
        new KnownPushServices(options),
        new VapidTokens(keys, options, time),
        time,
        new LoggerFactory([log]).CreateLogger<HttpPushSender>(),
        resolve);
}
