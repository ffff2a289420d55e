using Newswire.Delivery;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// Says which partners have something to be told, each at most once in <see cref="WebhookOptions.MinInterval"/>. Which of
/// them have a webhook is not asked here, where projecting waits.
/// </summary>
public sealed class WebhookFollower(IMessageQueues queues, WebhookOptions options, TimeProvider time) : IPassFollower
{
    private readonly SpacedMessages messages = new(queues, QueueNames.WebhookDistribute, options.MinInterval, time);

    /// <inheritdoc/>
    /// <remarks>One call at a time, as passes are.</remarks>
    public Task FollowAsync(PassNews news, CancellationToken cancellationToken) =>
        messages.SendAsync(news.Partners, cancellationToken);
}
