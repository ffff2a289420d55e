using System.Text.Json.Serialization;
using Newswire.Catalog;

namespace Newswire.Projection;

/// <summary>What is remembered of one version beside its content.</summary>
/// <param name="Key">Its place among the versions.</param>
/// <param name="Published">The publication date sent with it.</param>
/// <param name="Content">Fingerprint of its content; empty when that was erased.</param>
/// <param name="Updated">The date of the edit sent with it; null when none was.</param>
public sealed record KnownVersion(
    VersionKey Key, DateTimeOffset Published, string Content, DateTimeOffset? Updated = null)
    : IComparable<KnownVersion>
{
    /// <inheritdoc cref="Change.Publish.Embargo"/>
    public DateTimeOffset? Embargo { get; init; }

    /// <inheritdoc cref="Change.Publish.Expires"/>
    public DateTimeOffset? Expires { get; init; }

    /// <inheritdoc cref="Change.Publish.Silent"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Silent { get; init; }

    /// <inheritdoc cref="Change.Publish.Priority"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Priority Priority { get; init; }

    /// <inheritdoc cref="Change.Publish.Notify"/>
    public bool? Notify { get; init; }

    /// <summary>From when on readers may see it.</summary>
    [JsonIgnore]
    public DateTimeOffset From => Embargo > Published ? Embargo.Value : Published;

    /// <summary>From when on readers could see it: not before it was received.</summary>
    [JsonIgnore]
    public DateTimeOffset Shown => From > Key.Received ? From : Key.Received;

    /// <summary>What is remembered of the version that the change brought.</summary>
    public static KnownVersion Of(Change.Publish change) =>
        new(new VersionKey(change.Version, change.Received), change.Published, Fingerprint.Of(change.Article), change.Updated)
        {
            Embargo = change.Embargo,
            Expires = change.Expires,
            Silent = change.Silent,
            Priority = change.Priority,
            Notify = change.Notify,
        };

    /// <summary>What is left of the version whose line was erased.</summary>
    public static KnownVersion Of(Change.Erased change) =>
        new(new VersionKey(change.Version, change.Received), change.Published, Content: "") { Embargo = change.Embargo };

    /// <summary>The same version once its content is erased, as its blanked line tells of it.</summary>
    public KnownVersion Erase() => new(Key, Published, Content: "") { Embargo = Embargo };

    /// <summary>A total order: two changes that agree in everything compared are the same change.</summary>
    public int CompareTo(KnownVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = Key.CompareTo(other.Key);
        order = order != 0 ? order : string.CompareOrdinal(Content, other.Content);
        order = order != 0 ? order : Published.CompareTo(other.Published);
        order = order != 0 ? order : Nullable.Compare(Updated, other.Updated);
        order = order != 0 ? order : Nullable.Compare(Embargo, other.Embargo);
        order = order != 0 ? order : Nullable.Compare(Expires, other.Expires);
        order = order != 0 ? order : Silent.CompareTo(other.Silent);
        order = order != 0 ? order : Priority.CompareTo(other.Priority);
        return order != 0 ? order : Nullable.Compare(Notify, other.Notify);
    }

    /// <summary>Whether <paramref name="left"/> is older.</summary>
    public static bool operator <(KnownVersion left, KnownVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer.</summary>
    public static bool operator >(KnownVersion left, KnownVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not newer.</summary>
    public static bool operator <=(KnownVersion left, KnownVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not older.</summary>
    public static bool operator >=(KnownVersion left, KnownVersion right) => left.CompareTo(right) >= 0;
}
