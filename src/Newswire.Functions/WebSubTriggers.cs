using Microsoft.Azure.Functions.Worker;
using Newswire.AzureStorage;
using Newswire.Storage;
using Newswire.WebSub.Announcing;
using Newswire.WebSub.Distributing;

namespace Newswire.Functions;

/// <summary>
/// Brings changed feeds to the subscribers of the hub, and tells outside hubs. What a trigger throws brings the message
/// back, and after five tries makes it poison.
/// </summary>
public sealed class WebSubTriggers(Distribution distribution, BucketDelivery delivery, Announcer announcement)
{
    /// <summary>Returns when every bucket of the feeds' subscribers has a message.</summary>
    /// <param name="feeds">The names of the feeds, one a line.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebSubDistribute")]
    public Task DistributeAsync(
        [QueueTrigger(QueueNames.WebSubDistribute, Connection = StorageOptions.HostConnection)] string feeds,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebSubDistribute, feeds, distribution.DistributeAsync, cancellationToken);

    /// <summary>Returns when the quick ones of a bucket have the newest document, within some four minutes.</summary>
    /// <param name="bucket">The topic and the bucket.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebSubDeliver")]
    public Task DeliverAsync(
        [QueueTrigger(QueueNames.WebSubDeliver, Connection = StorageOptions.HostConnection)] string bucket,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebSubDeliver, bucket, delivery.DeliverAsync, cancellationToken);

    /// <summary>The same for those that failed or were slow.</summary>
    /// <param name="bucket">The topic, the bucket and the moment.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebSubRetry")]
    public Task RetryAsync(
        [QueueTrigger(QueueNames.WebSubRetry, Connection = StorageOptions.HostConnection)] string bucket,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebSubRetry, bucket, delivery.RetryAsync, cancellationToken);

    /// <summary>Returns when the outside hub was told of the topics, or when a message for the rest is sent.</summary>
    /// <param name="topics">The hub and the topics.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebSubAnnounce")]
    public Task AnnounceAsync(
        [QueueTrigger(QueueNames.WebSubAnnounce, Connection = StorageOptions.HostConnection)] string topics,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebSubAnnounce, topics, announcement.AnnounceAsync, cancellationToken);
}
