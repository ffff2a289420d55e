using Microsoft.Azure.Functions.Worker;
using Newswire.AzureStorage;
using Newswire.Partners.Webhooks;
using Newswire.Storage;

namespace Newswire.Functions;

/// <summary>
/// Brings changes to partners. What a trigger throws brings the message back, and after five tries makes it poison.
/// </summary>
public sealed class WebhookTriggers(WebhookDistribution distribution, WebhookDelivery delivery)
{
    /// <summary>Returns when every one of the partners that has a webhook has a message.</summary>
    /// <param name="partners">The names of the partners, one a line.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebhookDistribute")]
    public Task DistributeAsync(
        [QueueTrigger(QueueNames.WebhookDistribute, Connection = StorageOptions.HostConnection)] string partners,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebhookDistribute, partners, distribution.DistributeAsync, cancellationToken);

    /// <summary>Returns when the partner was told once, or cannot be told now.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebhookDeliver")]
    public Task DeliverAsync(
        [QueueTrigger(QueueNames.WebhookDeliver, Connection = StorageOptions.HostConnection)] string partner,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebhookDeliver, partner, delivery.DeliverAsync, cancellationToken);

    /// <summary>The same for those that failed or were slow.</summary>
    /// <param name="partner">The partner and the moment.</param>
    /// <param name="cancellationToken">The instance shuts down, or the function's time is over.</param>
    [Function("WebhookRetry")]
    public Task RetryAsync(
        [QueueTrigger(QueueNames.WebhookRetry, Connection = StorageOptions.HostConnection)] string partner,
        CancellationToken cancellationToken) =>
        TracedMessage.HandleAsync(QueueNames.WebhookRetry, partner, delivery.RetryAsync, cancellationToken);
}
