using Microsoft.Extensions.Logging;
using Newswire.Delivery;
using Newswire.Storage;
using Newswire.WebSub.Subscribing;

namespace Newswire.WebSub.Distributing;

/// <summary>
/// Brings the newest document of a topic to those subscribers of a bucket that lack it. Any number of workers may do so at
/// once, for the same bucket too: each subscriber is delivered to by one of them.
/// </summary>
/// <remarks>
/// A message says where to look, not what to do: it may come twice, late or for nothing. What is to be done is in the
/// bucket, and the message is over when nothing is left to do, or when what is left has a message of its own.
/// </remarks>
public sealed class BucketDelivery(
    IObjectStore store,
    IMessageQueues queues,
    TopicDocuments documents,
    IDocumentSender sender,
    DeliveryPlaces places,
    Departure departure,
    HostLedgers ledgers,
    HubOptions options,
    TimeProvider time,
    ILogger<BucketDelivery> log)
{
    /// <summary>Handles a message of <see cref="QueueNames.WebSubDeliver"/>: those that are quick.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public Task DeliverAsync(string message, CancellationToken cancellationToken) =>
        RunAsync(message, Lane.Quick, cancellationToken);

    /// <summary>Handles a message of <see cref="QueueNames.WebSubRetry"/>: those that failed or were slow.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public Task RetryAsync(string message, CancellationToken cancellationToken) =>
        RunAsync(message, Lane.Retry, cancellationToken);

    private async Task RunAsync(string message, Lane lane, CancellationToken cancellationToken)
    {
        var bucket = BucketMessage.Parse(message);
        var document = documents.Borrow(bucket.Topic);
        try
        {
            var attempts = new DeliveryAttempts(sender, places, document, bucket.Topic, lane, options, time, log);
            await new BucketTurn(bucket, lane, document, attempts, store, queues, departure, ledgers, options, time)
                .RunAsync(cancellationToken);
        }
        finally
        {
            documents.Return(bucket.Topic);
        }
    }
}
