using System.CommandLine;
using System.Text.Json;
using Newswire.Auditing;

namespace Newswire.CommandLine.Keys;

/// <summary><c>keys create | list | revoke</c>: publisher keys, in storage only.</summary>
internal static class KeyCommands
{
    public static Command Create(CommandRunner runner) => new("keys", "Publisher keys: make, list, revoke. They are in storage; no server makes them.")
    {
        Make(runner), List(runner), Revoke(runner),
    };

    private static Command Make(CommandRunner runner)
    {
        var name = new Argument<string>("name") { Description = "What to call the key, such as the CMS that uses it." };
        var create = new Command("create", "Makes a publisher key and prints it, once.") { name };
        runner.Handle(create, async (parsed, target, screen, cancellationToken) =>
        {
            var wanted = parsed.GetRequiredValue(name);
            var (secret, key) = await target.ActOnKeysAsync(
                new AuditAct(AuditActs.MakePublisherKey, wanted),
                (keys, cancelled) => keys.CreateAsync(wanted, cancelled),
                made => (AuditResult.Done, made.Key.Id),
                cancellationToken);
            if (screen.IsJson)
            {
                await screen.JsonAsync(JsonSerializer.SerializeToElement(new { secret, key = new { id = key.Id, name = key.Name } }));
                return;
            }

            await screen.LineAsync($"Key {key.Id} ({key.Name}):");
            await screen.LineAsync(secret);
            await screen.LineAsync("It is shown this once; storage keeps its hash only.");
        });
        return create;
    }

    private static Command List(CommandRunner runner)
    {
        var list = new Command("list", "Lists the publisher keys.");
        runner.Handle(list, async (_, target, screen, cancellationToken) =>
        {
            var keys = await target.Keys.ListAsync(cancellationToken);
            if (screen.IsJson)
            {
                await screen.JsonAsync(JsonSerializer.SerializeToElement(
                    keys.Select(key => new { id = key.Id, name = key.Name, created = key.Created, revoked = key.Revoked })));
                return;
            }

            await screen.TableAsync(
                ["id", "made", "state", "name"],
                [.. keys.Select(key => (string[])
                    [key.Id, Terminal.Screen.Date(key.Created), key.Revoked is { } revoked ? "revoked " + Terminal.Screen.Date(revoked) : "good", key.Name])],
                "There is no publisher key; 'newswire keys create NAME' makes one.");
        });
        return list;
    }

    private static Command Revoke(CommandRunner runner)
    {
        var which = new Argument<string>("id-or-name") { Description = "The id or the name of the key." };
        var revoke = new Command("revoke", "Takes a publisher key out of use within five seconds.") { which };
        runner.Handle(revoke, async (parsed, target, screen, cancellationToken) =>
        {
            var id = parsed.GetRequiredValue(which);
            var revoked = await target.ActOnKeysAsync(
                new AuditAct(AuditActs.RevokePublisherKey, id),
                (keys, cancelled) => keys.RevokeAsync(id, cancelled),
                count => (count > 0 ? AuditResult.Done : AuditResult.Refused, null),
                cancellationToken);
            await screen.LineAsync(revoked switch
            {
                0 => throw new CommandFailedException($"No key in use has the id or name '{id}'; 'newswire keys list' shows them."),
                1 => "One key is revoked.",
                var count => $"{count} keys are revoked.",
            });
        });
        return revoke;
    }
}
