namespace Newswire.Partners.Usage;

/// <summary>How much is recorded one by one. What is beyond is still in the totals.</summary>
public static class UsageLimits
{
    /// <summary>Articles of a partner and day, those taken most often; how often the others were is one number.</summary>
    public const int MaxArticles = 2_000;

    /// <summary>Feeds of a partner and day: as many as a partner may have, and room for those renamed meanwhile.</summary>
    public const int MaxFeeds = 1_000;

    /// <summary>Articles and feeds that a process counts one by one between two times that it writes them down.</summary>
    public const int MaxNamesInMemory = 100_000;

    /// <summary>Days that are reported at once: a leap year.</summary>
    public const int MaxReportedDays = 366;

    /// <summary>Articles in a report.</summary>
    public const int MaxReportedArticles = 100;
}
