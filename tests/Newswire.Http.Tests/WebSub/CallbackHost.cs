using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Newswire.Http.Tests.WebSub;

/// <summary>A real subscriber on this machine. Unless a test says otherwise, it confirms whatever it is asked.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<CallbackRequest> requests = [];
    private readonly SemaphoreSlim arrived = new(0);

    private CallbackHost()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async context =>
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            requests.Enqueue(new CallbackRequest(
                context.Request.Method,
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
                context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase))
            {
                Body = body.ToArray(),
                LinkHeaders = context.Request.Headers.Link.Count,
            });
            arrived.Release();
            await Answer(context);
        });
    }

    /// <summary>What it answers.</summary>
    public RequestDelegate Answer { get; set; } = ConfirmAsync;

    /// <summary>What it was sent, in order.</summary>
    public IReadOnlyList<CallbackRequest> Requests => [.. requests];

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>A callback that its subscriber would keep to itself.</summary>
    public string Callback => Address + "/" + HubTests.CallbackWords;

    public static async Task<CallbackHost> StartAsync()
    {
        var host = new CallbackHost();
        await host.app.StartAsync();
        return host;
    }

    /// <summary>The challenge and nothing else, as W3C WebSub §5.3.1 has it.</summary>
    public static Task ConfirmAsync(HttpContext context) => context.Response.WriteAsync(Challenge(context));

    public static string Challenge(HttpContext context) => context.Request.Query["hub.challenge"].ToString();

    /// <summary>An answer with this status and body, whatever was asked.</summary>
    public void Say(int status, string body = "") => Answer = context =>
    {
        context.Response.StatusCode = status;

        // Writing nothing is writing, too: behind a 204 Kestrel takes it for a fault and breaks the connection off.
        return body.Length == 0 ? Task.CompletedTask : context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    };

    /// <summary>Waits for the next request that nobody has waited for.</summary>
    public Task ArrivedAsync() => arrived.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrived.Dispose();
    }
}
