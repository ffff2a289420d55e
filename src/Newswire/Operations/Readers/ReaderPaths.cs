using System.Globalization;
using Newswire.Storage;

namespace Newswire.Operations.Readers;

/// <summary>Where it is stored what services said on a day.</summary>
internal static class ReaderPaths
{
    /// <summary>What all names begin with.</summary>
    public const string Prefix = "readers/";

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The place: <c>readers/2026-11-25.json</c>.</summary>
    public static ObjectPath Of(DateOnly day) =>
        new(Containers.Operations, $"{Prefix}{day.ToString(DayForm, CultureInfo.InvariantCulture)}.json");

    /// <summary>The day of a name in the container; null when it is none of ours.</summary>
    public static DateOnly? DayOf(string name) =>
        name.Length > Prefix.Length + DayForm.Length && DateOnly.TryParseExact(
            name.AsSpan(Prefix.Length, DayForm.Length), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
