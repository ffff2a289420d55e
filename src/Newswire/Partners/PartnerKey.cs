namespace Newswire.Partners;

/// <summary>What is stored of a partner's key: never the key itself.</summary>
/// <param name="Id">Eight hexadecimal digits of the hash, to name the key by.</param>
/// <param name="Hash">SHA-256 of the key, lower-case hexadecimal.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Name">What the newsroom calls it; null when it said nothing.</param>
/// <param name="Expires">From when on it opens nothing; null when it does not expire.</param>
/// <param name="Revoked">Since when it opens nothing; null while it was not revoked.</param>
public sealed record PartnerKey(
    string Id,
    string Hash,
    DateTimeOffset Created,
    string? Name = null,
    DateTimeOffset? Expires = null,
    DateTimeOffset? Revoked = null)
{
    /// <summary>What the key is worth at a moment. One both revoked and expired is revoked.</summary>
    public PartnerKeyState StateAt(DateTimeOffset now) =>
        Revoked is not null ? PartnerKeyState.Revoked
        : Expires <= now ? PartnerKeyState.Expired
        : PartnerKeyState.Good;
}
