using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>Takes up what a lost message has left, and drops the webhooks of partners that are no more.</summary>
public sealed class WebhookHousekeeping(
    WebhookRecords webhooks, PartnerRecords partners, WebhookNews news, IMessageQueues queues, TimeProvider time)
    : IHousekeeping
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var name in webhooks.PartnersAsync(cancellationToken))
        {
            // The webhook first: a partner that came back in between has set another.
            if (await webhooks.FindAsync(name, cancellationToken) is not { } webhook)
            {
                continue;
            }

            var now = time.GetUtcNow();
            if (await partners.FindAsync(name, cancellationToken) is null)
            {
                await webhooks.RemoveAsync(name, webhook, cancellationToken);
            }
            else if (webhook.Disabled is null
                && WebhookRules.IsTime(webhook, wake: null, now)
                && !WebhookRules.IsInFlight(webhook, now)
                && await news.HasMoreAsync(name, WebhookRules.NewsFrom(webhook), cancellationToken))
            {
                await queues.SendAsync(QueueNames.WebhookDeliver, new WebhookMessage(name).ToString(), cancellationToken);
            }
        }
    }
}
