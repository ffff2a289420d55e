using System.Text.Json.Serialization;
using Newswire.Keys;

namespace Newswire.Partners;

/// <summary>Every partner of a publication with its keys; stored as <c>partners/partners.json</c>. Immutable.</summary>
public sealed class PartnerList
{
    /// <summary>No partners.</summary>
    public static readonly PartnerList Empty = new([]);

    /// <summary>Partners in any order, each name once.</summary>
    /// <param name="partners">The partners.</param>
    /// <param name="lastSaid">See <see cref="LastSaid"/>.</param>
    [JsonConstructor]
    public PartnerList(IReadOnlyList<Partner> partners, DateTimeOffset lastSaid = default) =>
        (Partners, LastSaid) = ([.. partners.OrderBy(partner => partner.Name, StringComparer.Ordinal)], lastSaid);

    /// <summary>The partners, ordered by name.</summary>
    public IReadOnlyList<Partner> Partners { get; }

    /// <summary>
    /// When anything was last said of any partner, those included that are here no more. Whatever is said next counts as
    /// later, whichever process says it.
    /// </summary>
    public DateTimeOffset LastSaid { get; }

    private Dictionary<string, (Partner Partner, PartnerKey Key)> ByHash => field ??= Partners
        .SelectMany(partner => partner.Keys, (partner, key) => (partner, key))
        .ToDictionary(pair => pair.key.Hash, StringComparer.Ordinal);

    /// <summary>The partner of this name; null when there is none.</summary>
    public Partner? Find(string name) => Partners.FirstOrDefault(partner => partner.Name == name);

    /// <summary>These partners and those given; of one that is here already everything but its keys is replaced.</summary>
    /// <param name="records">What is said of each.</param>
    /// <param name="now">When it is said.</param>
    public PartnerList With(IReadOnlyList<Partner> records, DateTimeOffset now)
    {
        var said = now > LastSaid ? now : LastSaid.AddTicks(1);
        var names = records.Select(record => record.Name).ToHashSet(StringComparer.Ordinal);
        return new PartnerList(
            [
                .. Partners.Where(partner => !names.Contains(partner.Name)),
                .. records.Select(record => Find(record.Name) is { } known && known.SaysTheSameAs(record)
                    ? known
                    : record with { Keys = Find(record.Name)?.Keys ?? [], Said = said }),
            ],
            said);
    }

    /// <summary>These partners without the one of this name; the same object when there is none.</summary>
    public PartnerList Without(string name) =>
        Find(name) is { } partner
            ? new PartnerList([.. Partners.Where(other => other != partner)], LastSaid.AddTicks(1))
            : this;

    /// <summary>These partners, of which the one of this name has other keys; the same object when there is none.</summary>
    public PartnerList WithKeys(string name, IReadOnlyList<PartnerKey> keys) =>
        Find(name) is { } partner
            ? new PartnerList([.. Partners.Select(other => other == partner ? partner with { Keys = keys } : other)], LastSaid)
            : this;

    /// <summary>Whether the key is the partner's and good.</summary>
    /// <remarks>
    /// The key is looked up by its hash, and only then compared with the name. So every wrong key takes the same way,
    /// however many partners there are and whether there is one of this name: that is never looked at. The time of a
    /// look-up may tell of the hash of a guess; but a guess closer to a key has another hash altogether.
    /// </remarks>
    /// <param name="name">Whose key it is said to be.</param>
    /// <param name="secret">The key as it was sent.</param>
    /// <param name="now">The moment at which it is to be good.</param>
    public PartnerCheck Check(string name, string secret, DateTimeOffset now) =>
        ByHash.TryGetValue(SecretKey.Hash(secret), out var known) && known.Partner.Name == name
            ? known.Key.StateAt(now) switch
            {
                PartnerKeyState.Good => new PartnerCheck.Good(known.Partner, known.Key),
                PartnerKeyState.Expired => new PartnerCheck.Expired(),
                _ => new PartnerCheck.Revoked(),
            }
            : new PartnerCheck.Unknown();
}
