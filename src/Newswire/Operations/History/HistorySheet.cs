using System.Text.Json.Serialization;
using Newswire.Counting;

namespace Newswire.Operations.History;

/// <summary>A stretch of history; one object in storage, to which all processes add. Immutable.</summary>
internal sealed class HistorySheet
{
    /// <summary>Nothing.</summary>
    public static readonly HistorySheet None = new(new Dictionary<int, HistoryPoint>(), AppliedBatches.None);

    /// <summary>What was measured, and which batches are in it.</summary>
    [JsonConstructor]
    public HistorySheet(IReadOnlyDictionary<int, HistoryPoint> points, AppliedBatches batches) =>
        (Points, Batches) = (points, batches);

    /// <summary>The points by their place, from 0; those of which nothing is known are absent.</summary>
    public IReadOnlyDictionary<int, HistoryPoint> Points { get; }

    /// <summary>Which batches are in it.</summary>
    public AppliedBatches Batches { get; }

    /// <summary>The points at their places, those of one place put together.</summary>
    public static HistorySheet Of(IEnumerable<(int Index, HistoryPoint Point)> points)
    {
        Dictionary<int, HistoryPoint> all = [];
        foreach (var (index, point) in points)
        {
            all[index] = all.GetValueOrDefault(index, HistoryPoint.None).With(point);
        }

        return new HistorySheet(all, AppliedBatches.None);
    }

    /// <summary>This and what a process adds; the same object when that is in it.</summary>
    public HistorySheet With(HistorySheet more, BatchStamp stamp) => Batches.Has(stamp.Process, stamp.Number)
        ? this
        : new HistorySheet(
            Of(Points.Concat(more.Points).Select(point => (point.Key, point.Value))).Points,
            Batches.With(stamp.Process, stamp.Number, stamp.At));
}
