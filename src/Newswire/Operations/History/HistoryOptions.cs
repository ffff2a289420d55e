namespace Newswire.Operations.History;

/// <summary>What is kept of history.</summary>
public sealed class HistoryOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "History";

    /// <summary>How many days are kept, today not counted; older ones are removed within the hour. Default 90. From 1 to 400.</summary>
    public int KeptDays { get; init; } = 90;
}
