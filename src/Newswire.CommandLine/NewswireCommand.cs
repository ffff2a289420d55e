using System.CommandLine;
using Newswire.CommandLine.Exporting;
using Newswire.CommandLine.Feeds;
using Newswire.CommandLine.Importing;
using Newswire.CommandLine.Keys;
using Newswire.CommandLine.Partners;

namespace Newswire.CommandLine;

/// <summary>The command <c>newswire</c> with all below it.</summary>
internal static class NewswireCommand
{
    /// <summary>Does what the arguments say and gives the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandSurroundings surroundings)
    {
        var parsed = Create(surroundings).Parse(args);
        var output = new InvocationConfiguration
        {
            Output = surroundings.Screen.Output,
            Error = surroundings.Screen.Errors,

            // What is under way is written down first, so that the same command can go on from there.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        var code = await parsed.InvokeAsync(output);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static RootCommand Create(CommandSurroundings surroundings)
    {
        var runner = new CommandRunner(surroundings);
        var root = new RootCommand("Newswire's command line. It works against a running server (--server) or against storage directly.")
        {
            ImportCommand.Create(runner),
            ExportCommand.Create(runner),
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
