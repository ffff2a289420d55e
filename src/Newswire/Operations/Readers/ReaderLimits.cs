namespace Newswire.Operations.Readers;

/// <summary>How much is kept of what services say: anybody may claim to be one.</summary>
public static class ReaderLimits
{
    /// <summary>Counts of a day, one for each service and what it asks for. Further ones are not kept.</summary>
    public const int MaxCounts = 20_000;

    /// <summary>Counts that a process keeps until it writes them down.</summary>
    public const int MaxInMemory = 5_000;
}
