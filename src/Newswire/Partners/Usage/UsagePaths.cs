using System.Globalization;
using Newswire.Storage;

namespace Newswire.Partners.Usage;

/// <summary>Where what a partner has taken on a day is stored: by day first, so that the oldest come first in a list.</summary>
internal static class UsagePaths
{
    /// <summary>What all names begin with.</summary>
    public const string Prefix = "days/";

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The place: <c>days/2026-11-25/daily-planet.json</c>.</summary>
    public static ObjectPath Of(string partner, DateOnly day) => new(
        Containers.PartnerUsage, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day.ToString(DayForm, CultureInfo.InvariantCulture)}/{partner}.json"));

    /// <summary>The day of a name in the container; null when it is none of ours.</summary>
    public static DateOnly? DayOf(string name) =>
        name.Length > Prefix.Length + DayForm.Length && DateOnly.TryParseExact(
            name.AsSpan(Prefix.Length, DayForm.Length), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
