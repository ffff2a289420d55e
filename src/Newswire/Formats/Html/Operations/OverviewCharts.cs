using System.Diagnostics.Metrics;
using Newswire.Operations.History;
using Newswire.Telemetry;

namespace Newswire.Formats.Html.Operations;

/// <summary>The charts of what was measured. Pure.</summary>
internal static class OverviewCharts
{
    // As many as can be told apart; what is seldom is drawn together.
    private const int MaxSeries = 4;
    private const string Others = "others";

    /// <summary>All of them, in the order in which a change goes through the system.</summary>
    public static IReadOnlyList<Chart> Of(HistoryRange history)
    {
        var points = Gather(history);
        return
        [
            new Chart("Freshness", "s", ["oldest change not yet shown"], [.. points.Select(point => (point.At, (IReadOnlyList<double>)[point.Point.Max(HistorySeries.Of(Measures.Freshness)) ?? 0]))]),
            Sums("Changes accepted", "changes", points, Measures.ChangesAccepted),
            Plain("Changes brought to the documents", "changes", points, ("projected", HistorySeries.Of(Measures.PassChanges))),
            Pair("Documents", "documents", points, ("written", Measures.DocumentsWritten), ("found unchanged", Measures.DocumentsUnchanged)),
            Sums("Requests for documents, by status", "requests", points, Measures.DocumentRequests),
            Sums("WebSub deliveries", "deliveries", points, Measures.DocumentsSent),
            Sums("Webhook deliveries to partners", "deliveries", points, Measures.WebhooksSent),
            Sums("Notifications to readers", "notifications", points, Measures.NotificationsSent),
            Maxima("Messages waiting, by queue", "messages", points, Measures.QueueMessages),
        ];
    }

    private static IReadOnlyList<(DateTimeOffset At, HistoryPoint Point)> Gather(HistoryRange history)
    {
        var size = Math.Max(1, (history.Points.Count + Chart.MaxBars - 1) / Chart.MaxBars);
        return
        [
            .. history.Points.Chunk(size).Select(chunk =>
                (chunk[0].At, chunk.Aggregate(HistoryPoint.None, (total, one) => total.With(one.Point)))),
        ];
    }

    private static Chart Plain(
        string title, string unit, IReadOnlyList<(DateTimeOffset At, HistoryPoint Point)> points, params (string Name, string Series)[] series) =>
        new(
            title,
            unit,
            [.. series.Select(one => one.Name)],
            [.. points.Select(point => (point.At, (IReadOnlyList<double>)[.. series.Select(one => point.Point.Sum(one.Series))]))]);

    private static Chart Pair(
        string title, string unit, IReadOnlyList<(DateTimeOffset At, HistoryPoint Point)> points, params (string Name, Instrument Instrument)[] series) =>
        new(
            title,
            unit,
            [.. series.Select(one => one.Name)],
            [
                .. points.Select(point => (point.At, (IReadOnlyList<double>)
                    [.. series.Select(one => HistorySeries.SumsOf(point.Point, one.Instrument).Sum(value => value.Sum))])),
            ]);

    private static Chart Sums(
        string title, string unit, IReadOnlyList<(DateTimeOffset At, HistoryPoint Point)> points, Instrument instrument) =>
        ByValue(title, unit, points, point => HistorySeries.SumsOf(point, instrument));

    private static Chart Maxima(
        string title, string unit, IReadOnlyList<(DateTimeOffset At, HistoryPoint Point)> points, Instrument instrument) =>
        ByValue(title, unit, points, point => HistorySeries.MaximaOf(point, instrument));

    private static Chart ByValue(
        string title,
        string unit,
        IReadOnlyList<(DateTimeOffset At, HistoryPoint Point)> points,
        Func<HistoryPoint, IEnumerable<(string Value, double Number)>> read)
    {
        List<(DateTimeOffset At, Dictionary<string, double> Numbers)> numbers =
        [
            .. points.Select(point => (point.At, read(point.Point).ToDictionary(value => value.Value, value => value.Number, StringComparer.Ordinal))),
        ];
        List<string> values =
        [
            .. numbers.SelectMany(point => point.Numbers)
                .GroupBy(value => value.Key, StringComparer.Ordinal)
                .OrderByDescending(group => group.Sum(value => value.Value))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.Key),
        ];
        var named = values.Count <= MaxSeries ? values : [.. values.Take(MaxSeries - 1)];
        List<string> series = values.Count <= MaxSeries ? named : [.. named, Others];
        return new Chart(title, unit, series.Count > 0 ? series : ["none"],
        [
            .. numbers.Select(point => (point.At, (IReadOnlyList<double>)
            [
                .. named.Select(value => point.Numbers.GetValueOrDefault(value)),
                .. values.Count > MaxSeries ? [values.Skip(named.Count).Sum(value => point.Numbers.GetValueOrDefault(value))] : Array.Empty<double>(),
                .. series.Count == 0 ? [0d] : Array.Empty<double>(),
            ])),
        ]);
    }
}
