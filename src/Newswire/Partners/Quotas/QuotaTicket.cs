namespace Newswire.Partners.Quotas;

/// <summary>A place in a partner's quota that a request holds until it is known whether it counts.</summary>
public sealed class QuotaTicket
{
    private readonly QuotaMeter meter;
    private int settled;

    internal QuotaTicket(QuotaMeter meter, Partner partner, DateTimeOffset entered) =>
        (this.meter, Partner, Entered) = (meter, partner, entered);

    internal Partner Partner { get; }

    internal DateTimeOffset Entered { get; }

    /// <summary>Says whether the request counts. Only the first time matters.</summary>
    /// <param name="counts">False gives the place back.</param>
    public void Settle(bool counts)
    {
        if (Interlocked.Exchange(ref settled, 1) == 0)
        {
            meter.Settle(this, counts);
        }
    }

    /// <summary>How far the partner has used up each quota, its requests under way included.</summary>
    public IReadOnlyList<WindowStanding> Standing() => meter.StandingOf(Partner);
}
