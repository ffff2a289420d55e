using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Newswire.Importing;

/// <summary>
/// Reads dates as feeds and exports have them: RFC 3339, RFC 822 with all that people made of it, and what databases print.
/// </summary>
internal static partial class SourceDate
{
    private const RegexOptions LinearTime =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Hours east of Greenwich: those of RFC 822 §5.1, and those seen in feeds that mean one thing only.</summary>
    private static readonly FrozenDictionary<string, double> Zones = new (string Name, double Hours)[]
    {
        ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7),
        ("AKST", -9), ("AKDT", -8), ("HST", -10), ("NST", -3.5), ("NDT", -2.5),
        ("BST", 1), ("WEST", 1), ("CET", 1), ("CEST", 2), ("MEZ", 1), ("MESZ", 2), ("EET", 2), ("EEST", 3), ("MSK", 3),
        ("JST", 9), ("KST", 9), ("ACST", 9.5), ("AEST", 10), ("AEDT", 11), ("NZST", 12), ("NZDT", 13),
    }.ToFrozenDictionary(zone => zone.Name, zone => zone.Hours, StringComparer.OrdinalIgnoreCase);

    /// <summary>The moment in UTC; null when the text is no date. A zone that is missing or unknown counts as UTC.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        // Nothing is a date in the databases of WordPress.
        if (text?.Trim() is not { Length: > 5 and < 100 } date || date.StartsWith("0000-00-00", StringComparison.Ordinal))
        {
            return null;
        }

        if (Rfc822().Match(date) is { Success: true } match)
        {
            return Moment(match);
        }

        return DateTimeOffset.TryParse(
            date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
    }

    /// <summary>The moment as a submission has it.</summary>
    public static string? Text(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(Match match)
    {
        var name = match.Groups["month"].Value;
        var month = Array.FindIndex(Months, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) + 1;
        var year = Number("year");

        // RFC 2822 §4.3.
        year = match.Groups["year"].Length switch { 2 => year < 50 ? 2000 + year : 1900 + year, 3 => 1900 + year, _ => year };
        if (month == 0 || year is < 1 or > 9998 || Number("day") is 0 || Number("day") > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var time = TimeSpan.FromSeconds((Number("hour") * 3600) + (Number("minute") * 60) + Math.Min(Number("second"), 59));
        var there = new DateTimeOffset(year, month, Number("day"), 0, 0, 0, TimeSpan.Zero);
        return time >= TimeSpan.FromHours(25) ? null : there + time - Offset(match.Groups["zone"].Value.Trim());

        int Number(string group) =>
            int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static TimeSpan Offset(string zone)
    {
        if (Zones.TryGetValue(zone, out var hours))
        {
            return TimeSpan.FromHours(hours);
        }

        if (NumericZone().Match(zone) is not { Success: true } match)
        {
            return TimeSpan.Zero;
        }

        var minutes = match.Groups["minutes"].Length > 0 ? int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture), minutes, 0);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(
        @"^(\p{L}+\.?,?\s*)?(?<day>\d{1,2})(st|nd|rd|th)?[\s-]+(?<month>[A-Za-z]{3,9})[.,]?[\s-]+(?<year>\d{2,4})"
        + @"(,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(:(?<second>\d{2})(\.\d+)?)?)?\s*(?<zone>[A-Za-z0-9+:\s-]{0,12})(\s*\([^()]*\))?$",
        LinearTime)]
    private static partial Regex Rfc822();

    [GeneratedRegex(@"^(GMT|UTC?|Z)?\s*(?<sign>[+-])\s*(?<hours>\d{1,2}):?(?<minutes>[0-5]\d)?$", LinearTime | RegexOptions.IgnoreCase)]
    private static partial Regex NumericZone();
}
