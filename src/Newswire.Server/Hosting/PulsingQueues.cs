using Newswire.Storage;

namespace Newswire.Server.Hosting;

/// <summary>Sends as before and then wakes this process's own listener.</summary>
internal sealed class PulsingQueues(IMessageQueues inner, QueuePulse pulse) : IMessageQueues
{
    public async Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellationToken)
    {
        await inner.SendAsync(queue, message, delay, cancellationToken);
        pulse.Beat(queue);
    }
}
