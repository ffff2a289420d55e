using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>A partner as the newsroom sees it, in the form in which its record is sent, so that it can be edited and sent back.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Contact">Whom the newsroom asks; left out when nobody has said.</param>
/// <param name="Feeds">The feeds it may read, as they were named when it was given them.</param>
/// <param name="Profile">Whose rules its output follows.</param>
/// <param name="Quota">How much it may ask.</param>
/// <param name="EarlyAccessMinutes">Minutes before the end of an embargo; left out for none.</param>
/// <param name="Keys">Its keys; not read when sent back.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
internal sealed record PartnerAnswer(
    string Name,
    string Title,
    string? Contact,
    IReadOnlyList<string> Feeds,
    PartnerProfile Profile,
    PartnerQuota Quota,
    int? EarlyAccessMinutes,
    IReadOnlyList<PartnerKeyAnswer> Keys,
    IReadOnlyList<string>? Ignored)
{
    public static PartnerAnswer Of(Partner partner, DateTimeOffset now, IReadOnlyList<string>? ignored = null) => new(
        partner.Name,
        partner.Title,
        partner.Contact,
        partner.Feeds,
        partner.Profile,
        partner.Quota,
        (int?)partner.EarlyAccess?.TotalMinutes,
        [.. partner.Keys.Select(key => PartnerKeyAnswer.Of(key, now))],
        ignored is { Count: > 0 } ? ignored : null);
}
