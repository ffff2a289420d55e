using System.Globalization;
using Newswire.Storage;

namespace Newswire.Operations.History;

/// <summary>One of the two scales in which history is stored: the fine one for a day or two, the coarse one for months.</summary>
/// <param name="Step">The time of a point.</param>
/// <param name="Sheet">The time of a stored object; a day or a part of it, so that days can be removed.</param>
/// <param name="NameForm">How an object is named after the moment at which it begins.</param>
internal sealed record HistoryScale(TimeSpan Step, TimeSpan Sheet, string NameForm)
{
    /// <summary>What all names begin with.</summary>
    public const string Prefix = "history/";

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>A point a minute, an object an hour: <c>history/2026-11-25/14.json</c>.</summary>
    public static readonly HistoryScale Minutes = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), $"{DayForm}/HH");

    /// <summary>A point an hour, an object a day: <c>history/2026-11-25/hours.json</c>.</summary>
    public static readonly HistoryScale Hours = new(TimeSpan.FromHours(1), TimeSpan.FromDays(1), $"{DayForm}/'hours'");

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<HistoryScale> All = [Minutes, Hours];

    /// <summary>Where the object with the moment is.</summary>
    public ObjectPath PathOf(DateTimeOffset moment) => new(
        Containers.Operations, $"{Prefix}{Begin(moment, Sheet).ToString(NameForm, CultureInfo.InvariantCulture)}.json");

    /// <summary>The place of the moment in its object, from 0.</summary>
    public int IndexOf(DateTimeOffset moment) => (int)((moment.UtcTicks - Begin(moment, Sheet).UtcTicks) / Step.Ticks);

    /// <summary>The moment at which the stretch begins in which a moment lies; stretches are those of UTC.</summary>
    public static DateTimeOffset Begin(DateTimeOffset moment, TimeSpan stretch) =>
        new(moment.UtcTicks - moment.UtcTicks % stretch.Ticks, TimeSpan.Zero);

    /// <summary>The day of a name in the container; null when it is none of ours.</summary>
    public static DateOnly? DayOf(string name) =>
        name.Length > Prefix.Length + DayForm.Length && DateOnly.TryParseExact(
            name.AsSpan(Prefix.Length, DayForm.Length), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
