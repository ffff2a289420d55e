namespace Newswire.Feeds;

/// <summary>The place of an entry in a feed: by publication, then by id so that no two are equal.</summary>
/// <param name="Published">First publication.</param>
/// <param name="Id">The article's id.</param>
public readonly record struct EntryKey(DateTimeOffset Published, string Id) : IComparable<EntryKey>
{
    /// <inheritdoc/>
    public int CompareTo(EntryKey other) =>
        Published != other.Published
            ? Published.CompareTo(other.Published)
            : string.CompareOrdinal(Id, other.Id);

    /// <summary>Whether <paramref name="left"/> is older than <paramref name="right"/>.</summary>
    public static bool operator <(EntryKey left, EntryKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer than <paramref name="right"/>.</summary>
    public static bool operator >(EntryKey left, EntryKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not newer than <paramref name="right"/>.</summary>
    public static bool operator <=(EntryKey left, EntryKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not older than <paramref name="right"/>.</summary>
    public static bool operator >=(EntryKey left, EntryKey right) => left.CompareTo(right) >= 0;
}
