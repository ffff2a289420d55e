namespace Newswire.Storage;

/// <summary>Named queues with at-least-once delivery. Messages carry ids, never content.</summary>
public interface IMessageQueues
{
    /// <summary>Puts <paramref name="message"/> in the queue; it is durable when this returns.</summary>
    Task SendAsync(string queue, string message, CancellationToken cancellationToken);
}
