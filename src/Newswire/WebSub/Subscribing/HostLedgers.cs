using System.Text;
using Newswire.Delivery;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.WebSub.Subscribing;

/// <summary>
/// Keeps what each callback host has, exact over all processes: no host is asked more often, or has more subscriptions,
/// than <see cref="HubOptions"/> allow, whoever asks in its name and wherever.
/// </summary>
public sealed class HostLedgers(IObjectStore store, HubOptions options, TimeProvider time)
{
    /// <summary>What every ledger's name begins with.</summary>
    public const string Prefix = "websub-hosts/";

    private static readonly TimeSpan FullFor = TimeSpan.FromHours(1);

    private readonly SharedState<HostLedger> ledgers = new(store, SubscribingJson.Stored.HostLedger);

    /// <summary>Counts a request, if it may be one more.</summary>
    /// <returns>How long to wait when it may not; null when it is counted.</returns>
    public async Task<TimeSpan?> AskAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        TimeSpan? wait = null;
        await ledgers.ChangeAsync(PathOf(request.Callback), before =>
        {
            var now = time.GetUtcNow();
            var ledger = (before ?? HostLedger.Empty).At(now);
            wait = request.Mode == SubscriptionMode.Subscribe && !HasRoom(ledger, request)
                ? FullFor
                : ledger.WaitAt(now, options.MaxVerificationsPerHostAndMinute);
            return wait is null ? ledger.Asked(now) : before;
        }, cancellationToken);
        return wait;
    }

    /// <summary>Counts a subscription that was confirmed, if it may be one more. False when it may not.</summary>
    public async Task<bool> AddAsync(SubscriptionRequest request, DateTimeOffset leaseEnd, CancellationToken cancellationToken)
    {
        var added = false;
        await ledgers.ChangeAsync(PathOf(request.Callback), before =>
        {
            var ledger = (before ?? HostLedger.Empty).At(time.GetUtcNow());
            added = HasRoom(ledger, request);
            return added ? ledger.With(IdOf(request.Topic, request.Callback), leaseEnd) : before;
        }, cancellationToken);
        return added;
    }

    /// <summary>Counts a subscription no more.</summary>
    public Task RemoveAsync(Topic topic, string callback, CancellationToken cancellationToken) =>
        ledgers.ChangeAsync(
            PathOf(callback), before => Kept(before?.At(time.GetUtcNow()).Without(IdOf(topic, callback))), cancellationToken);

    /// <summary>Takes out of an object what is over, and deletes it when nothing is left.</summary>
    internal Task CleanAsync(string name, CancellationToken cancellationToken) => ledgers.ChangeAsync(
        new ObjectPath(Containers.Subscriptions, name), before => Kept(before?.At(time.GetUtcNow())), cancellationToken);

    /// <summary>Names a subscription within its host's.</summary>
    internal static string IdOf(Topic topic, string callback) => Fingerprint.Of(Encoding.UTF8.GetBytes($"{topic}\n{callback}"));

    /// <summary>Where the ledger of a callback's host is.</summary>
    internal static ObjectPath PathOf(string callback) => new(
        Containers.Subscriptions, $"{Prefix}{Fingerprint.Of(Encoding.UTF8.GetBytes(Callback.HostOf(callback)))}.json");

    private static HostLedger? Kept(HostLedger? ledger) => ledger?.IsEmpty() == true ? null : ledger;

    private bool HasRoom(HostLedger ledger, SubscriptionRequest request) =>
        ledger.HasRoomFor(IdOf(request.Topic, request.Callback), options.MaxSubscriptionsPerHost);
}
