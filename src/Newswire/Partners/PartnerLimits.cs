using Newswire.Articles.Submissions;

namespace Newswire.Partners;

/// <summary>How much of everything a partner may have. Beyond it, a request is refused with the limit named.</summary>
public static class PartnerLimits
{
    /// <summary>Partners of a publication.</summary>
    public const int MaxPartners = 1_000;

    /// <summary>Keys of a partner; of those beyond, the oldest that opens nothing any more is forgotten for a new one.</summary>
    public const int MaxKeys = 10;

    /// <summary>Feeds of a partner.</summary>
    public const int MaxFeeds = 500;

    /// <summary>Characters of a title, a contact, or the name of a key or a feed.</summary>
    public const int MaxName = SubmissionLimits.MaxName;

    /// <summary>Requests an hour that a quota may allow.</summary>
    public const int MaxPerHour = 1_000_000;

    /// <summary>Requests a day that a quota may allow.</summary>
    public const int MaxPerDay = 10_000_000;

    /// <summary>Minutes of early access: a week.</summary>
    public const int MaxEarlyAccessMinutes = 7 * 24 * 60;

    /// <summary>Years ahead that a key may expire; for longer, leave the date out.</summary>
    public const int MaxExpiryYears = 10;

    /// <summary>Bytes of one record as sent: 1 MiB.</summary>
    public const int MaxRecordBytes = 1024 * 1024;

    /// <summary>Bytes of what is sent for a new key: 4 KiB.</summary>
    public const int MaxKeyBytes = 4 * 1024;

    /// <summary>Bytes of a file of records: 32 MiB.</summary>
    public const int MaxFileBytes = 32 * 1024 * 1024;
}
