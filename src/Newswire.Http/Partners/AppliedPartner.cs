using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>A partner of a file that was applied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Change"><c>created</c>, <c>replaced</c>, or <c>unchanged</c> when it was so already.</param>
internal sealed record AppliedPartner(string Name, string Change)
{
    public static AppliedPartner Of(Partner record, PartnerChange change) => new(record.Name, change switch
    {
        PartnerChange.Created => "created",
        PartnerChange.Replaced => "replaced",
        _ => "unchanged",
    });
}
