using Newswire.Storage;

namespace Newswire.TestKit.Faults;

/// <summary>Queues as one process sees them.</summary>
public sealed class FaultyMessageQueues(IMessageQueues inner, FaultPlan plan) : IMessageQueues
{
    public Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellationToken) =>
        plan.RunAsync($"send {queue}", async () =>
        {
            await inner.SendAsync(queue, message, delay, cancellationToken);
            return true;
        });
}
