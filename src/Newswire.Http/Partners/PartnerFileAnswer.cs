namespace Newswire.Http.Partners;

/// <summary>What a file of partners has changed.</summary>
/// <param name="Partners">The partners in the order of the file.</param>
/// <param name="Ignored">JSON Pointers of members the model does not have; left out when there are none.</param>
internal sealed record PartnerFileAnswer(IReadOnlyList<AppliedPartner> Partners, IReadOnlyList<string>? Ignored);
