using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.WebSub.Distributing;

/// <summary>Tells the hub which feeds have changed; who subscribes to them is found out by whoever receives it.</summary>
public sealed class HubFollower(IMessageQueues queues, Publication publication) : IPassFollower
{
    /// <inheritdoc/>
    public async Task FollowAsync(PassNews news, CancellationToken cancellationToken)
    {
        if (!publication.OwnHub && publication.OutsideHubs.Count == 0)
        {
            return;
        }

        foreach (var message in MessageLines.Split(news.Feeds))
        {
            await queues.SendAsync(QueueNames.WebSubDistribute, message, cancellationToken);
        }
    }
}
