using System.CommandLine;
using System.Text.Json;

namespace Newswire.CommandLine.Partners;

/// <summary><c>partners usage</c>: what a partner has taken, day by day.</summary>
internal static class PartnerUsage
{
    public static Command Create(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var from = new Option<string?>("--from") { Description = "The first day (UTC), such as 2026-11-01.", HelpName = "day" };
        var to = new Option<string?>("--to") { Description = "The last day (UTC).", HelpName = "day" };
        var usage = new Command("usage", "Shows what a partner has taken, day by day and by feed.") { name, from, to };
        runner.Handle(usage, async (parsed, target, screen, cancellationToken) =>
        {
            var query = string.Join('&', new[] { ("from", parsed.GetValue(from)), ("to", parsed.GetValue(to)) }
                .Where(pair => pair.Item2 is not null)
                .Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));
            var answer = await target.Client.GetAsync(
                PartnerCommands.Path(parsed.GetRequiredValue(name), "/usage" + (query.Length > 0 ? "?" + query : "")), cancellationToken);
            if (screen.IsJson)
            {
                await screen.JsonAsync(answer);
                return;
            }

            // Days on which nothing was asked say nothing.
            await screen.TableAsync(
                ["day", "taken", "not modified", "refused", "failed", "bytes"],
                [.. Rows(answer, "days", "day", "taken", "notModified", "refused", "failed", "bytes").Where(row => row.Skip(1).Any(count => count != "0"))],
                $"Nothing from {answer.GetProperty("from")} to {answer.GetProperty("to")}.");
            var feeds = Rows(answer, "feeds", "feed", "taken", "notModified", "failed", "bytes").ToList();
            if (feeds.Count > 0)
            {
                await screen.LineAsync("");
                await screen.TableAsync(["feed", "taken", "not modified", "failed", "bytes"], feeds, "");
            }
        });
        return usage;
    }

    private static IEnumerable<string[]> Rows(JsonElement answer, string list, params string[] members) =>
        answer.GetProperty(list).EnumerateArray().Select(item => Array.ConvertAll(members, member => item.GetProperty(member).ToString()));
}
