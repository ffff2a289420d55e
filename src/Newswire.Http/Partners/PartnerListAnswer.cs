namespace Newswire.Http.Partners;

/// <summary>Every partner.</summary>
/// <param name="Partners">Ordered by name.</param>
internal sealed record PartnerListAnswer(IReadOnlyList<PartnerAnswer> Partners);
