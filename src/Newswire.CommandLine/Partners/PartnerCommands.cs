using System.CommandLine;
using System.Text.Json;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine.Partners;

/// <summary><c>partners apply | list | remove | usage | key | webhook</c>.</summary>
internal static class PartnerCommands
{
    public static Command Create(CommandRunner runner) => new("partners", "Partners under contract, their keys, webhooks and usage.")
    {
        Apply(runner),
        List(runner),
        Remove(runner),
        PartnerUsage.Create(runner),
        PartnerKeyCommands.Create(runner),
        PartnerWebhookCommands.Create(runner),
    };

    /// <summary>The name of a partner on the command line.</summary>
    public static Argument<string> Name() => new("name") { Description = "The partner's name." };

    /// <summary>The path of a partner, or of something of it.</summary>
    public static string Path(string partner, string below = "") => $"api/partners/{Uri.EscapeDataString(partner)}{below}";

    private static Command Apply(CommandRunner runner)
    {
        var file = new Argument<FileInfo>("file") { Description = "A JSON file: {\"partners\": [{\"name\": \"daily-planet\", …}, …]}." };
        var apply = new Command("apply", "Makes or replaces the partners that a file lists, all or none. Keys, and partners that are not listed, stay.") { file };
        runner.Handle(apply, async (parsed, target, screen, cancellationToken) =>
        {
            var json = await GivenFile.ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            await AppliedFile.WriteAsync(
                await target.Client.SendAsync(HttpMethod.Put, "api/partners", json, cancellationToken), "partners", screen);
        });
        return apply;
    }

    private static Command List(CommandRunner runner)
    {
        var list = new Command("list", "Lists the partners and their keys.");
        runner.Handle(list, async (_, target, screen, cancellationToken) =>
        {
            var answer = await target.Client.GetAsync("api/partners", cancellationToken);
            if (screen.IsJson)
            {
                await screen.JsonAsync(answer);
                return;
            }

            var partners = answer.GetProperty("partners").EnumerateArray().ToList();
            await screen.TableAsync(
                ["name", "profile", "feeds", "title"],
                [.. partners.Select(partner => (string[])
                    [Text(partner, "name"), Text(partner, "profile"), Text(partner.GetProperty("feeds").GetArrayLength()), Text(partner, "title")])],
                "There is no partner yet; 'newswire partners apply FILE' makes some.");
            var keys = partners.SelectMany(partner => partner.GetProperty("keys").EnumerateArray().Select(key => (string[])
                [Text(partner, "name"), Text(key, "id"), Screen.Date(key.GetProperty("created").GetDateTimeOffset()), State(key), Text(key, "name")])).ToList();
            if (keys.Count > 0)
            {
                await screen.LineAsync("");
                await screen.TableAsync(["partner", "key", "made", "state", "name"], keys, "");
            }
        });
        return list;
    }

    private static Command Remove(CommandRunner runner)
    {
        var name = Name();
        var remove = new Command("remove", "Removes a partner with all its keys and its webhook, and ends its contract.") { name };
        runner.Handle(remove, async (parsed, target, screen, cancellationToken) =>
        {
            var partner = parsed.GetRequiredValue(name);
            await target.Client.SendAsync(HttpMethod.Delete, Path(partner), null, cancellationToken);
            await screen.LineAsync($"{partner} is removed.");
        });
        return remove;
    }

    private static string Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.ToString() : "";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string State(JsonElement key)
    {
        var state = Text(key, "state");
        return state switch
        {
            "revoked" => "revoked " + Screen.Date(key.GetProperty("revoked").GetDateTimeOffset()),
            "expired" => "expired " + Screen.Date(key.GetProperty("expires").GetDateTimeOffset()),
            _ => key.TryGetProperty("expires", out var expires) ? "good until " + Screen.Date(expires.GetDateTimeOffset()) : state,
        };
    }
}
