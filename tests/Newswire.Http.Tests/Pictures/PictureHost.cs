using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Newswire.Http.Tests.Pictures;

/// <summary>A server of pictures on this machine that does as each test says.</summary>
internal sealed class PictureHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> files = new(StringComparer.Ordinal);

    private PictureHost()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async context =>
        {
            Requests.Enqueue(context.Request.Path);
            Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            if (files.TryGetValue(context.Request.Path, out var serve))
            {
                await serve(context);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        });
    }

    /// <summary>The paths asked for, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>What the last request said.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<PictureHost> StartAsync()
    {
        var host = new PictureHost();
        await host.app.StartAsync();
        return host;
    }

    /// <summary>Serves whatever the test writes.</summary>
    /// <returns>The address.</returns>
    public string Serve(string path, RequestDelegate serve)
    {
        files[path] = serve;
        return Address + path;
    }

    /// <summary>Serves the bytes as a plain answer with a length.</summary>
    public string Serve(string path, byte[] bytes, string type = "image/jpeg", int status = StatusCodes.Status200OK) =>
        Serve(path, async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });

    /// <summary>Serves what is asked for of a file, as RFC 9110 §14.4 has it.</summary>
    public string ServeRanges(string path, byte[] bytes) =>
        Serve(path, context => Results.Bytes(bytes, "image/jpeg", enableRangeProcessing: true).ExecuteAsync(context));

    public string Redirect(string path, string to, int status = StatusCodes.Status302Found) =>
        Serve(path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = to;
            return Task.CompletedTask;
        });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
