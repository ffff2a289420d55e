using System.CommandLine;
using System.Globalization;
using Newswire.Keys;
using Newswire.Server.Hosting;

namespace Newswire.Server.Keys;

/// <summary><c>keys create | list | revoke</c>: publisher keys in the configured storage.</summary>
internal static class KeyCommands
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "What to call the key, such as the CMS that uses it." };
        var create = new Command("create", "Makes a publisher key and prints it, once.") { name };
        create.SetAction((parsed, cancellationToken) => WithKeysAsync(
            async keys =>
            {
                var (secret, key) = await keys.CreateAsync(parsed.GetRequiredValue(name), cancellationToken);
                Console.WriteLine($"Key {key.Id} ({key.Name}):");
                Console.WriteLine(secret);
                Console.WriteLine("It is shown this once; storage keeps its hash only.");
            },
            cancellationToken));

        var list = new Command("list", "Lists the publisher keys.");
        list.SetAction((_, cancellationToken) => WithKeysAsync(
            async keys =>
            {
                foreach (var key in await keys.ListAsync(cancellationToken))
                {
                    var state = key.Revoked is { } revoked ? "revoked " + Date(revoked) : "good";
                    Console.WriteLine($"{key.Id}  {Date(key.Created)}  {state,-24}  {key.Name}");
                }
            },
            cancellationToken));

        var which = new Argument<string>("id-or-name") { Description = "The id or the name of the key." };
        var revoke = new Command("revoke", "Takes a publisher key out of use within five seconds.") { which };
        revoke.SetAction((parsed, cancellationToken) => WithKeysAsync(
            async keys =>
            {
                var id = parsed.GetRequiredValue(which);
                Console.WriteLine(await keys.RevokeAsync(id, cancellationToken) switch
                {
                    0 => throw new StartException($"No key in use has the id or name '{id}'; 'keys list' shows them."),
                    1 => "One key is revoked.",
                    var count => $"{count} keys are revoked.",
                });
            },
            cancellationToken));
        return new Command("keys", "Publisher keys.") { create, list, revoke };
    }

    private static Task<int> WithKeysAsync(Func<PublisherKeys, Task> work, CancellationToken cancellationToken) =>
        CommandServices.UseAsync(services => work(services.GetRequiredService<PublisherKeys>()), cancellationToken);

    private static string Date(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
