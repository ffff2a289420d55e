using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Newswire.Articles.PictureFacts;
using Newswire.Outbound;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Pictures;

/// <summary>The probe against a real server, which may be as bad as it likes.</summary>
public sealed class HttpPictureProbeTests : IAsyncLifetime
{
    private const int StartBytes = 1024;
    private const long CountedBytes = 200_000;

    private static readonly PictureProbeOptions Options =
        new() { AllowLoopback = true, MaxStartBytes = StartBytes, MaxCountedBytes = CountedBytes };

    private static readonly byte[] Large = [.. SmallPictures.Jpeg, .. new byte[100_000]];

    private readonly FakeTimeProvider time = new(Some.Morning);
    private PictureHost host = null!;

    public static TheoryData<byte[], string> Kinds => new()
    {
        { SmallPictures.Jpeg, "image/jpeg" },
        { SmallPictures.Png, "image/png" },
        { SmallPictures.Gif, "image/gif" },
        { SmallPictures.LossyWebP, "image/webp" },
        { SmallPictures.LosslessWebP, "image/webp" },
        { SmallPictures.ExtendedWebP, "image/webp" },
        { SmallPictures.Avif, "image/avif" },
    };

    public async ValueTask InitializeAsync() => host = await PictureHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_bytes_say_what_a_picture_is_whatever_the_host_says(byte[] bytes, string type) =>
        Assert.Equal(Found(bytes.Length, type), await ProbeAsync(host.Serve("/a", bytes, "application/octet-stream")));

    [Fact]
    public async Task Only_the_beginning_is_asked_for_plain_and_without_anything_that_tells_who_asks()
    {
        await ProbeAsync(host.ServeRanges("/a.jpg", Large));

        Assert.Equal($"bytes=0-{StartBytes - 1}", host.Headers["Range"]);
        Assert.Equal("identity", host.Headers["Accept-Encoding"]);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "Range", "User-Agent"], host.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_length_of_a_large_picture_is_that_of_the_whole_be_it_sent_in_part_or_not()
    {
        Assert.Equal(Found(Large.Length), await ProbeAsync(host.ServeRanges("/part.jpg", Large)));
        Assert.Equal(Found(Large.Length), await ProbeAsync(host.Serve("/whole.jpg", Large)));
        Assert.Equal(Found(SmallPictures.Jpeg.Length), await ProbeAsync(host.ServeRanges("/small.jpg", SmallPictures.Jpeg)));
    }

    [Fact]
    public async Task A_length_the_host_does_not_say_is_counted_up_to_a_limit()
    {
        Assert.Equal(Found(SmallPictures.Jpeg.Length), await ProbeAsync(Chunked("/small.jpg", SmallPictures.Jpeg)));
        Assert.Equal(Found(Large.Length), await ProbeAsync(Chunked("/large.jpg", Large)));
        Assert.Equal(Found(null), await ProbeAsync(Chunked("/huge.jpg", [.. Large, .. new byte[CountedBytes]])));
    }

