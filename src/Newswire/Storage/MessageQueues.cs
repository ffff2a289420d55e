namespace Newswire.Storage;

/// <summary>What every kind of queue can do by what it has to.</summary>
public static class MessageQueues
{
    /// <summary>Puts <paramref name="message"/> in the queue, to be received at once.</summary>
    public static Task SendAsync(
        this IMessageQueues queues, string queue, string message, CancellationToken cancellationToken) =>
        queues.SendAsync(queue, message, TimeSpan.Zero, cancellationToken);
}
