namespace Newswire.Partners.Quotas;

/// <summary>What counts against one partner's quota, as far as this process knows. Not for several threads at once.</summary>
internal sealed class MeteredPartner
{
    private readonly SlidingCount hour = new(QuotaWindow.Hour);
    private readonly SlidingCount day = new(QuotaWindow.Day);
    private Dictionary<long, int> newInHour = [];
    private Dictionary<long, int> newInDay = [];
    private int underWay;

    /// <summary>Whether there is nothing to remember.</summary>
    public bool IsIdle => underWay == 0 && day.Sum == 0 && newInDay.Count == 0;

    /// <summary>Takes a place for a request; false when there is none.</summary>
    public bool TryEnter(PartnerQuota quota, DateTimeOffset now)
    {
        Advance(now);
        if (hour.Sum + underWay >= quota.PerHour || day.Sum + underWay >= quota.PerDay)
        {
            return false;
        }

        underWay++;
        return true;
    }

    /// <summary>Gives the place back, or counts the request at the moment it was let in.</summary>
    public void Settle(DateTimeOffset entered, DateTimeOffset now, bool counts)
    {
        underWay--;
        if (counts)
        {
            Advance(now);
            Count(hour, newInHour, QuotaWindow.Hour.SlotOf(entered));
            Count(day, newInDay, QuotaWindow.Day.SlotOf(entered));
        }
    }

    /// <summary>How far each quota is used up.</summary>
    public IReadOnlyList<WindowStanding> Standing(PartnerQuota quota, DateTimeOffset now)
    {
        Advance(now);
        return [StandingIn(QuotaWindow.Hour, hour, quota.PerHour, now), StandingIn(QuotaWindow.Day, day, quota.PerDay, now)];
    }

    /// <summary>What was let in since this was asked last; null when nothing was.</summary>
    public SlotCounts? TakeNew()
    {
        if (newInDay.Count == 0)
        {
            return null;
        }

        var taken = new SlotCounts(newInHour, newInDay);
        (newInHour, newInDay) = ([], []);
        return taken;
    }

    /// <summary>Takes over what all processes together have let in; what is new here and not among it counts as well.</summary>
    public void TakeOver(SlotCounts shared, DateTimeOffset now)
    {
        Advance(now);
        hour.Clear();
        day.Clear();
        Add(hour, shared.Hour);
        Add(hour, newInHour);
        Add(day, shared.Day);
        Add(day, newInDay);
    }

    private static void Count(SlidingCount window, Dictionary<long, int> news, long slot)
    {
        window.Add(slot, 1);
        news[slot] = news.GetValueOrDefault(slot) + 1;
    }

    private static void Add(SlidingCount window, IReadOnlyDictionary<long, int> counts)
    {
        foreach (var (slot, requests) in counts)
        {
            window.Add(slot, requests);
        }
    }

    private void Advance(DateTimeOffset now)
    {
        hour.Advance(now);
        day.Advance(now);
    }

    // With nothing left, what matters is when there will be something: after a quota was lowered that may take longer than
    // until the first request leaves the window.
    private WindowStanding StandingIn(QuotaWindow window, SlidingCount count, int quota, DateTimeOffset now)
    {
        var over = count.Sum + underWay - quota;
        var reset = count.WhenGone(Math.Max(over + 1, 1)) - now;
        return new WindowStanding(window, quota, Math.Max(-over, 0), reset);
    }
}
