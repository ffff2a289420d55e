using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>Fans out the news that partners have something to be told: a message for each that has a webhook.</summary>
public sealed class WebhookDistribution(WebhookRecords webhooks, IMessageQueues queues)
{
    /// <summary>Handles a message of <see cref="QueueNames.WebhookDistribute"/>.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public async Task DistributeAsync(string message, CancellationToken cancellationToken)
    {
        var named = MessageLines.Read(message).ToHashSet(StringComparer.Ordinal);
        await foreach (var partner in webhooks.PartnersAsync(cancellationToken))
        {
            if (named.Contains(partner))
            {
                await queues.SendAsync(QueueNames.WebhookDeliver, new WebhookMessage(partner).ToString(), cancellationToken);
            }
        }
    }
}
