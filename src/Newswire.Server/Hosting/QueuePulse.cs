using System.Collections.Concurrent;

namespace Newswire.Server.Hosting;

/// <summary>Tells a listener in this process that its queue has a message, so that it need not find out by polling.</summary>
internal sealed class QueuePulse : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> pulses = new(StringComparer.Ordinal);

    /// <summary>Wakes the listener of the queue, or keeps it from falling asleep.</summary>
    public void Beat(string queue)
    {
        var pulse = Of(queue);
        lock (pulse)
        {
            if (pulse.CurrentCount == 0)
            {
                pulse.Release();
            }
        }
    }

    /// <summary>Waits for a beat, or for <paramref name="longest"/>.</summary>
    public Task WaitAsync(string queue, TimeSpan longest, CancellationToken cancellationToken) =>
        Of(queue).WaitAsync(longest, cancellationToken);

    public void Dispose()
    {
        foreach (var pulse in pulses.Values)
        {
            pulse.Dispose();
        }
    }

    private SemaphoreSlim Of(string queue) => pulses.GetOrAdd(queue, _ => new SemaphoreSlim(0, 1));
}
