using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>Queues in memory; keeps the same contract as storage itself (<see cref="MessageQueuesContract"/>).</summary>
public sealed class InMemoryMessageQueues : IMessageQueues
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<string>> queues = new(StringComparer.Ordinal);

    public Task SendAsync(string queue, string message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!queues.TryGetValue(queue, out var messages))
            {
                queues.Add(queue, messages = []);
            }

            messages.Enqueue(message);
            return Task.CompletedTask;
        }
    }

    /// <summary>The messages that wait in a queue, the oldest first.</summary>
    public IReadOnlyList<string> Waiting(string queue)
    {
        lock (gate)
        {
            return queues.TryGetValue(queue, out var messages) ? [.. messages] : [];
        }
    }

    /// <summary>Takes the messages that wait in a queue, the oldest first; a test delivers them as it likes.</summary>
    public IReadOnlyList<string> TakeAll(string queue)
    {
        lock (gate)
        {
            IReadOnlyList<string> taken = queues.TryGetValue(queue, out var messages) ? [.. messages] : [];
            messages?.Clear();
            return taken;
        }
    }
}
