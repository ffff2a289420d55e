namespace Newswire.Partners.Usage;

/// <summary>How often a partner asked, by what it was answered.</summary>
/// <param name="Taken">Answers with what was asked for.</param>
/// <param name="NotModified">Answers that nothing has changed (304).</param>
/// <param name="Refused">Refusals because a quota was used up (429).</param>
/// <param name="Failed">Other refusals, and answers that failed.</param>
/// <param name="Bytes">Bytes of content in all answers, as they were sent, headers not counted.</param>
public sealed record UsageCounts(long Taken, long NotModified, long Refused, long Failed, long Bytes)
{
    /// <summary>Nothing.</summary>
    public static readonly UsageCounts None = new(0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static UsageCounts operator +(UsageCounts one, UsageCounts other) => new(
        one.Taken + other.Taken,
        one.NotModified + other.NotModified,
        one.Refused + other.Refused,
        one.Failed + other.Failed,
        one.Bytes + other.Bytes);

    /// <summary>Both together.</summary>
    public static UsageCounts Add(UsageCounts one, UsageCounts other) => one + other;
}