    [Fact]
    public async Task A_picture_without_an_end_is_left_when_enough_has_been_read()
    {
        var url = host.Serve("/endless.jpg", async context =>
        {
            await context.Response.Body.WriteAsync(SmallPictures.Jpeg);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[4096]);
            }
        });

        Assert.Equal(Found(null), await ProbeAsync(url));
    }

    [Theory]
    [InlineData("bytes 0-{0}/*", null)]
    [InlineData("bytes 10-{0}/5000", null)]
    [InlineData("bytes 0-9/5000", null)]
    [InlineData("bytes 0-{0}/5", null)]
    [InlineData("lines 0-{0}/5000", null)]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    [InlineData("bytes 0-{0}/5000", 5000L)]
    public async Task A_part_tells_the_length_of_the_whole_only_when_it_is_the_beginning_it_says_to_be(string range, long? length)
    {
        var url = host.Serve("/a.jpg", async context =>
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = string.Format(System.Globalization.CultureInfo.InvariantCulture, range, SmallPictures.Jpeg.Length - 1);
            await context.Response.Body.WriteAsync(SmallPictures.Jpeg);
        });

        Assert.Equal(Found(length), await ProbeAsync(url));
    }

    [Fact]
    public async Task A_picture_that_ends_before_the_length_it_claims_says_nothing()
    {
        var url = host.Serve("/a.jpg", async context =>
        {
            context.Response.ContentLength = SmallPictures.Jpeg.Length + 100;
            await context.Response.Body.WriteAsync(SmallPictures.Jpeg);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Equal(ProbeOutcome.Unreachable, (await ProbeAsync(url)).Outcome);
    }

    [Fact]
    public async Task A_picture_that_breaks_off_while_it_is_counted_has_no_length()
    {
        var url = host.Serve("/a.jpg", async context =>
        {
            await context.Response.Body.WriteAsync(Large);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Equal(Found(null), await ProbeAsync(url));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_that_comes_compressed_though_nobody_asked_or_says_so_says_nothing(bool isTrue)
    {
        var url = host.Serve("/a.jpg", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = isTrue ? new GZipStream(context.Response.Body, CompressionLevel.Fastest) : context.Response.Body;
            await packed.WriteAsync(SmallPictures.Jpeg);
        });

        Assert.Equal(new ProbedPicture(ProbeOutcome.NotAPicture), await ProbeAsync(url));
    }

    [Fact]
    public async Task A_picture_that_ends_where_the_connection_does_has_no_length()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var probing = ProbeAsync($"http://{listener.LocalEndpoint}/a.jpg");
        using (var connection = await listener.AcceptTcpClientAsync())
        {
            var stream = connection.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            await stream.WriteAsync((byte[])[.. "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8, .. SmallPictures.Jpeg]);
        }

        Assert.Equal(Found(null), await probing);
    }

    [Theory]
    [InlineData(200, ProbeOutcome.NotAPicture)]
    [InlineData(404, ProbeOutcome.NotServed)]
    [InlineData(403, ProbeOutcome.NotServed)]
    [InlineData(500, ProbeOutcome.NotServed)]
    [InlineData(416, ProbeOutcome.NotServed)]
    [InlineData(204, ProbeOutcome.NotServed)]
    public async Task An_error_page_is_no_picture_whatever_its_type(int status, ProbeOutcome expected) =>
        Assert.Equal(new ProbedPicture(expected), await ProbeAsync(host.Serve("/a.jpg", context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "image/jpeg";
            return status == 204 ? Task.CompletedTask : context.Response.WriteAsync("<!doctype html><title>Gone</title>");
        })));

    [Fact]
    public async Task A_picture_under_an_error_is_none() =>
        Assert.Equal(new ProbedPicture(ProbeOutcome.NotServed), await ProbeAsync(host.Serve("/a.jpg", SmallPictures.Jpeg, status: 404)));

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Three_redirects_are_followed_relative_ones_too(int status)
    {
        host.Serve("/d.jpg", SmallPictures.Jpeg);
        host.Redirect("/c.jpg", "d.jpg", status);
        host.Redirect("/b.jpg", host.Address + "/c.jpg", status);

        Assert.Equal(Found(SmallPictures.Jpeg.Length), await ProbeAsync(host.Redirect("/a.jpg", "/b.jpg", status)));
    }

    [Fact]
    public async Task A_fourth_redirect_is_not()
    {
        var url = host.Redirect("/loop.jpg", "/loop.jpg");

        Assert.Equal(new ProbedPicture(ProbeOutcome.NotServed), await ProbeAsync(url));
        Assert.Equal(4, host.Requests.Count);
    }

    [Theory]
    [InlineData("http://0.0.0.0/a.jpg", ProbeOutcome.Refused)]
    [InlineData("http://0/a.jpg", ProbeOutcome.Refused)]
    [InlineData("http://[::]/a.jpg", ProbeOutcome.Refused)]
    [InlineData("http://private.news-site.com/a.jpg", ProbeOutcome.Refused)]
    [InlineData("http://user:secret@news-site.com/a.jpg", ProbeOutcome.Refused)]
    [InlineData("ftp://news-site.com/a.jpg", ProbeOutcome.Refused)]
    [InlineData("file:///etc/passwd", ProbeOutcome.Refused)]
    [InlineData("http://unknown.news-site.com/a.jpg", ProbeOutcome.Unreachable)]
    [InlineData("http://", ProbeOutcome.NotServed)]
    [InlineData("http://[", ProbeOutcome.NotServed)]
    public async Task A_redirect_leads_nowhere_the_first_address_could_not(string to, ProbeOutcome expected)
    {
        Assert.Equal(new ProbedPicture(expected), await ProbeAsync(host.Redirect("/a.jpg", to)));
        Assert.Equal(["/a.jpg"], host.Requests);
    }

    [Theory]
    [InlineData("http://0.0.0.0/a.jpg", ProbeOutcome.Refused)]
    [InlineData("https://courier.example/a.jpg", ProbeOutcome.Refused)]
    [InlineData("http://user:secret@news-site.com/a.jpg", ProbeOutcome.Refused)]
    [InlineData("ftp://news-site.com/a.jpg", ProbeOutcome.Refused)]
    [InlineData("nonsense", ProbeOutcome.Refused)]
    [InlineData("", ProbeOutcome.Refused)]
    [InlineData("http://unknown.news-site.com/a.jpg", ProbeOutcome.Unreachable)]
    public async Task An_address_that_must_or_can_not_be_asked_is_an_outcome(string url, ProbeOutcome expected) =>
        Assert.Equal(new ProbedPicture(expected), await ProbeAsync(url));

    [Fact]
    public async Task An_absurdly_long_host_is_an_outcome() =>
        Assert.NotEqual(
            ProbeOutcome.Found,
            (await ProbeAsync($"http://{string.Concat(Enumerable.Repeat(new string('a', 60) + ".", 8))}com/a.jpg", Dns.GetHostAddressesAsync)).Outcome);

    [Fact]
    public async Task Without_the_switch_this_machine_is_not_asked()
    {
        var url = host.Serve("/a.jpg", SmallPictures.Jpeg);

        Assert.Equal(new ProbedPicture(ProbeOutcome.Refused), await ProbeAsync(url, options: Options with { AllowLoopback = false }));
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_left_in_time()
    {
        var isAsked = new TaskCompletionSource();
        var url = host.Serve("/a.jpg", async context =>
        {
            isAsked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var probing = ProbeAsync(url);
        await isAsked.Task;
        time.Advance(Options.MaxTime);

        Assert.Equal(new ProbedPicture(ProbeOutcome.TimedOut), await probing);
    }

    [Fact]
    public async Task A_body_that_drips_is_left_in_time()
    {
        var isDripping = new TaskCompletionSource();
        var url = host.Serve("/a.jpg", async context =>
        {
            await context.Response.Body.WriteAsync(SmallPictures.Jpeg.AsMemory(0, 20));
            await context.Response.Body.FlushAsync();
            isDripping.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var probing = ProbeAsync(url);
        await isDripping.Task;
        time.Advance(Options.MaxTime);

        Assert.Equal(new ProbedPicture(ProbeOutcome.TimedOut), await probing);
    }

    [Fact]
    public async Task Headers_without_end_are_no_answer() =>
        Assert.Equal(ProbeOutcome.Unreachable, (await ProbeAsync(host.Serve("/a.jpg", context =>
        {
            for (var i = 0; i < 100; i++)
            {
                context.Response.Headers[$"X-{i}"] = new string('x', 1000);
            }

            return context.Response.Body.WriteAsync(SmallPictures.Jpeg).AsTask();
        }))).Outcome);

    [Fact]
    public async Task Who_asks_can_end_it()
    {
        using var client = new CancellationTokenSource();
        var url = host.Serve("/a.jpg", async context =>
        {
            await client.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var probe = new HttpPictureProbe(Options, time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe.ProbeAsync(url, client.Token));
    }

    [Fact]
    public async Task So_many_pictures_are_asked_for_at_once_and_no_more()
    {
        var waiting = new SemaphoreSlim(0);
        var goOn = new SemaphoreSlim(0);
        var atOnce = 0;
        var counts = new ConcurrentQueue<int>();
        var url = host.Serve("/a.jpg", async context =>
        {
            counts.Enqueue(Interlocked.Increment(ref atOnce));
            waiting.Release();
            await goOn.WaitAsync(context.RequestAborted);
            Interlocked.Decrement(ref atOnce);
            await context.Response.Body.WriteAsync(SmallPictures.Jpeg);
        });
        using var probe = new HttpPictureProbe(Options with { MaxParallel = 2 }, time);

        var probing = Enumerable.Range(0, 6).Select(_ => probe.ProbeAsync(url, CancellationToken.None)).ToList();
        await waiting.WaitAsync();
        for (var i = 0; i < 5; i++)
        {
            await waiting.WaitAsync();
            goOn.Release();
        }

        goOn.Release();
        Assert.All(await Task.WhenAll(probing), probed => Assert.Equal(ProbeOutcome.Found, probed.Outcome));
        Assert.Equal(2, counts.Max());
    }

    private static ProbedPicture Found(long? length, string type = "image/jpeg") =>
        new(ProbeOutcome.Found, new FoundFacts(SmallPictures.Width, SmallPictures.Height, type, length));

    /// <summary>The private host is one that a broken guard would reach on this machine, so that nothing is sent to another.</summary>
    private static Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken) =>
        name.StartsWith("private", StringComparison.Ordinal)
            ? Task.FromResult<IPAddress[]>([IPAddress.Any])
            : throw new SocketException(11001);

    private string Chunked(string path, byte[] bytes) => host.Serve(path, async context =>
    {
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(bytes);
    });

    private async Task<ProbedPicture> ProbeAsync(string url, NameResolver? resolve = null, PictureProbeOptions? options = null)
    {
        using var probe = new HttpPictureProbe(options ?? Options, time, resolve ?? ResolveAsync);
        return await probe.ProbeAsync(url, CancellationToken.None);
    }
}
