using System.CommandLine;
using System.Text.Json;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine.Partners;

/// <summary><c>partners webhook set | show | remove | secret | ping | retry</c>.</summary>
internal static class PartnerWebhookCommands
{
    public static Command Create(CommandRunner runner) => new("webhook", "Where a partner is told of changes, and what came of it.")
    {
        Set(runner), Show(runner), Remove(runner), Secret(runner), Ping(runner), Retry(runner),
    };

    private static string Path(string partner, string below = "") => PartnerCommands.Path(partner, "/webhook" + below);

    private static Command Set(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var url = new Argument<string>("url") { Description = "The https address that is told; it may hold a token, and is not printed." };
        var set = new Command("set", "Sets where a partner is told, and tries it at once. A new webhook's secret is printed, once.") { name, url };
        runner.Handle(set, async (parsed, target, screen, cancellationToken) =>
        {
            var partner = parsed.GetRequiredValue(name);
            var wish = JsonSerializer.SerializeToUtf8Bytes(new { url = parsed.GetRequiredValue(url) });
            await WriteAsync(
                await target.Client.SendAsync(HttpMethod.Put, Path(partner), wish, cancellationToken), $"{partner} is told of changes there.", screen);
        });
        return set;
    }

    private static Command Show(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var show = new Command("show", "Shows how it stands with a partner's webhook: the last deliveries, what waits, what was given up.") { name };
        runner.Handle(show, async (parsed, target, screen, cancellationToken) =>
        {
            var answer = await target.Client.GetAsync(Path(parsed.GetRequiredValue(name)), cancellationToken);
            if (screen.IsJson)
            {
                await screen.JsonAsync(answer);
                return;
            }

            await screen.TableAsync(["", ""], [.. WebhookLines.Of(answer)], "");
        });
        return show;
    }

    private static Command Remove(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var remove = new Command("remove", "The partner is told of nothing any more; the change stream stays.") { name };
        runner.Handle(remove, async (parsed, target, screen, cancellationToken) =>
        {
            await target.Client.SendAsync(HttpMethod.Delete, Path(parsed.GetRequiredValue(name)), null, cancellationToken);
            await screen.LineAsync("The webhook is removed.");
        });
        return remove;
    }

    private static Command Secret(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var remove = new Option<string?>("--remove") { Description = "Take the secret with this id out of use instead; the other one signs on.", HelpName = "id" };
        var secret = new Command("secret", "Makes a second secret beside the one there is, and prints it, once; both sign until one is removed.") { name, remove };
        runner.Handle(secret, async (parsed, target, screen, cancellationToken) =>
        {
            var partner = parsed.GetRequiredValue(name);
            if (parsed.GetValue(remove) is { } id)
            {
                await target.Client.SendAsync(HttpMethod.Delete, Path(partner, "/secrets/" + Uri.EscapeDataString(id)), null, cancellationToken);
                await screen.LineAsync($"The secret {id} signs no more.");
                return;
            }

            await WriteAsync(
                await target.Client.SendAsync(HttpMethod.Post, Path(partner, "/secrets"), null, cancellationToken), "Both secrets sign.", screen);
        });
        return secret;
    }

    private static Command Ping(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var ping = new Command("ping", "Sends the partner a delivery without changes and says what came of it.") { name };
        runner.Handle(ping, async (parsed, target, screen, cancellationToken) => await screen.JsonAsync(
            await target.Client.SendAsync(HttpMethod.Post, Path(parsed.GetRequiredValue(name), "/ping"), null, cancellationToken)));
        return ping;
    }

    private static Command Retry(CommandRunner runner)
    {
        var name = PartnerCommands.Name();
        var letter = new Argument<string>("letter") { Description = "The id of what was given up; 'webhook show' lists them." };
        var retry = new Command("retry", "Tells once more what was given up, and all that came behind it.") { name, letter };
        runner.Handle(retry, async (parsed, target, screen, cancellationToken) =>
        {
            await target.Client.SendAsync(
                HttpMethod.Post, Path(parsed.GetRequiredValue(name), "/dead/" + Uri.EscapeDataString(parsed.GetRequiredValue(letter))), null, cancellationToken);
            await screen.LineAsync("It is told again.");
        });
        return retry;
    }

    private static async Task WriteAsync(JsonElement answer, string otherwise, Screen screen)
    {
        if (screen.IsJson)
        {
            await screen.JsonAsync(answer);
        }
        else if (answer.TryGetProperty("secret", out var secret))
        {
            await screen.LineAsync("The secret that signs deliveries:");
            await screen.LineAsync(secret.GetString()!);
            await screen.LineAsync("It is shown this once.");
        }
        else
        {
            await screen.LineAsync(otherwise);
        }
    }
}
