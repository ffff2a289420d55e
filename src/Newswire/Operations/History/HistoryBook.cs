using Newswire.Counting;
using Newswire.Storage;

namespace Newswire.Operations.History;

/// <summary>
/// Where a process records what it measures: at once in memory, and every <see cref="Interval"/> in storage, added to what
/// the other processes measured.
/// </summary>
/// <remarks>
/// Nothing is counted twice, whatever fails when. A process that dies takes with it what it has not written down: at most
/// what came within an interval, or since storage stopped to answer.
/// </remarks>
public sealed class HistoryBook(IObjectStore store, CountingProcess process, TimeProvider time) : IDisposable
{
    /// <summary>How often it is written down.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly CountedBatches<HistorySheet> batches = new(
        new(store, HistoryJson.Stored.HistorySheet),
        process,
        time,
        (sheet, more, stamp) => (sheet ?? HistorySheet.None).With(more, stamp));

    private readonly Lock gate = new();
    private SortedDictionary<DateTimeOffset, OpenPoint> open = [];
    private DateTimeOffset minute;
    private OpenPoint point = new();

    /// <summary>Adds to a sum of the present minute. Costs no storage operation.</summary>
    public void Add(string series, double value)
    {
        lock (gate)
        {
            Present().Add(series, value);
        }
    }

    /// <summary>Raises a maximum of the present minute. Costs no storage operation.</summary>
    public void Peak(string series, double value)
    {
        lock (gate)
        {
            Present().Peak(series, value);
        }
    }

    /// <summary>Writes down what was recorded before the call: one object for each hour and one for each day it is from.</summary>
    /// <exception cref="StorageAwayException">What is not written down yet will be the next time.</exception>
    public Task FlushAsync(CancellationToken cancellationToken) => batches.FlushAsync(Sheets, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => batches.Dispose();

    private OpenPoint Present()
    {
        var now = time.GetUtcNow();
        if (now.UtcTicks - minute.UtcTicks is < 0 or >= TimeSpan.TicksPerMinute)
        {
            minute = HistoryScale.Begin(now, HistoryScale.Minutes.Step);
            if (!open.TryGetValue(minute, out point!))
            {
                open[minute] = point = new OpenPoint();
            }

            if (open.Count > HistoryLimits.MaxMinutesInMemory)
            {
                open.Remove(open.Keys.First());
            }
        }

        return point;
    }

    private List<(ObjectPath Path, HistorySheet Counts)> Sheets()
    {
        SortedDictionary<DateTimeOffset, OpenPoint> taken;
        lock (gate)
        {
            (taken, open, minute) = (open, [], default);
        }

        var points = taken.Select(one => (At: one.Key, Point: one.Value.Close())).ToList();
        return
        [
            .. HistoryScale.All.SelectMany(scale => points
                .GroupBy(one => scale.PathOf(one.At))
                .Select(sheet => (sheet.Key, HistorySheet.Of(sheet.Select(one => (scale.IndexOf(one.At), one.Point)))))),
        ];
    }
}
