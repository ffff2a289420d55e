using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newswire.AzureStorage;
using Newswire.Keys;
using Newswire.Server.Hosting;

namespace Newswire.Benchmarks.Load;

/// <summary>
/// The measured process: the real server and, on a listener of its own, the bare endpoint it is compared with. Runs until
/// its standard input ends, so that it never outlives the process that measures.
/// </summary>
internal static class LoadServer
{
    /// <summary>The word on the command line that starts it.</summary>
    public const string Command = "load-server";

    /// <summary>Prints the two addresses and a publisher key, a line each.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = ServerHost.CreateBuilder();
        var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>()!;
        await using var server = ServerHost.Build(builder, storage);
        await server.StartAsync();
        var (secret, _) = await server.Services.GetRequiredService<PublisherKeys>().CreateAsync("load", CancellationToken.None);

        await using var bare = BareEndpoint.Build(AddressOf(server));
        await bare.StartAsync();

        Console.WriteLine(AddressOf(server));
        Console.WriteLine(AddressOf(bare));
        Console.WriteLine(secret);
        await Console.In.ReadToEndAsync();
        await bare.StopAsync();
        await server.StopAsync();
        return 0;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
