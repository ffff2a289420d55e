namespace Newswire.Partners.Quotas;

/// <summary>How many requests there were in a window that ends now, by slot. Takes and gives in constant time and memory.</summary>
/// <remarks>
/// The slot in which the window begins counts as a whole. So the sum is never too small: within any span as long as the
/// window there were at most so many requests.
/// </remarks>
internal sealed class SlidingCount(QuotaWindow window)
{
    /// <summary>Slots ahead of this process's clock that are believed: another process's may be a little fast.</summary>
    public const int Ahead = 2;

    // A power of two that holds the slots of the window, the one that is leaving it, and those ahead.
    private const int Size = 64;

    private readonly int[] counts = new int[Size];
    private long current;

    /// <summary>The requests in the window.</summary>
    public int Sum { get; private set; }

    /// <summary>Lets the window end at a moment; one before that it ended at already changes nothing.</summary>
    public void Advance(DateTimeOffset now)
    {
        var slot = window.SlotOf(now);
        if (slot <= current)
        {
            return;
        }

        var leaving = Math.Min(slot - current, Size);
        for (var i = 0; i < leaving; i++)
        {
            ref var count = ref counts[Index(First + i)];
            Sum -= count;
            count = 0;
        }

        current = slot;
    }

    /// <summary>Adds requests of a slot; those outside the window are not counted.</summary>
    public void Add(long slot, int requests)
    {
        if (slot >= First && slot <= current + Ahead)
        {
            counts[Index(slot)] += requests;
            Sum += requests;
        }
    }

    /// <summary>Forgets all requests.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        Sum = 0;
    }

    /// <summary>When so many of the requests will have left the window, if no others come; null when there are fewer.</summary>
    public DateTimeOffset? WhenGone(int requests)
    {
        var gone = 0;
        for (var slot = First; slot <= current + Ahead; slot++)
        {
            gone += counts[Index(slot)];
            if (gone >= requests)
            {
                return window.BeginningOf(slot + QuotaWindow.Slots + 1);
            }
        }

        return null;
    }

    private long First => current - QuotaWindow.Slots;

    private static int Index(long slot) => (int)(slot & (Size - 1));
}
