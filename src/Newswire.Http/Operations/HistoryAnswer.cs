using Newswire.Operations.History;

namespace Newswire.Http.Operations;

/// <summary>A stretch of history.</summary>
/// <param name="StepSeconds">The time of each point.</param>
/// <param name="Points">Every point in order, those too in which nothing was measured.</param>
internal sealed record HistoryAnswer(int StepSeconds, IReadOnlyList<HistoryAnswer.Point> Points)
{
    public static HistoryAnswer Of(HistoryRange range) => new(
        (int)range.Step.TotalSeconds, [.. range.Points.Select(point => new Point(point.At, point.Point.Sums, point.Point.Maxima))]);

    /// <summary>A point; see <see cref="HistoryPoint"/>.</summary>
    internal sealed record Point(
        DateTimeOffset At, IReadOnlyDictionary<string, double> Sums, IReadOnlyDictionary<string, double> Maxima);
}
