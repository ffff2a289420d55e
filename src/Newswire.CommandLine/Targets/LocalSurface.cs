using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newswire.Auditing;
using Newswire.Http;
using Newswire.Keys;
using Newswire.Projection.Generations;

namespace Newswire.CommandLine.Targets;

/// <summary>
/// Newswire's surface over storage, for as long as a command lives: it listens on a socket in a folder that only this user
/// may enter, and takes a key that exists in this process alone. It follows no queue and no clock; the hosts do that.
/// </summary>
internal sealed class LocalSurface : IAsyncDisposable
{
    /// <summary>How long to wait before looking whether there is something to do again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly string key;

    private LocalSurface(WebApplication app, DirectoryInfo folder)
    {
        (this.app, this.folder) = (app, folder);
        key = Keys.MakeOwn();
    }

    /// <summary>The publisher keys in storage.</summary>
    public PublisherKeys Keys => app.Services.GetRequiredService<PublisherKeys>();

    /// <summary>Who did what.</summary>
    public AuditLog Audit => app.Services.GetRequiredService<AuditLog>();

    /// <summary>Starts it.</summary>
    /// <param name="configuration">The settings of the publication, as the hosts have them.</param>
    /// <param name="addStorage">Registers the ports to storage.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<LocalSurface> StartAsync(
        IConfiguration configuration, Action<IServiceCollection> addStorage, CancellationToken cancellationToken)
    {
        var place = Directory.CreateTempSubdirectory("newswire-");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        addStorage(builder.Services);
        builder.Services.AddNewswire(builder.Configuration);

        // What the hosts do regularly, they go on doing.
        builder.Services.RemoveAll<IHostedService>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(SocketIn(place)));
        var host = builder.Build();
        host.MapNewswire();
        var surface = new LocalSurface(host, place);
        try
        {
            await host.StartAsync(cancellationToken);
            return surface;
        }
        catch
        {
            await surface.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client that opens every door of it.</summary>
    public HttpClient CreateClient()
    {
        var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync, UseProxy = false })
        {
            BaseAddress = new Uri("http://localhost/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    /// <summary>Works on what is being built until it is cancelled; waits while a host is at it.</summary>
    public async Task WorkOnBuildAsync(CancellationToken cancellationToken)
    {
        var rebuild = app.Services.GetRequiredService<Rebuild>();
        while (true)
        {
            await rebuild.WorkAsync(cancellationToken);
            await Task.Delay(Pause, app.Services.GetRequiredService<TimeProvider>(), cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string SocketIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "surface");

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketIn(folder)), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
