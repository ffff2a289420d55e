using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.WebSub.Distributing;

/// <summary>
/// Tells the hub which feeds have changed, each at most once in <see cref="HubOptions.MinInterval"/>; who subscribes to
/// them is found out by whoever receives it.
/// </summary>
public sealed class HubFollower(IMessageQueues queues, Publication publication, HubOptions options, TimeProvider time)
    : IPassFollower
{
    private readonly SpacedMessages messages = new(queues, QueueNames.WebSubDistribute, options.MinInterval, time);

    /// <inheritdoc/>
    /// <remarks>One call at a time, as passes are.</remarks>
    public Task FollowAsync(PassNews news, CancellationToken cancellationToken) =>
        publication.OwnHub || publication.OutsideHubs.Count > 0
            ? messages.SendAsync(news.Feeds, cancellationToken)
            : Task.CompletedTask;
}
