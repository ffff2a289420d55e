namespace Newswire.CommandLine;

/// <summary>What the process ends with; the same for every command.</summary>
internal static class ExitCode
{
    /// <summary>All is done.</summary>
    public const int Done = 0;

    /// <summary>It could not be done; a sentence on standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>It is done, and what was found is not as it should be: articles that could not be taken, documents that differ.</summary>
    public const int Findings = 3;

    /// <summary>Ended by Ctrl+C, as shells have it.</summary>
    public const int Interrupted = 130;
}
