using System.CommandLine;
using System.Text.Json;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine.Partners;

/// <summary><c>partners key create | revoke</c>.</summary>
internal static class PartnerKeyCommands
{
    public static Command Create(CommandRunner runner) => new("key", "Keys of partners.") { Make(runner), Revoke(runner) };

    private static Command Make(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "From when on the key opens nothing, such as 2027-01-31 (its first moment in UTC) or 2027-01-31T09:00:00Z; never without it.",
            HelpName = "date",
            CustomParser = ExpiryDate.Parse,
        };
        var create = new Command("create", "Makes a key for a partner and prints it, once. Its other keys stay good.") { name, expires };
        runner.Handle(create, async (parsed, target, screen, cancellationToken) =>
        {
            var partner = parsed.GetRequiredValue(name);
            var until = parsed.GetValue(expires);
            var wish = until is null ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(new { expires = until });
            var answer = await target.Client.SendAsync(HttpMethod.Post, PartnerCommands.Path(partner, "/keys"), wish, cancellationToken);
            if (screen.IsJson)
            {
                await screen.JsonAsync(answer);
                return;
            }

            await screen.LineAsync($"Key {answer.GetProperty("key").GetProperty("id")} of {partner}{(until is null ? "" : $", good until {Screen.Date(until.Value)}")}:");
            await screen.LineAsync(answer.GetProperty("secret").GetString()!);
            await screen.LineAsync("It is shown this once; storage keeps its hash only.");
        });
        return create;
    }

    private static Command Revoke(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var id = new Argument<string>("id") { Description = "The id of the key." };
        var revoke = new Command("revoke", "Takes a partner's key out of use within five seconds.") { name, id };
        runner.Handle(revoke, async (parsed, target, screen, cancellationToken) =>
        {
            var (partner, key) = (parsed.GetRequiredValue(name), parsed.GetRequiredValue(id));
            await target.Client.SendAsync(
                HttpMethod.Delete, PartnerCommands.Path(partner, "/keys/" + Uri.EscapeDataString(key)), null, cancellationToken);
            await screen.LineAsync($"The key {key} of {partner} is revoked.");
        });
        return revoke;
    }
}
