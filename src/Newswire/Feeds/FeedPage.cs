namespace Newswire.Feeds;

/// <summary>The lower level of a feed's index: the entries of one stretch of time, oldest first.</summary>
/// <param name="Entries">Ascending by <see cref="EntryRef.Key"/>.</param>
public sealed record FeedPage(IReadOnlyList<EntryRef> Entries)
{
    /// <summary>No entries.</summary>
    public static readonly FeedPage Empty = new([]);
}
