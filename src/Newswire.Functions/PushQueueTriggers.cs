using Microsoft.Azure.Functions.Worker;
using Newswire.AzureStorage;
using Newswire.Storage;
using Newswire.WebPush.Notifying;

namespace Newswire.Functions;

/// <summary>Tells readers who subscribed. What is thrown brings the message back, and after five tries makes it poison.</summary>
public sealed class PushQueueTriggers(Notifier notifier, PushDelivery delivery)
{
    /// <summary>Returns when every bucket of subscriptions is asked to tell the articles.</summary>
    /// <param name="articles">Ids of articles.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("PushNotify")]
    public Task NotifyAsync(
        [QueueTrigger(QueueNames.PushNotify, Connection = StorageOptions.HostConnection)] string articles,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.PushNotify, articles, notifier.RunAsync, cancellationToken);

    /// <summary>Returns when the readers of the bucket are told, or are written down to be told later.</summary>
    /// <param name="bucket">The bucket and ids of articles.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("PushDeliver")]
    public Task DeliverAsync(
        [QueueTrigger(QueueNames.PushDeliver, Connection = StorageOptions.HostConnection)] string bucket,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.PushDeliver, bucket, delivery.RunAsync, cancellationToken);
}
