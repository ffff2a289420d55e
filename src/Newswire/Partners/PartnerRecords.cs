using Newswire.Delivery;
using Newswire.Keys;
using Newswire.Storage;

namespace Newswire.Partners;

/// <summary>
/// The partners of a publication and their keys, all in one object, so that a wrong key costs no storage read and
/// whatever is changed reaches every process within <see cref="MaxAge"/>.
/// </summary>
public sealed class PartnerRecords(IObjectStore store, TimeProvider time) : IDisposable
{
    /// <summary>What every partner's key begins with, so that scanners for leaked secrets can find it.</summary>
    public const string Prefix = "nws_";

    /// <summary>How long a process relies on what it read: within this time a revoked key stops to work everywhere.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private static readonly ObjectPath Path = new(Containers.Partners, "partners.json");

    private readonly RecentState<PartnerList> stored = new(store, Path, PartnersJson.Stored.PartnerList, MaxAge, time);

    /// <summary>Every partner as it is, ordered by name.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<IReadOnlyList<Partner>> ListAsync(CancellationToken cancellationToken) =>
        (await stored.ReadAsync(cancellationToken) ?? PartnerList.Empty).Partners;

    /// <summary>The partner as it is; null when there is none of this name.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<Partner?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await stored.ReadAsync(cancellationToken) ?? PartnerList.Empty).Find(name);

    /// <summary>Makes or replaces partners, all or none. The keys of one that is there stay as they are.</summary>
    /// <param name="records">What is said of them, each name once; their keys do not matter.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>
    /// What each record has changed, and the record as it is now; null when there would be more than <see cref="PartnerLimits.MaxPartners"/>, and then
    /// nothing was.
    /// </returns>
    /// <exception cref="StorageAwayException">Nothing is promised; saying it again is harmless.</exception>
    public async Task<IReadOnlyList<(PartnerChange Change, Partner Record)>?> DefineAsync(
        IReadOnlyList<Partner> records, CancellationToken cancellationToken)
    {
        IReadOnlyList<PartnerChange>? changes = null;
        var after = await ChangeAsync(
            partners =>
            {
                changes = [.. records.Select(record => ChangeOf(partners.Find(record.Name), record))];
                if (changes.All(change => change == PartnerChange.Unchanged))
                {
                    return partners;
                }

                var defined = partners.With(records, time.GetUtcNow());
                if (defined.Partners.Count <= PartnerLimits.MaxPartners)
                {
                    return defined;
                }

                changes = null;
                return partners;
            },
            cancellationToken);
        return changes is null ? null : [.. changes.Zip(records, (change, record) => (change, after.Find(record.Name)!))];
    }

    /// <summary>Removes a partner with all its keys.</summary>
    /// <returns>What it was; null when there is none of this name.</returns>
    /// <exception cref="StorageAwayException">Nothing is promised; saying it again is harmless.</exception>
    public async Task<Partner?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        Partner? removed = null;
        await ChangeAsync(
            partners =>
            {
                removed = partners.Find(name);
                return partners.Without(name);
            },
            cancellationToken);
        return removed;
    }

    /// <summary>Makes a key beside those the partner has, so that it can change from one to the other when it likes.</summary>
    /// <param name="partner">The partner's name.</param>
    /// <param name="name">What to call the key; null for nothing.</param>
    /// <param name="expires">From when on it opens nothing; null for never.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">If a key was made, nobody knows it; make another.</exception>
    public async Task<KeyCreation> CreateKeyAsync(
        string partner, string? name, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        var secret = SecretKey.Make(Prefix);
        var hash = SecretKey.Hash(secret);
        var key = new PartnerKey(SecretKey.Id(hash), hash, time.GetUtcNow(), name, expires);
        KeyCreation creation = new KeyCreation.NoPartner();
        await ChangeAsync(
            partners =>
            {
                if (partners.Find(partner) is not { } found)
                {
                    creation = new KeyCreation.NoPartner();
                    return partners;
                }

                if (WithRoom(found.Keys, key.Created) is not { } kept)
                {
                    creation = new KeyCreation.TooMany();
                    return partners;
                }

                creation = new KeyCreation.Created(secret, key);
                return partners.WithKeys(partner, [.. kept, key]);
            },
            cancellationToken);
        return creation;
    }

    /// <summary>Takes a key out of use; one revoked before stays so.</summary>
    /// <returns>The key; null when there is no such partner or it has no such key.</returns>
    /// <exception cref="StorageAwayException">Nothing is promised; saying it again is harmless.</exception>
    public async Task<PartnerKey?> RevokeKeyAsync(string partner, string id, CancellationToken cancellationToken)
    {
        var after = await ChangeAsync(
            partners =>
            {
                var now = time.GetUtcNow();
                return partners.Find(partner) is { } found && found.Keys.Any(key => key.Id == id && key.Revoked is null)
                    ? partners.WithKeys(partner, [.. found.Keys.Select(key =>
                        key.Id == id ? key with { Revoked = key.Revoked ?? now } : key)])
                    : partners;
            },
            cancellationToken);
        return after.Find(partner)?.Keys.FirstOrDefault(key => key.Id == id);
    }

    /// <summary>The partner of this name, if the key is its own and good; see <see cref="PartnerList.Check"/>.</summary>
    /// <exception cref="StorageAwayException">The partners are to be read again, and storage did not answer.</exception>
    public async ValueTask<PartnerCheck> FindByKeyAsync(string partnerName, string secret, CancellationToken cancellationToken) =>
        (await stored.RecentAsync(cancellationToken) ?? PartnerList.Empty).Check(partnerName, secret, time.GetUtcNow());

    /// <inheritdoc/>
    public void Dispose() => stored.Dispose();

    private static PartnerChange ChangeOf(Partner? before, Partner record) =>
        before is null ? PartnerChange.Created
        : before.SaysTheSameAs(record) ? PartnerChange.Unchanged
        : PartnerChange.Replaced;

    /// <summary>The keys that stay beside a new one; null when all are good and there are too many.</summary>
    private static IReadOnlyList<PartnerKey>? WithRoom(IReadOnlyList<PartnerKey> keys, DateTimeOffset now) =>
        keys.Count < PartnerLimits.MaxKeys ? keys
        : keys.FirstOrDefault(key => key.StateAt(now) != PartnerKeyState.Good) is { } dead ? [.. keys.Where(key => key != dead)]
        : null;

    private async Task<PartnerList> ChangeAsync(Func<PartnerList, PartnerList> change, CancellationToken cancellationToken) =>
        await stored.ChangeAsync(
            partners =>
            {
                var before = partners ?? PartnerList.Empty;
                var after = change(before);
                return after == before ? partners : after;
            },
            cancellationToken) ?? PartnerList.Empty;
}
