using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Operations.History;

/// <summary>History, read from storage: up to <see cref="HistoryBook.Interval"/> behind what happened.</summary>
public sealed class HistoryReader(IObjectStore store)
{
    // Enough that a year comes within a second, and few enough to leave storage to the readers.
    private const int ReadsAtOnce = 8;

    private readonly SharedState<HistorySheet> stored = new(store, HistoryJson.Stored.HistorySheet);

    /// <summary>
    /// What was measured from one moment to another, by one read for each hour, and of more than two days for each day.
    /// </summary>
    /// <param name="from">The first moment; the answer begins with the point in which it lies.</param>
    /// <param name="to">The moment behind the last; later than <paramref name="from"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<HistoryRange> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var step = HistoryRange.StepFor(to - from);
        var scale = step < HistoryScale.Hours.Step ? HistoryScale.Minutes : HistoryScale.Hours;
        var points = Moments(from, to, step).ToDictionary(at => at, _ => HistoryPoint.None);
        var begins = Moments(from, to, scale.Sheet);
        var sheets = new HistorySheet?[begins.Count];
        await Parallel.ForAsync(
            0,
            sheets.Length,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (i, cancelled) => sheets[i] = await stored.ReadAsync(scale.PathOf(begins[i]), cancelled));

        for (var i = 0; i < sheets.Length; i++)
        {
            foreach (var (index, point) in sheets[i]?.Points ?? HistorySheet.None.Points)
            {
                var at = HistoryScale.Begin(begins[i] + index * scale.Step, step);
                if (points.TryGetValue(at, out var before))
                {
                    points[at] = before.With(point);
                }
            }
        }

        return new HistoryRange(step, [.. points.OrderBy(point => point.Key).Select(point => (point.Key, point.Value))]);
    }

    /// <summary>Where the stretches of a length begin that have something of the time.</summary>
    private static List<DateTimeOffset> Moments(DateTimeOffset from, DateTimeOffset to, TimeSpan stretch)
    {
        List<DateTimeOffset> moments = [];
        for (var at = HistoryScale.Begin(from, stretch); at < to; at += stretch)
        {
            moments.Add(at);
        }

        return moments;
    }
}
