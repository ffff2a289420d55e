namespace Newswire.Operations.History;

/// <summary>How much of history is kept in memory and given at once.</summary>
public static class HistoryLimits
{
    /// <summary>Series of a point. A further one is not recorded: some attribute would have no bounds.</summary>
    public const int MaxSeries = 300;

    /// <summary>Minutes a process keeps while storage is away: a day. Of more, the oldest go.</summary>
    public const int MaxMinutesInMemory = 1_440;

    /// <summary>Days that can be asked for at once.</summary>
    public const int MaxDays = 400;
}
