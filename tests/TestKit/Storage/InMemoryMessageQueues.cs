using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>Queues in memory; keeps the same contract as storage itself (<see cref="MessageQueuesContract"/>).</summary>
public sealed class InMemoryMessageQueues(TimeProvider? time = null) : IMessageQueues, IQueueDepths
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<(DateTimeOffset From, string Message)>> queues = new(StringComparer.Ordinal);

    public Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            Of(queue).Add((time.GetUtcNow() + delay, message));
            return Task.CompletedTask;
        }
    }

    public Task<long> CountAsync(string queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<long>(Count(queue));
    }

    /// <summary>The messages that may be received from a queue, the oldest first.</summary>
    public IReadOnlyList<string> Waiting(string queue)
    {
        lock (gate)
        {
            return [.. Of(queue).Where(IsVisible).Select(sent => sent.Message)];
        }
    }

    /// <summary>Takes the messages that may be received, the oldest first; a test delivers them as it likes.</summary>
    public IReadOnlyList<string> TakeAll(string queue)
    {
        lock (gate)
        {
            var taken = Waiting(queue);
            Of(queue).RemoveAll(IsVisible);
            return taken;
        }
    }

    /// <summary>How many messages are in a queue, those included that may not be received yet.</summary>
    public int Count(string queue)
    {
        lock (gate)
        {
            return Of(queue).Count;
        }
    }

    private List<(DateTimeOffset From, string Message)> Of(string queue)
    {
        if (!queues.TryGetValue(queue, out var messages))
        {
            queues.Add(queue, messages = []);
        }

        return messages;
    }

    private bool IsVisible((DateTimeOffset From, string Message) sent) => sent.From <= time.GetUtcNow();
}
