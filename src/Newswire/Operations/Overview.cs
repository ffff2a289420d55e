using Newswire.Operations.History;

namespace Newswire.Operations;

/// <summary>How things stand.</summary>
public sealed record Overview
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far back <see cref="History"/> reaches.</summary>
    public required OverviewSpan Span { get; init; }

    /// <summary>What was measured.</summary>
    public required HistoryRange History { get; init; }

    /// <summary>The age of the oldest accepted change that readers do not see yet; zero when there is none.</summary>
    public required TimeSpan Behind { get; init; }

    /// <summary>About how many messages wait or are being handled, by queue; queues with none are left out.</summary>
    public required IReadOnlyDictionary<string, long> Waiting { get; init; }

    /// <summary>Whether a pass is under way, or died and is taken up again within a minute.</summary>
    public required bool IsPassing { get; init; }

    /// <summary>How many feeds are being filled from history.</summary>
    public required int FeedsFilling { get; init; }

    /// <summary>When the next article is to be released or to expire; null when none is.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>About how many messages failed for good, by queue; queues with none are left out.</summary>
    public required IReadOnlyDictionary<string, int> Poison { get; init; }

    /// <summary>How many lines of the catalog were set aside, as many as are shown at most.</summary>
    public required int SetAside { get; init; }

    /// <summary>How many erasures go on.</summary>
    public required int Erasing { get; init; }
}
