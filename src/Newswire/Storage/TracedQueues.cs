namespace Newswire.Storage;

/// <summary>Sends every message with the trace it is sent in.</summary>
/// <param name="inner">The queues.</param>
public sealed class TracedQueues(IMessageQueues inner) : IMessageQueues
{
    /// <inheritdoc/>
    public Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellationToken) =>
        inner.SendAsync(queue, TracedMessage.Write(message), delay, cancellationToken);
}
