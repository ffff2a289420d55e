namespace Newswire.WebSub.Subscribing;

/// <summary>What one callback host has of us: its subscriptions, and how often it was to be asked within the last minute.</summary>
/// <param name="Subscriptions">The ends of their leases, as Unix seconds, by <see cref="HostLedgers.IdOf"/>.</param>
/// <param name="Verifications">When requests were accepted, as Unix milliseconds, oldest first.</param>
public sealed record HostLedger(IReadOnlyDictionary<string, long> Subscriptions, IReadOnlyList<long> Verifications)
{
    /// <summary>Nothing.</summary>
    public static readonly HostLedger Empty = new(new Dictionary<string, long>(StringComparer.Ordinal), []);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Without what is over: ended leases, verifications more than a minute old. Itself when nothing is.</summary>
    public HostLedger At(DateTimeOffset now)
    {
        var (second, since) = (now.ToUnixTimeSeconds(), (now - Minute).ToUnixTimeMilliseconds());
        return Subscriptions.Values.All(end => end > second) && Verifications.All(asked => asked > since)
            ? this
            : new HostLedger(
                Subscriptions.Where(subscription => subscription.Value > second).ToDictionary(StringComparer.Ordinal),
                [.. Verifications.Where(asked => asked > since)]);
    }

    /// <summary>Whether nothing is left in it.</summary>
    public bool IsEmpty() => Subscriptions.Count == 0 && Verifications.Count == 0;

    /// <summary>Whether the subscription is one of those it has, or one more is allowed.</summary>
    public bool HasRoomFor(string id, int max) => Subscriptions.ContainsKey(id) || Subscriptions.Count < max;

    /// <summary>How long until one more verification is allowed; null when it is now.</summary>
    public TimeSpan? WaitAt(DateTimeOffset now, int maxPerMinute) => Verifications.Count < maxPerMinute
        ? null
        : DateTimeOffset.FromUnixTimeMilliseconds(Verifications[^maxPerMinute]) + Minute - now;

    /// <summary>With one more verification.</summary>
    public HostLedger Asked(DateTimeOffset now) =>
        this with { Verifications = [.. Verifications, now.ToUnixTimeMilliseconds()] };

    /// <summary>With the subscription, until the end of its lease.</summary>
    public HostLedger With(string id, DateTimeOffset leaseEnd) => this with
    {
        Subscriptions = new Dictionary<string, long>(Subscriptions, StringComparer.Ordinal) { [id] = leaseEnd.ToUnixTimeSeconds() },
    };

    /// <summary>Without the subscription.</summary>
    public HostLedger Without(string id) => !Subscriptions.ContainsKey(id) ? this : this with
    {
        Subscriptions = Subscriptions.Where(subscription => subscription.Key != id).ToDictionary(StringComparer.Ordinal),
    };
}
