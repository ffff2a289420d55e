using Newswire.Erasure;
using Newswire.Projection.Generations;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>
/// Finds by the clock what no message told: changes, what is due, a rebuild or an erasure that was left half done.
/// </summary>
public sealed class Sweep(ProjectionRunner projection, Rebuild rebuild, EraseWork erasures)
{
    /// <summary>Returns when nothing is left to do.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the next sweep goes on.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await projection.CatchUpAsync(cancellationToken);
        await rebuild.SweepAsync(cancellationToken);
        await erasures.RunPendingAsync(cancellationToken);
    }
}
