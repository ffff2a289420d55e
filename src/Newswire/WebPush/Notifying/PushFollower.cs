using Newswire.Delivery;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// Puts the articles of a pass that there may be something to tell of into the queue <see cref="QueueNames.PushNotify"/>.
/// Whether readers have been told already is not asked here, where projecting waits: <see cref="Notifier"/> knows.
/// </summary>
public sealed class PushFollower(IMessageQueues queues, SubscriptionOptions options) : IPassFollower
{
    /// <inheritdoc/>
    public async Task FollowAsync(PassNews news, CancellationToken cancellationToken)
    {
        if (!options.Enabled)
        {
            return;
        }

        foreach (var message in MessagesFor(news))
        {
            await queues.SendAsync(QueueNames.PushNotify, message, cancellationToken);
        }
    }

    /// <summary>The messages: ids of articles that have an edition which is news, one a line. Mostly none or one message.</summary>
    internal static IEnumerable<string> MessagesFor(PassNews news)
    {
        var ids = news.Articles
            .Where(article => PushEdition.Of(article.After, news.Now) is not null)
            .Select(article => article.After.Id);
        return MessageLines.Split(ids);
    }
}
