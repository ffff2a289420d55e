using System.Globalization;
using System.Text.RegularExpressions;

namespace Newswire.Json;

/// <summary>Reads dates as senders should write them.</summary>
internal static partial class SentDate
{
    /// <summary>What is expected, as the detail of a fault.</summary>
    public const string Expected = "Must be a date, time and zone of RFC 3339, such as 2026-03-04T09:30:00Z.";

    private static readonly string[] DateForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The moment in UTC; null when the text is no date.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateWithZone().IsMatch(text)
        && DateTimeOffset.TryParseExact(
            BeyondTicks().Replace(text.ToUpperInvariant(), ""), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;

    /// <summary>RFC 3339 §5.6 demands the zone that DateTimeOffset would guess.</summary>
    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,12})?([Zz]|[+-]\d\d:\d\d)$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateWithZone();

    /// <summary>Digits of a second that the clock of .NET does not have and some clocks send.</summary>
    [GeneratedRegex(@"(?<=\.\d{7})\d+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeyondTicks();
}
