using System.CommandLine;
using Newswire.Projection;
using Newswire.Server.Hosting;

namespace Newswire.Server.Definitions;

/// <summary><c>feeds apply | list</c>: definitions of feeds in the configured storage.</summary>
internal static class FeedCommands
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A JSON file: {\"feeds\": [{\"name\": \"front-page\", …}, …]}." };
        var apply = new Command("apply", "Defines the feeds that a file lists, all or none. A feed that is not listed stays.") { file };
        apply.SetAction((parsed, cancellationToken) => WithServicesAsync(
            async services =>
            {
                var json = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
                await ActivatorUtilities.CreateInstance<FeedFile>(services)
                    .ApplyAsync(json, Console.Out, Console.Error, cancellationToken);
            },
            cancellationToken));

        var list = new Command("list", "Lists the feeds, and the names that have moved or are retired.");
        list.SetAction((_, cancellationToken) => WithServicesAsync(
            services => FeedTable.WriteAsync(services.GetRequiredService<FeedsInForce>(), Console.Out, cancellationToken),
            cancellationToken));
        return new Command("feeds", "Definitions of feeds.") { apply, list };
    }

    private static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The file '{file.Name}' cannot be read: {exception.Message}", exception);
        }
    }

    private static Task<int> WithServicesAsync(Func<IServiceProvider, Task> work, CancellationToken cancellationToken) =>
        Exit.WithSentenceAsync(async () =>
        {
            var builder = ServerHost.CreateBuilder();
            await using var storage = await StorageSource.OpenAsync(builder.Configuration, cancellationToken);
            await using var app = ServerHost.Build(builder, storage.Options);
            await work(app.Services);
        });
}
