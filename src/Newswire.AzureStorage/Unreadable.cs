using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Specialized;

namespace Newswire.AzureStorage;

/// <summary>Messages that are not in the agreed encoding, sent by a stranger: no try will ever read them.</summary>
internal static class Unreadable
{
    /// <summary>Moves such a message to the poison queue, where somebody looks at it.</summary>
    public static async Task MoveToPoisonAsync(QueueMessageDecodingFailedEventArgs failed)
    {
        if (failed.ReceivedMessage is not { } message)
        {
            return;
        }

        var poison = failed.Queue.GetParentQueueServiceClient().GetQueueClient(QueueReceiver.PoisonName(failed.Queue.Name));
        await StorageQueues.SendAsync(poison, message.Body.ToString(), TimeSpan.Zero, failed.CancellationToken);
        try
        {
            await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, failed.CancellationToken);
        }
        catch (RequestFailedException taken) when (taken.Status is 400 or 404)
        {
            // Somebody else received it meanwhile and does the same.
        }
    }
}
