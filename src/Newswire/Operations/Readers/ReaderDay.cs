using System.Text.Json.Serialization;

namespace Newswire.Operations.Readers;

/// <summary>
/// What services said on a day (UTC); one object in storage, to which all processes add. Of what a service says twice the
/// later counts, so adding it again changes nothing. Immutable.
/// </summary>
internal sealed class ReaderDay
{
    /// <summary>Nothing.</summary>
    public static readonly ReaderDay None = new(new Dictionary<string, ReaderCount>(StringComparer.Ordinal));

    /// <summary>What was said.</summary>
    [JsonConstructor]
    public ReaderDay(IReadOnlyDictionary<string, ReaderCount> counts) => Counts = counts;

    /// <summary>The counts, by what the service asks for: its own name for the feed, or else the document.</summary>
    public IReadOnlyDictionary<string, ReaderCount> Counts { get; }

    /// <summary>This and what was said besides; the same object when there is nothing new in it.</summary>
    public ReaderDay With(IEnumerable<KeyValuePair<string, ReaderCount>> more)
    {
        Dictionary<string, ReaderCount> counts = new(Counts, StringComparer.Ordinal);
        var isNew = false;
        foreach (var (key, count) in more)
        {
            if (counts.TryGetValue(key, out var before) ? count.At > before.At : counts.Count < ReaderLimits.MaxCounts)
            {
                counts[key] = count;
                isNew = true;
            }
        }

        return isNew ? new ReaderDay(counts) : this;
    }
}
