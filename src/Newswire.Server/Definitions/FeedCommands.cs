using System.CommandLine;
using Newswire.Projection;

namespace Newswire.Server.Definitions;

/// <summary><c>feeds apply | list</c>: definitions of feeds in the configured storage.</summary>
internal static class FeedCommands
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A JSON file: {\"feeds\": [{\"name\": \"front-page\", …}, …]}." };
        var apply = new Command("apply", "Defines the feeds that a file lists, all or none. A feed that is not listed stays.") { file };
        apply.SetAction((parsed, cancellationToken) => CommandServices.UseAsync(
            async services =>
            {
                var json = await CommandServices.ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
                await ActivatorUtilities.CreateInstance<FeedFile>(services)
                    .ApplyAsync(json, Console.Out, Console.Error, cancellationToken);
            },
            cancellationToken));

        var list = new Command("list", "Lists the feeds, and the names that have moved or are retired.");
        list.SetAction((_, cancellationToken) => CommandServices.UseAsync(
            services => FeedTable.WriteAsync(services.GetRequiredService<FeedsInForce>(), Console.Out, cancellationToken),
            cancellationToken));
        return new Command("feeds", "Definitions of feeds.") { apply, list };
    }
}
