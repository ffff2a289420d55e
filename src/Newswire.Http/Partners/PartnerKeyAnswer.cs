using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>A partner's key as the newsroom sees it: neither the key nor its hash.</summary>
/// <param name="Id">What it is revoked by.</param>
/// <param name="Name">What the newsroom calls it; left out when it said nothing.</param>
/// <param name="State">What it is worth now.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">From when on it opens nothing; left out when it does not expire.</param>
/// <param name="Revoked">Since when it opens nothing; left out while it was not revoked.</param>
internal sealed record PartnerKeyAnswer(
    string Id,
    string? Name,
    PartnerKeyState State,
    DateTimeOffset Created,
    DateTimeOffset? Expires,
    DateTimeOffset? Revoked)
{
    public static PartnerKeyAnswer Of(PartnerKey key, DateTimeOffset now) =>
        new(key.Id, key.Name, key.StateAt(now), key.Created, key.Expires, key.Revoked);
}
