using Azure;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>A lease that is held: renewed in the background until it is disposed. Losing it is not an error.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private readonly string name;
    private readonly BlobLeaseClient lease;
    private readonly ILogger logger;
    private readonly CancellationTokenSource disposed = new();
    private readonly Task renewing;
    private int disposals;

    public HeldLease(string name, BlobLeaseClient lease, TimeSpan interval, TimeProvider time, ILogger logger)
    {
        this.name = name;
        this.lease = lease;
        this.logger = logger;
        renewing = RenewAsync(new PeriodicTimer(interval, time));
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposals, 1) != 0)
        {
            return;
        }

        await disposed.CancelAsync();
        await renewing;
        disposed.Dispose();
        try
        {
            await this.lease.ReleaseAsync();
        }
        catch (Exception fault) when (fault is StorageAwayException or RequestFailedException)
        {
            // It runs out by itself; the work it guarded is done and must not fail for that.
            Log.LeaseNotReleased(this.logger, this.name, fault);
        }
    }

    private async Task RenewAsync(PeriodicTimer timer)
    {
        using var ticks = timer;
        try
        {
            while (await ticks.WaitForNextTickAsync(disposed.Token))
            {
                try
                {
                    await this.lease.RenewAsync(cancellationToken: disposed.Token);
                }
                catch (StorageAwayException fault)
                {
                    // The next tick may come in time.
                    Log.LeaseNotRenewed(this.logger, this.name, fault);
                }
            }
        }
        catch (RequestFailedException fault)
        {
            Log.LeaseLost(this.logger, this.name, fault);
        }
        catch (OperationCanceledException) when (disposed.IsCancellationRequested)
        {
            // Disposed: no more renewals.
        }
    }
}
