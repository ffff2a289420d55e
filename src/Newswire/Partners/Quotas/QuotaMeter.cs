using Newswire.Counting;
using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Partners.Quotas;

/// <summary>
/// Says whether a partner may ask now, from memory. What this process and others have let in is exchanged through storage
/// every <see cref="Interval"/>, beside the requests; only the first request of a process waits for it, so that a restart
/// gives no quota back.
/// </summary>
/// <remarks>
/// Within any hour and any day a partner gets at most its quota, and what other processes have let in within the last two
/// exchanges. While storage does not answer every process counts for itself. A process that dies takes with it what it
/// had let in since its last exchange.
/// </remarks>
public sealed class QuotaMeter(IObjectStore store, CountingProcess process, TimeProvider time) : IDisposable
{
    /// <summary>How often processes exchange what they have let in.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly ObjectPath Path = new(Containers.PartnerUsage, "quota.json");
    private static readonly TimeSpan MinRetryAfter = TimeSpan.FromSeconds(1);

    private readonly SharedState<SharedCounts> stored = new(store, QuotaJson.Stored.SharedCounts);
    private readonly SteadyClock clock = new(time);
    private readonly SemaphoreSlim exchanging = new(1, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, MeteredPartner> partners = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, SlotCounts>? sending;
    private long batch;
    private volatile bool hasRead;

    /// <summary>Lets a request in that has a good key of the partner's, or refuses it.</summary>
    /// <param name="partner">The partner as it is now; a quota changed since the last request holds at once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">It is the first request of this process, and storage did not answer.</exception>
    public async ValueTask<QuotaEntry> EnterAsync(Partner partner, CancellationToken cancellationToken)
    {
        if (!hasRead)
        {
            await ReadFirstAsync(cancellationToken);
        }

        return Enter(partner);
    }

    /// <summary>
    /// Adds what this process has let in to what all have, and takes over the others'. Does nothing in a process to which
    /// no partner has come.
    /// </summary>
    /// <exception cref="StorageAwayException">Nothing is lost; the next exchange makes up for it.</exception>
    public async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        if (!hasRead)
        {
            return;
        }

        await exchanging.WaitAsync(cancellationToken);
        try
        {
            await ExchangeNowAsync(cancellationToken);
        }
        finally
        {
            exchanging.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => exchanging.Dispose();

    internal void Settle(QuotaTicket ticket, bool counts)
    {
        lock (gate)
        {
            Of(ticket.Partner.Name).Settle(ticket.Entered, clock.Now, counts);
        }
    }

    internal IReadOnlyList<WindowStanding> StandingOf(Partner partner)
    {
        lock (gate)
        {
            return Of(partner.Name).Standing(partner.Quota, clock.Now);
        }
    }

    internal QuotaEntry Enter(Partner partner)
    {
        lock (gate)
        {
            var now = clock.Now;
            var metered = Of(partner.Name);
            if (metered.TryEnter(partner.Quota, now))
            {
                return new QuotaEntry.Granted(new QuotaTicket(this, partner, now));
            }

            // A place under way may be given back at any time: then a second is as good a guess as any.
            var standing = metered.Standing(partner.Quota, now);
            var wait = standing.Where(window => window.Remaining == 0).Max(window => window.Reset) ?? MinRetryAfter;
            return new QuotaEntry.Refused(standing, wait < MinRetryAfter ? MinRetryAfter : wait);
        }
    }

    private async Task ReadFirstAsync(CancellationToken cancellationToken)
    {
        await exchanging.WaitAsync(cancellationToken);
        try
        {
            if (!hasRead)
            {
                await ExchangeNowAsync(cancellationToken);
                hasRead = true;
            }
        }
        finally
        {
            exchanging.Release();
        }
    }

    private async Task ExchangeNowAsync(CancellationToken cancellationToken)
    {
        // A batch that got no answer goes first, as it was and under its number: it may be stored.
        if (sending is not null)
        {
            await SendAsync(cancellationToken);
        }

        if (TakeNew() is { Count: > 0 } news)
        {
            (sending, batch) = (news, batch + 1);
        }

        await SendAsync(cancellationToken);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var shared = await stored.ChangeAsync(
            Path,
            counts => sending is null ? counts : (counts ?? SharedCounts.None).With(sending, process, batch, clock.Now),
            cancellationToken);
        sending = null;
        TakeOver((shared ?? SharedCounts.None).Partners);
    }

    private Dictionary<string, SlotCounts> TakeNew()
    {
        Dictionary<string, SlotCounts> news = new(StringComparer.Ordinal);
        lock (gate)
        {
            foreach (var (name, partner) in partners)
            {
                if (partner.TakeNew() is { } counts)
                {
                    news[name] = counts;
                }
            }
        }

        return news;
    }

    private void TakeOver(IReadOnlyDictionary<string, SlotCounts> shared)
    {
        lock (gate)
        {
            var now = clock.Now;
            foreach (var name in shared.Keys.Union(partners.Keys, StringComparer.Ordinal).ToList())
            {
                Of(name).TakeOver(shared.GetValueOrDefault(name) ?? SlotCounts.None, now);
                if (partners[name].IsIdle)
                {
                    partners.Remove(name);
                }
            }
        }
    }

    private MeteredPartner Of(string name)
    {
        if (!partners.TryGetValue(name, out var partner))
        {
            partners[name] = partner = new MeteredPartner();
        }

        return partner;
    }
}
