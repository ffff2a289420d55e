namespace Newswire.Partners.Quotas;

/// <summary>What came of a partner's request for its quota.</summary>
public abstract record QuotaEntry
{
    private QuotaEntry()
    {
    }

    /// <summary>It is let in.</summary>
    /// <param name="Ticket">Has to be settled once the answer is known, whatever becomes of the request.</param>
    public sealed record Granted(QuotaTicket Ticket) : QuotaEntry;

    /// <summary>The quota is used up. The request does not count.</summary>
    /// <param name="Standing">How far each quota is used up.</param>
    /// <param name="RetryAfter">How long until one request would be let in, if no others come; at least a second.</param>
    public sealed record Refused(IReadOnlyList<WindowStanding> Standing, TimeSpan RetryAfter) : QuotaEntry;
}
