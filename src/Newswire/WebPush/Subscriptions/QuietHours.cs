using System.Globalization;

namespace Newswire.WebPush.Subscriptions;

/// <summary>The hours of every day in which a reader is not to be disturbed, by the clock on the reader's wall.</summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they are over; before <paramref name="From"/> on the clock they last over midnight. The two at once are no hours.</param>
/// <param name="TimeZone">The reader's zone, named as in the IANA database; where it is not known any more, UTC.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string TimeZone)
{
    /// <summary>How times are written: <c>22:30</c>.</summary>
    public const string TimeFormat = "HH:mm";

    /// <summary>Reads a time; null when it is none.</summary>
    public static TimeOnly? ReadTime(string? text) =>
        TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>When the quiet hours that the moment is in are over; null when it is in none.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset moment)
    {
        var zone = TimeZones.Find(TimeZone) ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        if (!Include(TimeOnly.FromDateTime(local.DateTime)))
        {
            return null;
        }

        var end = local + (To - TimeOnly.FromDateTime(local.DateTime));
        if (zone.GetUtcOffset(end) == local.Offset)
        {
            return end.ToUniversalTime();
        }

        // A night in which the clocks change: the end may come earlier or later, not at all, or twice. The wall is asked
        // minute by minute.
        var minute = moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));
        do
        {
            minute += TimeSpan.FromMinutes(1);
        }
        while (Include(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(minute, zone).DateTime)));

        return minute.ToUniversalTime();
    }

    private bool Include(TimeOnly wall) =>
        From < To ? From <= wall && wall < To : To < From && (From <= wall || wall < To);
}
