using Newswire.Delivery;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Formats.Atom;
using Newswire.Formats.Rss;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.WebSub;
using Newswire.WebSub.Announcing;
using Newswire.WebSub.Distributing;
using Topic = Newswire.WebSub.Topic;

namespace Newswire.Tests.WebSub.Distributing;

/// <summary>From the news that feeds have changed to a message for everybody whom it concerns.</summary>
public sealed class DistributionTests
{
    private static readonly IFeedFormat[] Formats = [new RssFormat(), new AtomFormat()];

    private static readonly Publication Publication = Some.Publication() with { OwnHub = true, OutsideHubs = [] };

    private readonly InMemoryObjectStore objects = new();
    private readonly InMemoryMessageQueues queues = new();

    [Fact]
    public async Task Every_bucket_of_the_changed_feeds_gets_one_message()
    {
        await KeepAsync("latest.atom/0a", "latest.rss/0a", "latest.rss/0f", "topics/crime.rss/00", "topics/crime-wave.rss/00", "topics.atom/01");

        await DistributeAsync("latest\ntopics/crime");

        Assert.Equal(
            ["latest.atom\n0a", "latest.rss\n0a", "latest.rss\n0f", "topics/crime.rss\n00"],
            queues.TakeAll(QueueNames.WebSubDeliver).Order(StringComparer.Ordinal));
        Assert.Empty(queues.TakeAll(QueueNames.WebSubAnnounce));
    }

    [Theory]
    [InlineData(19, 19)]
    [InlineData(20, 1)]
    public async Task Many_feeds_are_looked_up_at_once(int feeds, int lists)
    {
        IReadOnlyList<string> names = [.. Enumerable.Range(0, feeds).Select(i => $"topics/{i}")];
        await KeepAsync([.. names.Select(name => $"{name}.rss/0a"), "latest.rss/0a"]);
        var plan = FaultPlan.Count();

        await DistributeAsync(string.Join('\n', names), plan);

        Assert.Equal(
            names.Select(name => $"{name}.rss\n0a").Order(StringComparer.Ordinal),
            queues.TakeAll(QueueNames.WebSubDeliver).Order(StringComparer.Ordinal));
        Assert.Equal(lists, plan.Operations.Count(operation => operation.StartsWith("list", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_outside_hub_is_told_of_every_format()
    {
        var publication = Publication with { OwnHub = false, OutsideHubs = ["https://one.example/", "https://two.example/"] };
        await KeepAsync("latest.atom/0a");

        await DistributeAsync("latest", publication: publication);

        Assert.Equal(
            ["https://one.example/\n0\nlatest.rss\nlatest.atom", "https://two.example/\n0\nlatest.rss\nlatest.atom"],
            queues.TakeAll(QueueNames.WebSubAnnounce));
        Assert.Empty(queues.TakeAll(QueueNames.WebSubDeliver));
    }

    [Fact]
    public async Task A_crash_anywhere_and_the_message_once_more_forget_nobody()
    {
        var counted = FaultPlan.Count();
        await KeepAsync("latest.atom/0a", "latest.rss/0a", "topics/crime.rss/00");
        await DistributeAsync("latest\ntopics/crime", counted);
        var expected = queues.TakeAll(QueueNames.WebSubDeliver).ToHashSet(StringComparer.Ordinal);

        for (var at = 1; at <= counted.Operations.Count; at++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => DistributeAsync("latest\ntopics/crime", FaultPlan.CrashAfter(at)));
            await DistributeAsync("latest\ntopics/crime");
            Assert.Equal(expected, queues.TakeAll(QueueNames.WebSubDeliver).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Messages_stay_within_what_storage_takes()
    {
        IReadOnlyList<string> feeds = [.. Enumerable.Range(0, 5_000).Select(i => $"topics/a-topic-with-a-long-name-{i}")];

        var messages = MessageLines.Split(feeds);

        Assert.Equal(feeds, messages.SelectMany(message => message.Split('\n')));
        Assert.InRange(messages.Count, 4, 5);
        Assert.All(messages, message => Assert.InRange(message.Length, 1, MessageLines.MaxBytes));
        Assert.Empty(MessageLines.Split([]));
        Assert.Equal(["a\nb", "c"], MessageLines.Split(["a", "b", "c"], maxItems: 2));
    }

    [Fact]
    public void An_announcement_comes_back_as_it_was_sent()
    {
        IReadOnlyList<Topic> topics = [.. Enumerable.Range(0, 250).Select(i => new Topic($"topics/{i}", "rss"))];

        IReadOnlyList<AnnounceMessage> messages = [.. AnnounceMessage.Of("https://hub.example/", topics)];

        Assert.Equal([100, 100, 50], messages.Select(message => message.Topics.Count));
        Assert.Equal(topics, messages.SelectMany(message => AnnounceMessage.Parse(message.ToString()).Topics));
        Assert.All(messages, message => Assert.Equal(("https://hub.example/", 0), (message.Hub, message.Failures)));
    }

    private Task DistributeAsync(string message, FaultPlan? plan = null, Publication? publication = null)
    {
        plan ??= FaultPlan.Count();
        return new Distribution(
                new FaultyObjectStore(objects, plan), new FaultyMessageQueues(queues, plan), Formats, publication ?? Publication)
            .DistributeAsync(message, TestContext.Current.CancellationToken);
    }

    private async Task KeepAsync(params IReadOnlyList<string> buckets)
    {
        foreach (var bucket in buckets)
        {
            await objects.WriteAsync(
                new ObjectPath(Containers.Subscriptions, $"{SubscriberPaths.Prefix}{bucket}.json"),
                new ObjectContent("{}"u8.ToArray(), "application/json"),
                expectedETag: null,
                TestContext.Current.CancellationToken);
        }
    }
}
