namespace Newswire.Feeds;

/// <summary>How much of a feed its subscription document carries: whole pages, as many as it takes.</summary>
/// <param name="MinEntries">Entries it carries at least, whatever their age.</param>
/// <param name="MinAge">How far it reaches back from its newest entry at least, whatever the number.</param>
/// <param name="MaxEntries">A page that would bring it over this stays in the archive; the newest page never does.</param>
public sealed record FeedSize(int MinEntries, TimeSpan MinAge, int MaxEntries)
{
    /// <summary>The size a feed has by its definition, or by the publication where that says nothing.</summary>
    public static FeedSize Of(Publication publication, FeedDefinition? definition) => new(
        Math.Min(definition?.MinEntries ?? publication.MinEntries, publication.MaxEntries),
        TimeSpan.FromHours(definition?.MinHours ?? publication.MinHours),
        publication.MaxEntries);

    /// <summary>Whether the entries suffice, so that everything before <paramref name="start"/> may be left to the archive.</summary>
    /// <param name="entries">How many there are.</param>
    /// <param name="newest">The publication of the newest.</param>
    /// <param name="start">Where their oldest page begins.</param>
    public bool IsEnough(int entries, DateTimeOffset newest, EntryKey start) =>
        entries >= MinEntries && start.Published <= newest - MinAge;
}
