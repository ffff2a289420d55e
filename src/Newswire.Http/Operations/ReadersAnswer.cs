using Newswire.Operations.Readers;

namespace Newswire.Http.Operations;

/// <summary>How many readers feed reading services say they ask for.</summary>
/// <param name="Subscribers">All together. A reader who subscribes to two feeds is two.</param>
/// <param name="Feeds">By feed, in the order of their names.</param>
internal sealed record ReadersAnswer(long Subscribers, IReadOnlyList<ReadersAnswer.FeedReaders> Feeds)
{
    public static ReadersAnswer Of(IReadOnlyList<ReaderCount> counts) => new(
        counts.Sum(count => count.Subscribers),
        [
            .. counts.GroupBy(count => count.Feed, StringComparer.Ordinal).Select(feed => new FeedReaders(
                feed.Key,
                feed.Sum(count => count.Subscribers),
                [.. feed.Select(count => new ServiceReaders(count.Service, count.Subscribers, count.At))])),
        ]);

    /// <summary>A feed.</summary>
    internal sealed record FeedReaders(string Feed, long Subscribers, IReadOnlyList<ServiceReaders> Services);

    /// <summary>What a service said last, and when.</summary>
    internal sealed record ServiceReaders(string Service, long Subscribers, DateTimeOffset At);
}
