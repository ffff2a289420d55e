using Newswire.Articles.Submissions;

namespace Newswire.Feeds.Definitions;

/// <summary>How much of everything a definition may have. Beyond it, it is refused with the limit named.</summary>
public static class DefinitionLimits
{
    /// <summary>Bytes of one definition as sent: 1 MiB.</summary>
    public const int MaxDefinitionBytes = 1024 * 1024;

    /// <summary>Bytes of a file of definitions: 32 MiB.</summary>
    public const int MaxFileBytes = 32 * 1024 * 1024;

    /// <summary>Characters of a title, or of the name of a topic, author, section or feed.</summary>
    public const int MaxName = SubmissionLimits.MaxName;

    /// <summary>Characters of a description.</summary>
    public const int MaxDescription = 1_000;

    /// <summary>Names in one list.</summary>
    public const int MaxNames = 50;

    /// <summary>Entries that a subscription document may be asked to carry at least.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>Hours that a subscription document may be asked to reach back at least: 30 days.</summary>
    public const int MaxHours = 720;
}
