using System.Globalization;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>Moments as the texts of elements, UTC and to the second.</summary>
internal static class MomentText
{
    /// <summary><c>2026-03-04T09:00:00Z</c>.</summary>
    public static string Rfc3339(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(DateForms.Rfc3339, CultureInfo.InvariantCulture);

    /// <summary><c>Wed, 04 Mar 2026 09:00:00 GMT</c>.</summary>
    public static string Rfc822(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(DateForms.Rfc822, CultureInfo.InvariantCulture);
}
