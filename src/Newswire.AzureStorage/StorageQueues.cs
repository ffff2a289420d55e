using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>Queues of the storage account; a message that nobody takes waits for ever.</summary>
internal sealed class StorageQueues(QueueServiceClient service) : IMessageQueues, IQueueDepths
{
    // Storage's own default drops a message after seven days.
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    public Task SendAsync(string queue, string message, TimeSpan delay, CancellationToken cancellationToken) =>
        SendAsync(service.GetQueueClient(queue), message, delay, cancellationToken);

    public async Task<long> CountAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await service.GetQueueClient(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }

    /// <summary>Puts the message in the queue, and creates the queue of a fresh account before.</summary>
    internal static async Task SendAsync(
        QueueClient queue, string message, TimeSpan delay, CancellationToken cancellationToken)
    {
        // Storage counts whole seconds and drops the rest, and a message that comes too early finds nothing to do.
        var visibility = TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds));
        try
        {
            await queue.SendMessageAsync(message, visibility, ForEver, cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(message, visibility, ForEver, cancellationToken);
        }
    }
}
