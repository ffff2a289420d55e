using Newswire.Delivery;

namespace Newswire.WebSub.Distributing;

/// <summary>How many deliveries may be under way at once in this process, each way for itself.</summary>
public sealed class DeliveryPlaces(HubOptions options) : IDisposable
{
    private readonly SemaphoreSlim quick = new(options.MaxParallel);
    private readonly SemaphoreSlim retry = new(options.MaxParallelRetries);

    /// <summary>Takes a place, as soon as there is one; disposing gives it back.</summary>
    public async Task<IDisposable> TakeAsync(Lane lane, CancellationToken cancellationToken)
    {
        var places = lane == Lane.Quick ? quick : retry;
        await places.WaitAsync(cancellationToken);
        return new Place(places);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        quick.Dispose();
        retry.Dispose();
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
