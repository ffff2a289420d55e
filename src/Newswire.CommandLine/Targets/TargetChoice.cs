namespace Newswire.CommandLine.Targets;

/// <summary>What the command line says of the Newswire to work on.</summary>
/// <param name="Server">The address of a server; null when none is named.</param>
/// <param name="Key">A publisher key; null when none is given here.</param>
/// <param name="KeyFile">The file with the key; null when none is named.</param>
/// <param name="Storage">Whether storage is to be used even where the environment names a server.</param>
internal sealed record TargetChoice(Uri? Server, string? Key, FileInfo? KeyFile, bool Storage);
