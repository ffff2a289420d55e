using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.WebSub.Distributing;

/// <summary>
/// Tells the hub which feeds have changed; who subscribes to them is found out by whoever receives it. A feed that changes
/// ten times a second is not sent to everybody ten times a second: what comes close behind waits for a message that covers
/// all of it.
/// </summary>
public sealed class HubFollower(IMessageQueues queues, Publication publication, HubOptions options, TimeProvider time)
    : IPassFollower
{
    /// <summary>When the last message of each feed comes at the earliest (<see cref="TimeProvider.GetTimestamp"/>).</summary>
    private readonly Dictionary<string, long> coming = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <remarks>One call at a time, as passes are.</remarks>
    public async Task FollowAsync(PassNews news, CancellationToken cancellationToken)
    {
        if (!publication.OwnHub && publication.OutsideHubs.Count == 0)
        {
            return;
        }

        var now = time.GetTimestamp();
        foreach (var (feed, _) in coming.Where(last => time.GetElapsedTime(last.Value, now) >= options.MinInterval))
        {
            coming.Remove(feed);
        }

        // A message that has not come yet finds what is written now; one that has come does not.
        var close = news.Feeds.ToLookup(coming.ContainsKey);
        await SendAsync(close[false], TimeSpan.Zero, now, cancellationToken);
        await SendAsync(close[true].Where(feed => coming[feed] <= now), options.MinInterval, now, cancellationToken);
    }

    private async Task SendAsync(
        IEnumerable<string> feeds, TimeSpan delay, long now, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> told = [.. feeds];
        foreach (var message in MessageLines.Split(told))
        {
            await queues.SendAsync(QueueNames.WebSubDistribute, message, delay, cancellationToken);
        }

        var comes = now + (long)(delay.TotalSeconds * time.TimestampFrequency);
        foreach (var feed in told)
        {
            coming[feed] = comes;
        }
    }
}
