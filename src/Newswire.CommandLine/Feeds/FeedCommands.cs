using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Newswire.CommandLine.Feeds;

/// <summary><c>feeds apply | list | retire</c>.</summary>
internal static class FeedCommands
{
    public static Command Create(CommandRunner runner) => new("feeds", "Feeds: define them from a file, list, retire.")
    {
        Apply(runner), List(runner), Retire(runner),
    };

    private static Command Apply(CommandRunner runner)
    {
        var file = new Argument<FileInfo>("file") { Description = "A JSON file: {\"feeds\": [{\"name\": \"front-page\", …}, …]}." };
        var apply = new Command("apply", "Defines the feeds that a file lists, all or none. A feed that is not listed stays.") { file };
        runner.Handle(apply, async (parsed, target, screen, cancellationToken) =>
        {
            var json = await GivenFile.ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            var answer = await target.Client.SendAsync(HttpMethod.Put, "api/feeds", json, cancellationToken);
            await AppliedFile.WriteAsync(answer, "feeds", screen);
            if (!screen.IsJson)
            {
                await screen.LineAsync(answer.GetProperty("feeds").EnumerateArray().Any(feed => feed.GetProperty("change").ValueEquals("defined"))
                    ? "The server follows within seconds; 'newswire feeds list' shows how far it has come."
                    : "There is nothing to do.");
            }
        });
        return apply;
    }

    private static Command List(CommandRunner runner)
    {
        var list = new Command("list", "Lists the feeds, and the names that have moved or are retired.");
        runner.Handle(list, async (_, target, screen, cancellationToken) =>
        {
            var answer = await target.Client.GetAsync("api/feeds", cancellationToken);
            if (screen.IsJson)
            {
                await screen.JsonAsync(answer);
                return;
            }

            var rows = answer.GetProperty("feeds").EnumerateArray().Select(Row)
                .Concat(answer.GetProperty("moved").EnumerateObject().Select(moved => (string[])[moved.Name, "moved to " + moved.Value, ""]))
                .Concat(answer.GetProperty("retired").EnumerateArray().Select(name => (string[])[name.GetString()!, "retired", ""]));
            await screen.TableAsync(
                ["name", "kind", "title"],
                [.. rows.OrderBy(row => row[0], StringComparer.Ordinal)],
                "There is no feed yet; the first article brings the first ones.");
        });
        return list;
    }

    private static string[] Row(JsonElement feed) =>
    [
        feed.GetProperty("name").GetString()!,
        feed.TryGetProperty("backfill", out var backfill)
            ? string.Create(CultureInfo.InvariantCulture, $"filled to {backfill.GetProperty("share").GetDouble():P0}")
            : feed.GetProperty("kind").GetString()!,
        feed.GetProperty("title").GetString()!,
    ];

    private static Command Retire(CommandRunner runner)
    {
        var name = new Argument<string>("name") { Description = "The feed's name, such as topics/uk-news." };
        var retire = new Command("retire", "Gives a feed up: its addresses answer 410, which ends subscriptions for good.") { name };
        runner.Handle(retire, async (parsed, target, screen, cancellationToken) =>
        {
            var feed = parsed.GetRequiredValue(name);
            await target.Client.SendAsync(
                HttpMethod.Delete, "api/feeds/" + string.Join('/', feed.Split('/').Select(Uri.EscapeDataString)), null, cancellationToken);
            await screen.LineAsync($"{feed} is retired. Defining it again brings it back.");
        });
        return retire;
    }
}
