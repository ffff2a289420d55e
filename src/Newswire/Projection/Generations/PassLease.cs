using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>The lease of the passes, for somebody who wants them to stand still for a moment.</summary>
internal static class PassLease
{
    /// <summary>How long it is tried: where changes come all the time, passes have it most of the time.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>Takes the lease in the next gap between passes; null when there is none soon.</summary>
    public static async Task<IAsyncDisposable?> TryAcquireAsync(
        ILeases leases, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); ; await Task.Delay(Interval, time, cancellationToken))
        {
            if (await leases.TryAcquireAsync(ProjectionRunner.LeaseName, cancellationToken) is { } lease)
            {
                return lease;
            }

            if (time.GetElapsedTime(begun) >= MaxWait)
            {
                return null;
            }
        }
    }
}
