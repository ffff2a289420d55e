using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>
/// The queues <c>{queue}-poison</c>. Storage finds no message by its id: whoever wants one receives until it comes, and
/// gives the others back.
/// </summary>
internal sealed class PoisonQueues(QueueServiceClient service) : IPoisonMessages
{
    // As long as a search takes at most; if it dies, they come back by themselves.
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    public async Task<int> CountAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await Of(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }

    public async Task<IReadOnlyList<PoisonMessage>> PeekAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            PeekedMessage[] messages = await Of(queue).PeekMessagesAsync(IPoisonMessages.MaxPeeked, cancellationToken);
            return [.. messages.Select(message => new PoisonMessage(message.MessageId, message.Body.ToString(), message.InsertedOn))];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    public Task<int> RetryAsync(string queue, string? id, CancellationToken cancellationToken) =>
        TakeAsync(queue, id, async message =>
        {
            // In this order a crash in between doubles the message; in the other it would lose it.
            await StorageQueues.SendAsync(service.GetQueueClient(queue), message.Body.ToString(), TimeSpan.Zero, cancellationToken);
            await DeleteAsync(queue, message, cancellationToken);
        }, cancellationToken);

    public Task<int> DeleteAsync(string queue, string? id, CancellationToken cancellationToken) =>
        TakeAsync(queue, id, message => DeleteAsync(queue, message, cancellationToken), cancellationToken);

    private async Task<int> TakeAsync(
        string queue, string? id, Func<QueueMessage, Task> deal, CancellationToken cancellationToken)
    {
        List<QueueMessage> others = [];
        var dealt = 0;
        try
        {
            while (dealt + others.Count < IPoisonMessages.MaxAtOnce
                && await ReceiveAsync(queue, cancellationToken) is { Length: > 0 } messages)
            {
                others.AddRange(messages.Where(message => id is not null && message.MessageId != id));
                foreach (var message in messages.Where(message => id is null || message.MessageId == id))
                {
                    await deal(message);
                    dealt++;
                }

                if (id is not null && dealt > 0)
                {
                    break;
                }
            }

            return dealt;
        }
        finally
        {
            await Parallel.ForEachAsync(others, CancellationToken.None, async (message, cancelled) => await ReleaseAsync(queue, message, cancelled));
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return await Of(queue).ReceiveMessagesAsync(QueueReceiver.MaxMessages, Hold, cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    private async Task DeleteAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await Of(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            // Our time was over and somebody else has dealt with it.
        }
    }

    private async Task ReleaseAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await Of(queue).UpdateMessageAsync(
                message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            // It has come back by itself.
        }
    }

    private QueueClient Of(string queue) => service.GetQueueClient(QueueReceiver.PoisonName(queue));

    private static bool IsTaken(RequestFailedException fault) =>
        fault.ErrorCode == QueueErrorCode.MessageNotFound || fault.ErrorCode == QueueErrorCode.PopReceiptMismatch;
}
