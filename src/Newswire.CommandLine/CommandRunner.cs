using System.CommandLine;
using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;
using Newswire.Storage;

namespace Newswire.CommandLine;

/// <summary>Gives commands what they work with, and makes sentences and exit codes of what goes wrong.</summary>
internal sealed class CommandRunner(CommandSurroundings surroundings)
{
    /// <summary>The options that every command has.</summary>
    public TargetOptions Options { get; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time => surroundings.Time;

    /// <summary>Lets a command do its work when it is called.</summary>
    /// <param name="command">The command.</param>
    /// <param name="work">The work; what it returns is the exit code.</param>
    public void Handle(Command command, Func<ParseResult, Target, Screen, CancellationToken, Task<int>> work) =>
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, work, cancellationToken));

    /// <summary>The same for work that is either done or fails.</summary>
    public void Handle(Command command, Func<ParseResult, Target, Screen, CancellationToken, Task> work) =>
        Handle(command, async (parsed, target, screen, cancellationToken) =>
        {
            await work(parsed, target, screen, cancellationToken);
            return ExitCode.Done;
        });

    private async Task<int> RunAsync(
        ParseResult parsed, Func<ParseResult, Target, Screen, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        var screen = surroundings.Screen with { IsJson = parsed.GetValue(Options.Json) };
        try
        {
            await using var target = await surroundings.Targets.OpenAsync(Options.Read(parsed), screen, cancellationToken);
            return await work(parsed, target, screen, cancellationToken);
        }
        catch (CommandFailedException failure)
        {
            await screen.Errors.WriteLineAsync(failure.Message);
            return ExitCode.Failed;
        }
        catch (StorageAwayException)
        {
            await screen.Errors.WriteLineAsync("Storage does not answer any more. What was asked for may or may not have happened; asking again is harmless.");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await screen.Errors.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
    }
}
