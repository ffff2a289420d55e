namespace Newswire.Projection;

/// <summary>
/// The order of an article's versions: the newsroom's number decides, and between two contents that it numbered alike,
/// the one received last.
/// </summary>
/// <param name="Version">See <see cref="Catalog.Change.Publish.Version"/>.</param>
/// <param name="Received">See <see cref="Catalog.Change.Received"/>.</param>
public readonly record struct VersionKey(long Version, DateTimeOffset Received) : IComparable<VersionKey>
{
    /// <inheritdoc/>
    public int CompareTo(VersionKey other) =>
        Version != other.Version ? Version.CompareTo(other.Version) : Received.CompareTo(other.Received);

    /// <summary>Whether <paramref name="left"/> is older.</summary>
    public static bool operator <(VersionKey left, VersionKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer.</summary>
    public static bool operator >(VersionKey left, VersionKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not newer.</summary>
    public static bool operator <=(VersionKey left, VersionKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not older.</summary>
    public static bool operator >=(VersionKey left, VersionKey right) => left.CompareTo(right) >= 0;
}
