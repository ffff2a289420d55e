using System.Text.Json.Serialization;

namespace Newswire.Counting;

/// <summary>
/// Which batches of counts are in an object already. It lies in the same object and is written with the counts, so a batch
/// that is sent again because no answer came is added once. Immutable.
/// </summary>
public sealed class AppliedBatches
{
    /// <summary>None.</summary>
    public static readonly AppliedBatches None = new(new Dictionary<string, AppliedBatch>(StringComparer.Ordinal));

    /// <summary>
    /// The most processes that are remembered; of more, those that came last. One that is not any more, and sends a batch
    /// once more that is in the object, adds it twice.
    /// </summary>
    public const int MaxProcesses = 1_000;

    /// <summary>The last batch of each process, by its id.</summary>
    [JsonConstructor]
    public AppliedBatches(IReadOnlyDictionary<string, AppliedBatch> last) => Last = last;

    /// <summary>The last batch of each process, by its id.</summary>
    public IReadOnlyDictionary<string, AppliedBatch> Last { get; }

    /// <summary>Whether the batch is in the object.</summary>
    public bool Has(CountingProcess process, long number) =>
        Last.TryGetValue(process.Id, out var last) && last.Number >= number;

    /// <summary>Those of these that came later.</summary>
    public AppliedBatches Since(DateTimeOffset moment) =>
        new(Last.Where(pair => pair.Value.At > moment).ToDictionary(StringComparer.Ordinal));

    /// <summary>These and the batch.</summary>
    public AppliedBatches With(CountingProcess process, long number, DateTimeOffset now) => new(
        Last.Where(pair => pair.Key != process.Id)
            .OrderByDescending(pair => pair.Value.At)
            .Take(MaxProcesses - 1)
            .Append(new(process.Id, new AppliedBatch(number, now)))
            .ToDictionary(StringComparer.Ordinal));
}
