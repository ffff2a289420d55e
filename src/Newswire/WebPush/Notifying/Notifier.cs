using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Storage;
using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// Takes up what <see cref="PushFollower"/> has put down: of the articles that have an edition nobody was asked to tell
/// yet, every bucket with subscriptions is.
/// </summary>
public sealed class Notifier(IObjectStore store, Announcements announcements, IMessageQueues queues, TimeProvider time)
{
    private readonly ToldEditions told = new(store);

    /// <summary>Handles a message of the queue <see cref="QueueNames.PushNotify"/>. Repeating it is harmless.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        // Which feeds carry an article is asked where readers are compared with it, so here definitions do not matter.
        var now = time.GetUtcNow();
        List<Announcement> news = [];
        foreach (var article in MessageLines.Read(message))
        {
            if (await announcements.FindAsync(article, FeedDefinitions.Empty, now, cancellationToken) is { } announcement
                && !await told.HasAsync(article, announcement.Edition, cancellationToken))
            {
                news.Add(announcement);
            }
        }

        if (news.Count == 0)
        {
            return;
        }

        IReadOnlyList<string> articles = [.. news.Select(announcement => announcement.Article)];
        await foreach (var name in store.ListAsync(Containers.Subscriptions, PushPaths.Prefix, cancellationToken))
        {
            var bucket = new PushBucketMessage(PushPaths.Parse(name), articles);
            await queues.SendAsync(QueueNames.PushDeliver, bucket.ToString(), cancellationToken);
        }

        // Last: a crash before asks the buckets again, and they know whom they have told.
        foreach (var announcement in news)
        {
            await told.AddAsync(announcement.Article, announcement.Edition, cancellationToken);
        }
    }
}
