namespace Newswire.Storage;

/// <summary>Named queues with at-least-once delivery. Messages carry ids, never content.</summary>
public interface IMessageQueues
{
    /// <summary>Puts <paramref name="message"/> in the queue; it is durable when this returns.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="message">The message.</param>
    /// <param name="delay">Nobody receives it before this has passed; at most seven days.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellationToken);
}
