using System.Text.Json.Serialization;
using Newswire.Counting;

namespace Newswire.Partners.Quotas;

/// <summary>
/// What all processes together have let in; stored as <c>partner-usage/quota.json</c>. Every process adds what it has let in
/// and takes over what the others have added. Immutable.
/// </summary>
public sealed class SharedCounts
{
    // Longer than any window: what is sent once more after that counts for nothing, so it may be added.
    private static readonly TimeSpan BatchesKept = 2 * QuotaWindow.Day.Length;

    /// <summary>Nothing.</summary>
    public static readonly SharedCounts None = new(new Dictionary<string, SlotCounts>(StringComparer.Ordinal), AppliedBatches.None);

    /// <summary>Counts by partner, and which batches are in them.</summary>
    [JsonConstructor]
    public SharedCounts(IReadOnlyDictionary<string, SlotCounts> partners, AppliedBatches batches) =>
        (Partners, Batches) = (partners, batches);

    /// <summary>Counts by the name of the partner.</summary>
    public IReadOnlyDictionary<string, SlotCounts> Partners { get; }

    /// <summary>Which batches are in them.</summary>
    public AppliedBatches Batches { get; }

    /// <summary>These and a batch; the same object when the batch is in them. What no window needs any more is left out.</summary>
    /// <param name="counts">What the process has let in since its last batch, by partner.</param>
    /// <param name="process">The process.</param>
    /// <param name="number">The number of the batch.</param>
    /// <param name="now">The moment.</param>
    public SharedCounts With(
        IReadOnlyDictionary<string, SlotCounts> counts, CountingProcess process, long number, DateTimeOffset now)
    {
        if (Batches.Has(process, number))
        {
            return this;
        }

        Dictionary<string, SlotCounts> sum = new(StringComparer.Ordinal);
        foreach (var partner in Partners.Keys.Union(counts.Keys, StringComparer.Ordinal))
        {
            var both = (Partners.GetValueOrDefault(partner) ?? SlotCounts.None)
                .With(counts.GetValueOrDefault(partner) ?? SlotCounts.None, now);
            if (both.Day.Count > 0)
            {
                sum[partner] = both;
            }
        }

        return new SharedCounts(sum, Batches.Since(now - BatchesKept).With(process, number, now));
    }
}
