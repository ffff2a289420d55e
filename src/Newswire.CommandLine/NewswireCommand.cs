using System.CommandLine;
using System.CommandLine.Help;
using Newswire.CommandLine.Exporting;
using Newswire.CommandLine.Feeds;
using Newswire.CommandLine.Importing;
using Newswire.CommandLine.Keys;
using Newswire.CommandLine.Partners;
using Newswire.CommandLine.Rebuilding;

namespace Newswire.CommandLine;

/// <summary>The command <c>newswire</c> with all below it.</summary>
internal static class NewswireCommand
{
    /// <summary>Does what the arguments say and gives the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandSurroundings surroundings)
    {
        var parsed = Create(surroundings).Parse(args);
        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Screen.Output,
            Error = surroundings.Screen.Errors,

            // What is under way is written down first, so that the same command can go on from there.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        var code = await parsed.InvokeAsync(invocation);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static Command Create(CommandSurroundings surroundings)
    {
        var runner = new CommandRunner(surroundings);

        // A root command would be called what the program's file is called, and not what people type.
        var root = new Command("newswire", "Moves a newsroom in and out, looks after keys, feeds and partners. Works against a running server (--server) or on storage directly.")
        {
            new HelpOption(),
            new VersionOption(),
            ImportCommand.Create(runner),
            ExportCommand.Create(runner),
            RebuildCommands.CreateRebuild(runner),
            RebuildCommands.CreateVerify(runner),
            KeyCommands.Create(runner),
            FeedCommands.Create(runner),
            PartnerCommands.Create(runner),
        };
        foreach (var option in runner.Options.All)
        {
            root.Options.Add(option);
        }

        return root;
    }
}
