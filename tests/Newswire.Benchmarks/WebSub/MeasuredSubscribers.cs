using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Newswire.Benchmarks.WebSub;

/// <summary>Subscribers on one listener of this process: the live ones read a document to its end and answer, the dead never do.</summary>
internal sealed class MeasuredSubscribers : IAsyncDisposable
{
    /// <summary>The newest article stands at the beginning of a document.</summary>
    private const int LookedAtBytes = 32 * 1024;

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly HashSet<string> waitingFor = new(StringComparer.Ordinal);
    private byte[] expected = [];
    private List<long> arrivals = [];
    private TaskCompletionSource all = new();

    private MeasuredSubscribers()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(TakeAsync);
    }

    private Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<MeasuredSubscribers> StartAsync()
    {
        var subscribers = new MeasuredSubscribers();
        await subscribers.app.StartAsync();
        return subscribers;
    }

    public string Callback(int number, bool isDead) =>
        new Uri(Address, string.Create(CultureInfo.InvariantCulture, $"/{(isDead ? "dead" : "live")}/{number}")).AbsoluteUri;

    /// <summary>Waits until each of these has a document with the article.</summary>
    /// <returns>The moments at which they had it, in order (<see cref="Stopwatch.GetTimestamp"/>).</returns>
    public async Task<IReadOnlyList<long>> HaveAsync(string articleId, IEnumerable<string> callbacks)
    {
        Task complete;
        lock (gate)
        {
            expected = Encoding.UTF8.GetBytes(":" + articleId + "<");
            arrivals = [];
            all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            complete = all.Task;
            waitingFor.Clear();
            waitingFor.UnionWith(callbacks.Select(callback => new Uri(callback).AbsolutePath));
            if (waitingFor.Count == 0)
            {
                return [];
            }
        }

        await complete.WaitAsync(TimeSpan.FromMinutes(2));
        return arrivals;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/dead", StringComparison.Ordinal))
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        var start = new byte[LookedAtBytes];
        var read = await context.Request.Body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false);
        await context.Request.Body.CopyToAsync(Stream.Null);
        var now = Stopwatch.GetTimestamp();
        lock (gate)
        {
            if (start.AsSpan(0, read).IndexOf(expected) >= 0 && waitingFor.Remove(context.Request.Path))
            {
                arrivals.Add(now);
                if (waitingFor.Count == 0)
                {
                    all.TrySetResult();
                }
            }
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
