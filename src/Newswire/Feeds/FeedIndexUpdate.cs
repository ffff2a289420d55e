namespace Newswire.Feeds;

/// <summary>The index of a feed after an update.</summary>
/// <param name="Directory">The directory, the same object when it has not changed; to be written after the pages.</param>
/// <param name="Pages">The touched pages by name, changed or not.</param>
/// <param name="Dropped">Names of pages that the directory does not list any more; to be deleted last.</param>
public sealed record FeedIndexUpdate(
    FeedDirectory Directory, IReadOnlyDictionary<string, FeedPage> Pages, IReadOnlySet<string> Dropped)
{
    /// <summary>Where the touched pages begin; null for the oldest.</summary>
    public required IReadOnlyList<EntryKey?> Starts { get; init; }
}
