using System.CommandLine;

namespace Newswire.CommandLine.Targets;

/// <summary>The options that every command has.</summary>
internal sealed class TargetOptions
{
    public Option<Uri?> Server { get; } = new("--server")
    {
        Description = "Work against the server at this address. Default: the variable NEWSWIRE_SERVER; without it, storage.",
        HelpName = "url",
        Recursive = true,
        CustomParser = argument => WebAddressArgument.Parse(argument, "--server"),
    };

    public Option<string?> Key { get; } = new("--key")
    {
        Description = "The publisher key for the server. Others on this machine can see it: prefer --key-file or the variable NEWSWIRE_KEY.",
        HelpName = "key",
        Recursive = true,
    };

    public Option<FileInfo?> KeyFile { get; } = new("--key-file")
    {
        Description = "A file that holds the publisher key and nothing else.",
        HelpName = "file",
        Recursive = true,
    };

    public Option<bool> Storage { get; } = new("--storage")
    {
        Description = "Work on storage directly, with the settings of the hosts (Storage__ConnectionString or Storage__AccountName, Publication__…). Without an account: the development emulator, where it runs.",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print results as JSON.",
        Recursive = true,
    };

    public IReadOnlyList<Option> All => [Server, Key, KeyFile, Storage, Json];

    public TargetChoice Read(ParseResult parsed) => new(
        parsed.GetValue(Server), parsed.GetValue(Key), parsed.GetValue(KeyFile), parsed.GetValue(Storage));
}
