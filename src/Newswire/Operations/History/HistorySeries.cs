using System.Diagnostics.Metrics;

namespace Newswire.Operations.History;

/// <summary>
/// How the series of history are called: after the instrument (<see cref="Telemetry.Measures"/>) and, behind a slash, the
/// value of its attribute: <c>newswire.documents.requests/304</c>. Counters are in <see cref="HistoryPoint.Sums"/>, gauges
/// in <see cref="HistoryPoint.Maxima"/>. Of a histogram the sum of what was measured and the greatest are under its own name, and how
/// often it was measured under <see cref="CountOf"/>.
/// </summary>
public static class HistorySeries
{
    /// <summary>The series of an instrument, or of one value of its attribute.</summary>
    public static string Of(Instrument instrument, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return value is null ? instrument.Name : $"{instrument.Name}/{value}";
    }

    /// <summary>The series of how often a histogram was measured.</summary>
    public static string CountOf(Instrument histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return $"{histogram.Name}:count";
    }

    /// <summary>
    /// The sums of every value of an instrument's attribute in a point: of <c>newswire.documents.requests</c> those for
    /// <c>200</c>, <c>304</c>, …
    /// </summary>
    public static IEnumerable<(string Value, double Sum)> SumsOf(HistoryPoint point, Instrument instrument) =>
        ValuesOf(point.Sums, instrument);

    /// <summary>The maxima of every value of an instrument's attribute in a point.</summary>
    public static IEnumerable<(string Value, double Max)> MaximaOf(HistoryPoint point, Instrument instrument) =>
        ValuesOf(point.Maxima, instrument);

    private static IEnumerable<(string Value, double Number)> ValuesOf(
        IReadOnlyDictionary<string, double> numbers, Instrument instrument)
    {
        var begin = $"{instrument.Name}/";
        return numbers
            .Where(series => series.Key.StartsWith(begin, StringComparison.Ordinal))
            .Select(series => (series.Key[begin.Length..], series.Value))
            .OrderBy(series => series.Item1, StringComparer.Ordinal);
    }
}
