namespace Newswire.Operations.History;

/// <summary>
/// What was measured within a step of time, by series (see <see cref="HistorySeries"/>). Two points put together are
/// the point of both times, in any order. Immutable.
/// </summary>
/// <param name="Sums">What is added up: how many, how many seconds in all. A series that is absent is zero.</param>
/// <param name="Maxima">The most there was of it at once. A series that is absent was not looked at.</param>
public sealed record HistoryPoint(IReadOnlyDictionary<string, double> Sums, IReadOnlyDictionary<string, double> Maxima)
{
    private static readonly Dictionary<string, double> Nothing = new(StringComparer.Ordinal);

    /// <summary>Nothing was measured.</summary>
    public static readonly HistoryPoint None = new(Nothing, Nothing);

    /// <summary>The sum of a series; 0 when nothing was counted.</summary>
    public double Sum(string series) => Sums.GetValueOrDefault(series);

    /// <summary>The maximum of a series; null when nobody looked.</summary>
    public double? Max(string series) => Maxima.TryGetValue(series, out var max) ? max : null;

    /// <summary>This and another.</summary>
    public HistoryPoint With(HistoryPoint other)
    {
        if (ReferenceEquals(this, None))
        {
            return other;
        }

        Dictionary<string, double> sums = new(Sums, StringComparer.Ordinal);
        foreach (var (series, sum) in other.Sums)
        {
            sums[series] = sums.GetValueOrDefault(series) + sum;
        }

        Dictionary<string, double> maxima = new(Maxima, StringComparer.Ordinal);
        foreach (var (series, max) in other.Maxima)
        {
            maxima[series] = maxima.TryGetValue(series, out var before) ? Math.Max(before, max) : max;
        }

        return new HistoryPoint(sums, maxima);
    }
}
