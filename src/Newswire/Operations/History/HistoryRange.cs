namespace Newswire.Operations.History;

/// <summary>A stretch of history as it is read.</summary>
/// <param name="Step">The time of each point; see <see cref="StepFor"/>.</param>
/// <param name="Points">Every point in order with the moment at which it begins, those too in which nothing was measured.</param>
public sealed record HistoryRange(TimeSpan Step, IReadOnlyList<(DateTimeOffset At, HistoryPoint Point)> Points)
{
    /// <summary>All of it in one point.</summary>
    public HistoryPoint Total => Points.Aggregate(HistoryPoint.None, (total, one) => total.With(one.Point));

    /// <summary>
    /// How fine a stretch is shown, so that a chart of it has some hundred points: up to six hours by the minute, up to two
    /// days by ten minutes, up to 31 days by the hour, more by the day.
    /// </summary>
    public static TimeSpan StepFor(TimeSpan length) => length switch
    {
        _ when length <= TimeSpan.FromHours(6) => TimeSpan.FromMinutes(1),
        _ when length <= TimeSpan.FromDays(2) => TimeSpan.FromMinutes(10),
        _ when length <= TimeSpan.FromDays(31) => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };
}
