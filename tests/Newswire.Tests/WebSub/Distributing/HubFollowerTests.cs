using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.Tests.Projection;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

public sealed class HubFollowerTests
{
    private readonly InMemoryMessageQueues queues = new();

    [Fact]
    public async Task A_pass_costs_one_message_with_the_changed_feeds()
    {
        var newsroom = new Newsroom();
        var plan = FaultPlan.Count();
        using var pass = newsroom.Process(followers: [new HubFollower(new FaultyMessageQueues(queues, plan), Hub)]);
        await newsroom.AppendAsync(Some.Publish("a", article: Some.Article(topics: ["Crime"])));
        await Newsroom.RunToTheEndAsync(pass);

        Assert.Equal(["authors/ada-okafor\nlatest\ntopics/crime"], queues.TakeAll(QueueNames.WebSubDistribute));
        Assert.Equal(["send websub-distribute"], plan.Operations);
    }

    [Fact]
    public async Task A_pass_that_changes_no_feed_costs_nothing()
    {
        await new HubFollower(queues, Hub).FollowAsync(
            new PassNews([], [], FeedDefinitions.Empty, Some.Morning, Repairing: false), TestContext.Current.CancellationToken);

        Assert.Empty(queues.TakeAll(QueueNames.WebSubDistribute));
    }

    [Theory]
    [InlineData(true, 0, 1)]
    [InlineData(false, 1, 1)]
    [InlineData(false, 0, 0)]
    public async Task Without_any_hub_nobody_is_told(bool own, int outside, int messages)
    {
        var publication = Hub with { OwnHub = own, OutsideHubs = [.. Enumerable.Repeat("https://hub.example/", outside)] };

        await new HubFollower(queues, publication).FollowAsync(
            new PassNews(["latest"], [], FeedDefinitions.Empty, Some.Morning, Repairing: false), TestContext.Current.CancellationToken);

        Assert.Equal(messages, queues.TakeAll(QueueNames.WebSubDistribute).Count);
    }

    private static Publication Hub => Some.Publication() with { OwnHub = true, OutsideHubs = [] };
}
