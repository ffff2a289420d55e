using Newswire.Catalog;
using Newswire.Delivery;
using Newswire.Partners.Changes;

namespace Newswire.Partners;

/// <summary>
/// Sees to it that the contracts in force are those of the records: whoever has written a record may have died before the
/// contract was in the catalog.
/// </summary>
public sealed class PartnerHousekeeping(
    PartnerRecords partners, PartnerStreams streams, Intake intake) : IHousekeeping
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The streams first: a contract that comes into force in between has its record already.
        var inForce = (await streams.RecentAsync(cancellationToken)).Heads.ByPartner;
        var said = await partners.ListAsync(cancellationToken);
        IReadOnlyList<Change> missing =
        [
            .. said.Where(partner => !(inForce.GetValueOrDefault(partner.Name)?.Contract.Received >= partner.Said))
                .Select(partner => partner.Contract()),
            .. inForce.Where(head => !head.Value.Contract.Ended)
                .ExceptBy(said.Select(partner => partner.Name), head => head.Key, StringComparer.Ordinal)
                .Select(head => PartnerIntake.EndOf(head.Key, head.Value.Contract.Received)),
        ];
        if (missing.Count > 0)
        {
            await intake.AcceptAsync(missing, cancellationToken);
        }
    }
}
