using System.CommandLine;
using System.Text.Json;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine.Rebuilding;

/// <summary><c>rebuild</c> and <c>verify</c>: the documents made anew from the catalog, to be served or to be compared.</summary>
internal static class RebuildCommands
{
    public static Command CreateRebuild(CommandRunner runner) => Create(
        runner,
        new Command("rebuild", "Makes all documents anew from the catalog, beside those that are served, and then serves them, from one moment to the next."),
        "rebuild",
        ShowRebuiltAsync);

    public static Command CreateVerify(CommandRunner runner) => Create(
        runner,
        new Command("verify", "Makes all documents anew from the catalog and tells which of those that are served differ. Nothing is changed."),
        "verify",
        ShowVerifiedAsync);

    private static Command Create(
        CommandRunner runner, Command command, string purpose, Func<JsonElement, Screen, Task<int>> show)
    {
        var noWait = new Option<bool>("--no-wait") { Description = "Begin it and come back; given again, the command waits for what is under way." };
        var giveUp = new Option<bool>("--give-up") { Description = "Give up what is under way. What is served was never touched." };
        command.Options.Add(noWait);
        command.Options.Add(giveUp);
        runner.Handle(command, async (parsed, target, screen, cancellationToken) =>
        {
            var build = new Build(target, screen, runner.Time);
            if (parsed.GetValue(giveUp))
            {
                await target.Client.SendAsync(HttpMethod.Delete, Build.Path, null, cancellationToken);
                await screen.LineAsync("What was under way is given up.");
                return ExitCode.Done;
            }

            var number = await build.BeginAsync(purpose, cancellationToken);
            if (parsed.GetValue(noWait))
            {
                await screen.LineAsync("It is under way.");
                return ExitCode.Done;
            }

            try
            {
                return await show(await build.FollowAsync(number, cancellationToken), screen);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                screen.EndProgress();
                await screen.Errors.WriteLineAsync(target.IsStorage
                    ? $"Interrupted. A host goes on with it, if one runs; so does 'newswire {purpose}'. With --give-up it ends it."
                    : $"Interrupted. The server goes on; 'newswire {purpose}' waits for it again, with --give-up it ends it.");
                return ExitCode.Interrupted;
            }
        });
        return command;
    }

    private static async Task<int> ShowRebuiltAsync(JsonElement outcome, Screen screen)
    {
        if (!IsEnd(outcome, "served"))
        {
            throw new CommandFailedException("The rebuild was given up; what was served before is served still.");
        }

        await WriteAsync(outcome, "The documents that were made anew are served.", screen);
        return ExitCode.Done;
    }

    private static async Task<int> ShowVerifiedAsync(JsonElement outcome, Screen screen)
    {
        if (!IsEnd(outcome, "verified"))
        {
            throw new CommandFailedException("The verification was given up.");
        }

        var differences = outcome.TryGetProperty("differences", out var found) ? found.EnumerateArray().ToList() : [];
        if (screen.IsJson || differences.Count == 0)
        {
            await WriteAsync(outcome, "Every document is what the catalog says.", screen);
        }
        else
        {
            await screen.TableAsync(
                ["document", ""],
                [.. differences.Select(difference => (string[])
                    [difference.GetProperty("document").GetString()!, difference.GetProperty("kind").GetString()!])],
                "");
            await screen.LineAsync("'newswire rebuild' makes them anew.");
        }

        return differences.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static bool IsEnd(JsonElement outcome, string end) => outcome.GetProperty("end").ValueEquals(end);

    private static Task WriteAsync(JsonElement outcome, string sentence, Screen screen) =>
        screen.IsJson ? screen.JsonAsync(outcome) : screen.LineAsync(sentence);
}
