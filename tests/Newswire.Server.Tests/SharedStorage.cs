namespace Newswire.Server.Tests;

/// <summary>
/// Tests whose servers share the emulator's account run one after the other: even a server that is about to fail projects
/// what it finds there, for a publication of its own.
/// </summary>
internal static class SharedStorage
{
    public const string Name = "Shared storage";
}
