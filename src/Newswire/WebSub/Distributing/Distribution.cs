using System.Runtime.CompilerServices;
using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Storage;
using Newswire.WebSub.Announcing;

namespace Newswire.WebSub.Distributing;

/// <summary>
/// Fans out the news that feeds have changed: a message for every bucket of their subscribers, and one for every outside
/// hub. Who lacks what is looked at where it is delivered, so a message too many does no harm.
/// </summary>
public sealed class Distribution(
    IObjectStore store, IMessageQueues queues, IEnumerable<IFeedFormat> formats, Publication publication)
{
    /// <summary>From so many feeds on, one list of all buckets is quicker than a list of each feed's.</summary>
    private const int ManyFeeds = 20;

    private const int MaxParallel = 16;

    private readonly IReadOnlyList<string> extensions = [.. formats.Select(format => format.Extension)];

    /// <summary>Handles a message of <see cref="QueueNames.WebSubDistribute"/>.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer; the message is to come again.</exception>
    public async Task DistributeAsync(string message, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> feeds = MessageLines.Read(message);

        // Outside hubs take their time; they may begin.
        await AnnounceAsync(feeds, cancellationToken);
        if (publication.OwnHub)
        {
            await Parallel.ForEachAsync(
                BucketsAsync(feeds, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken },
                async (bucket, cancelled) => await queues.SendAsync(QueueNames.WebSubDeliver, bucket.ToString(), cancelled));
        }
    }

    private async Task AnnounceAsync(IReadOnlyList<string> feeds, CancellationToken cancellationToken)
    {
        var topics = feeds.SelectMany(feed => extensions.Select(extension => new Topic(feed, extension)));
        foreach (var announcement in publication.OutsideHubs.SelectMany(hub => AnnounceMessage.Of(hub, [.. topics])))
        {
            await queues.SendAsync(QueueNames.WebSubAnnounce, announcement.ToString(), cancellationToken);
        }
    }

    private async IAsyncEnumerable<BucketMessage> BucketsAsync(
        IReadOnlyList<string> feeds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = feeds.ToHashSet(StringComparer.Ordinal);

        // No feed's name has a dot, so what follows one is the format.
        var prefixes = feeds.Count < ManyFeeds
            ? feeds.Select(feed => $"{SubscriberPaths.Prefix}{feed}.")
            : [SubscriberPaths.Prefix];
        foreach (var prefix in prefixes)
        {
            await foreach (var name in store.ListAsync(Containers.Subscriptions, prefix, cancellationToken))
            {
                var (topic, bucket) = SubscriberPaths.Parse(name);
                if (changed.Contains(topic.Feed))
                {
                    yield return new BucketMessage(topic, bucket);
                }
            }
        }
    }
}
