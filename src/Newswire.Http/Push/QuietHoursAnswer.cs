using System.Globalization;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Http.Push;

/// <summary>When a reader is not to be disturbed, as it was sent.</summary>
/// <param name="From">When the hours begin: <c>22:30</c>.</param>
/// <param name="To">When they are over.</param>
/// <param name="TimeZone">The reader's zone.</param>
internal sealed record QuietHoursAnswer(string From, string To, string TimeZone)
{
    public static QuietHoursAnswer Of(QuietHours hours) => new(Text(hours.From), Text(hours.To), hours.TimeZone);

    private static string Text(TimeOnly time) => time.ToString(QuietHours.TimeFormat, CultureInfo.InvariantCulture);
}
