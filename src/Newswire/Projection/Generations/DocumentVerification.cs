using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>Finds where the documents that are served are not what the catalog says.</summary>
public sealed class DocumentVerification(GenerationRecords generations, ILeases leases, TimeProvider time)
{
    /// <summary>
    /// Compares with one that was built for that, which then is dropped. Documents are written meanwhile: those that seem to
    /// differ are looked at again while no pass runs.
    /// </summary>
    /// <returns>False when somebody else was at it, and it is to be tried again.</returns>
    internal async Task<bool> TryAsync(SideBySide both, Building building, CancellationToken cancellationToken)
    {
        List<Difference> suspected = await DocumentComparison.CompareAsync(both.Served, both.Built, cancellationToken)
            .Take(DocumentComparison.MaxDifferences)
            .ToListAsync(cancellationToken);
        List<Difference> found = [];
        if (suspected.Count > 0)
        {
            await using var lease = await leases.TryAcquireAsync(ProjectionRunner.LeaseName, cancellationToken);
            if (lease is null || await both.LevelAsync(cancellationToken) is null)
            {
                return false;
            }

            foreach (var name in suspected.Select(difference => difference.Document))
            {
                found.AddRange(
                    await DocumentComparison.CompareAsync(name, both.Served, both.Built, cancellationToken) is { } difference ? [difference] : []);
            }
        }

        await generations.ChangeAsync(
            record => record.End(building.Number, BuildEnd.Verified, time.GetUtcNow(), found), cancellationToken);
        return true;
    }
}
