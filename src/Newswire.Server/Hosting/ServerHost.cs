using Newswire.AzureStorage;
using Newswire.Exporters;
using Newswire.Http;
using Newswire.Storage;

namespace Newswire.Server.Hosting;

/// <summary>Composes the Kestrel host: the shared services, the routes, the queues and the clock.</summary>
internal static class ServerHost
{
    private const string DefaultUrl = "http://127.0.0.1:7071";

    public static WebApplicationBuilder CreateBuilder(params string[] args)
    {
        // Settings lie beside the program, from whatever folder it is run. Slim: what it leaves out is either not
        // needed behind a proxy or added here, and every request would pay for it.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl;
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(urls);
        builder.Configuration["Publication:BaseUrl"] ??= urls.Split(';')[0].TrimEnd('/');
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder, StorageOptions storage)
    {
        builder.Services.AddAzureStorage(storage);
        builder.Services.AddNewswire(builder.Configuration);
        builder.Services.AddNewswireTelemetry(builder.Configuration);

        // A message sent by this process is received at once instead of at the next poll.
        builder.Services.AddSingleton<QueuePulse>();
        builder.Services.Decorate<IMessageQueues>((inner, provider) =>
            new PulsingQueues(inner, provider.GetRequiredService<QueuePulse>()));
        foreach (var work in QueueWork.All)
        {
            builder.Services.AddSingleton<IHostedService>(provider =>
                ActivatorUtilities.CreateInstance<QueueListener>(provider, work));
        }

        foreach (var work in TimedWork.All)
        {
            builder.Services.AddSingleton<IHostedService>(provider =>
                ActivatorUtilities.CreateInstance<Timetable>(provider, work));
        }

        var app = builder.Build();
        app.UseStatusCodePages(context => Unmatched.WriteAsync(context.HttpContext));
        app.MapNewswire();
        return app;
    }
}
