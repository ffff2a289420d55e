using Azure;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>A lease that is held: renewed in the background until it is disposed. Losing it is not an error.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private readonly string _name;
    private readonly BlobLeaseClient _lease;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Task _renewing;
    private int _disposals;

    public HeldLease(string name, BlobLeaseClient lease, TimeSpan interval, TimeProvider time, ILogger logger)
    {
        _name = name;
        _lease = lease;
        _logger = logger;
        _renewing = RenewAsync(new PeriodicTimer(interval, time));
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposals, 1) != 0)
        {
            return;
        }

        await _disposed.CancelAsync();
        await _renewing;
        _disposed.Dispose();
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (Exception fault) when (fault is StorageAwayException or RequestFailedException)
        {
            // It runs out by itself; the work it guarded is done and must not fail for that.
            Log.LeaseNotReleased(_logger, _name, fault);
        }
    }

    private async Task RenewAsync(PeriodicTimer timer)
    {
        using var ticks = timer;
        try
        {
            while (await ticks.WaitForNextTickAsync(_disposed.Token))
            {
                try
                {
                    await _lease.RenewAsync(cancellationToken: _disposed.Token);
                }
                catch (StorageAwayException fault)
                {
                    // The next tick may come in time.
                    Log.LeaseNotRenewed(_logger, _name, fault);
                }
            }
        }
        catch (RequestFailedException fault)
        {
            Log.LeaseLost(_logger, _name, fault);
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            // Disposed: no more renewals.
        }
    }
}
