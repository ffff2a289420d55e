using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine.Targets;

/// <summary>How commands reach a Newswire.</summary>
internal interface ITargetOpening
{
    /// <summary>Opens what the command line names.</summary>
    /// <exception cref="CommandFailedException">It cannot be reached, or what was said of it cannot be used.</exception>
    Task<Target> OpenAsync(TargetChoice choice, Screen screen, CancellationToken cancellationToken);
}
