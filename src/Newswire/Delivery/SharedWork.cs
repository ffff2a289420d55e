namespace Newswire.Delivery;

/// <summary>Work that is under way once for all who want the same of it.</summary>
public sealed class SharedWork<TKey, T>
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Task<T>> underWay = [];

    /// <summary>What the work comes to. Once it is done, the next who asks begins it anew.</summary>
    /// <param name="key">What is wanted.</param>
    /// <param name="work">Does it; nobody's going away ends it.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    public Task<T> RunAsync(TKey key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!underWay.TryGetValue(key, out var running))
            {
                underWay[key] = running = Task.Run(() => DoAsync(key, work), CancellationToken.None);
            }

            return running.WaitAsync(cancellationToken);
        }
    }

    private async Task<T> DoAsync(TKey key, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        finally
        {
            lock (gate)
            {
                underWay.Remove(key);
            }
        }
    }
}
