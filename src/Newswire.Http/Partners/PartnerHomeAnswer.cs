using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>What a partner may have, as the partner sees it: nothing of the newsroom's notes or of its other keys.</summary>
/// <param name="Name">Its name, which is in its addresses.</param>
/// <param name="Title">What the newsroom calls it.</param>
/// <param name="Feeds">The feeds it may read, those given up left out.</param>
/// <param name="Changes">The absolute address of its change stream.</param>
/// <param name="Profile">Whose rules its output follows.</param>
/// <param name="Quota">How much it may ask.</param>
/// <param name="Key">The key it asked with.</param>
internal sealed record PartnerHomeAnswer(
    string Name,
    string Title,
    IReadOnlyList<PartnerHomeAnswer.GrantedFeed> Feeds,
    string Changes,
    PartnerProfile Profile,
    PartnerQuota Quota,
    PartnerHomeAnswer.UsedKey Key)
{
    /// <summary>A feed by its present name.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Addresses">The absolute address of its document in each format, by extension.</param>
    internal sealed record GrantedFeed(string Name, IReadOnlyDictionary<string, string> Addresses);

    /// <summary>What a partner has to know of a key.</summary>
    /// <param name="Id">What the newsroom calls it by.</param>
    /// <param name="Expires">From when on it opens nothing; left out when it does not expire.</param>
    internal sealed record UsedKey(string Id, DateTimeOffset? Expires);
}
