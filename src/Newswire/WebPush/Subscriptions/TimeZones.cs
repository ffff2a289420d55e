using System.Text.RegularExpressions;

namespace Newswire.WebPush.Subscriptions;

/// <summary>The zones of the IANA time zone database, as browsers name them.</summary>
public static partial class TimeZones
{
    private const int MaxLength = 64;

    /// <summary>The zone; null when this machine knows none of that name.</summary>
    public static TimeZoneInfo? Find(string? name) =>
        name is { Length: > 0 and <= MaxLength }
        && Shape().IsMatch(name)
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : null;

    /// <summary>The day that the moment is on in the zone; in UTC where the zone is not known.</summary>
    public static DateOnly DayIn(string? zone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Find(zone) ?? TimeZoneInfo.Utc).DateTime);

    /// <summary>The name is looked for among the files of the system: nothing may lead out of their folder.</summary>
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
