using Newswire.Feeds;
using Newswire.Keys;
using Newswire.Server.Samples;

namespace Newswire.Server.Hosting;

/// <summary>The life of the server process, from storage to Ctrl+C.</summary>
internal static class ServerRun
{
    public static async Task RunAsync(bool sample, CancellationToken cancellationToken)
    {
        var builder = ServerHost.CreateBuilder();
        if (sample)
        {
            SampleNewsroom.Configure(builder.Configuration);
        }

        await using var storage = await StorageSource.OpenAsync(builder.Configuration, cancellationToken);
        await using var app = ServerHost.Build(builder, storage.Options);

        // Storage that cannot be reached is a reason not to start; later on it is only a reason to wait.
        var keys = app.Services.GetRequiredService<PublisherKeys>();
        await keys.ListAsync(cancellationToken);

        await app.StartAsync(cancellationToken);
        var baseUrl = new Uri(app.Services.GetRequiredService<Publication>().BaseUrl);
        if (sample)
        {
            await SampleNewsroom.PublishAsync(baseUrl, keys, Console.Out, cancellationToken);
        }
        else
        {
            await Welcome.WriteAsync(baseUrl, keys, Console.Out, cancellationToken);
        }

        await app.WaitForShutdownAsync(cancellationToken);
    }
}
