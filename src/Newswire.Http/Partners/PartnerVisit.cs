using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>A request that was let in: whose it is, and what its answer carries.</summary>
/// <param name="partner">The partner.</param>
/// <param name="key">The key it asked with.</param>
internal sealed class PartnerVisit(Partner partner, PartnerKey key)
{
    /// <summary>The partner.</summary>
    public Partner Partner { get; } = partner;

    /// <summary>The key it asked with.</summary>
    public PartnerKey Key { get; } = key;

    /// <summary>Where whoever answers says what the answer carries.</summary>
    public TakenContent Usage { get; } = new();
}
