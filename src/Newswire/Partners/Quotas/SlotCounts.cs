namespace Newswire.Partners.Quotas;

/// <summary>Requests of a partner that count, by the slot they were let in in.</summary>
/// <param name="Hour">By slots of <see cref="QuotaWindow.Hour"/>.</param>
/// <param name="Day">By slots of <see cref="QuotaWindow.Day"/>.</param>
public sealed record SlotCounts(IReadOnlyDictionary<long, int> Hour, IReadOnlyDictionary<long, int> Day)
{
    /// <summary>No requests.</summary>
    public static readonly SlotCounts None = new(new Dictionary<long, int>(), new Dictionary<long, int>());

    /// <summary>These and others, without the slots that have left their windows.</summary>
    public SlotCounts With(SlotCounts others, DateTimeOffset now) => new(
        Sum(Hour, others.Hour, QuotaWindow.Hour.SlotOf(now)),
        Sum(Day, others.Day, QuotaWindow.Day.SlotOf(now)));

    // A process whose clock is slow still needs what has left the window for this one.
    private static Dictionary<long, int> Sum(IReadOnlyDictionary<long, int> counts, IReadOnlyDictionary<long, int> others, long now)
    {
        var sum = counts
            .Where(count => count.Key >= now - QuotaWindow.Slots - SlidingCount.Ahead)
            .ToDictionary();
        foreach (var (slot, requests) in others)
        {
            sum[slot] = sum.GetValueOrDefault(slot) + requests;
        }

        return sum;
    }
}
