namespace Newswire.Operations;

/// <summary>How far back is looked.</summary>
public enum OverviewSpan
{
    /// <summary>The last day.</summary>
    Day,

    /// <summary>The last hour.</summary>
    Hour,

    /// <summary>The last thirty days.</summary>
    Month,
}
