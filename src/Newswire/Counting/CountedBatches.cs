using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Counting;

/// <summary>
/// Takes what a process has counted to objects to which all processes add. Nothing counts twice, whatever fails when: a
/// batch that got no answer goes again under its number, before anything newer does.
/// </summary>
/// <param name="stored">The objects.</param>
/// <param name="process">This process.</param>
/// <param name="time">The moment at which a batch is added.</param>
/// <param name="add">
/// What is stored and the batch together; the stored object itself where it has the batch already.
/// </param>
internal sealed class CountedBatches<T>(
    SharedState<T> stored, CountingProcess process, TimeProvider time, Func<T?, T, BatchStamp, T> add) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim flushing = new(1, 1);
    private readonly Dictionary<ObjectPath, (long Number, T Counts)> sending = [];
    private long batches;

    /// <summary>Adds what was counted, by one write for each object.</summary>
    /// <param name="take">What was counted since the last time; called when nothing older is on its way any more.</param>
    /// <param name="cancellationToken">Cancels; what was taken goes the next time.</param>
    /// <exception cref="StorageAwayException">What is not added yet will be the next time.</exception>
    public async Task FlushAsync(Func<IEnumerable<(ObjectPath Path, T Counts)>> take, CancellationToken cancellationToken)
    {
        await flushing.WaitAsync(cancellationToken);
        try
        {
            // What got no answer the last time goes first, as it was: it may be stored, and only its number tells.
            await SendAsync(cancellationToken);
            foreach (var (path, counts) in take())
            {
                sending[path] = (++batches, counts);
            }

            await SendAsync(cancellationToken);
        }
        finally
        {
            flushing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => flushing.Dispose();

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var (path, batch) in sending.ToList())
        {
            await stored.ChangeAsync(
                path,
                before => add(before, batch.Counts, new BatchStamp(process, batch.Number, time.GetUtcNow())),
                cancellationToken);
            sending.Remove(path);
        }
    }
}
