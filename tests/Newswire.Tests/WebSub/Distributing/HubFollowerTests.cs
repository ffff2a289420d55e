using Microsoft.Extensions.Time.Testing;
using Newswire.Feeds;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;
using Newswire.Tests.Projection;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

public sealed class HubFollowerTests
{
    private static readonly HubOptions Options = new() { MinInterval = TimeSpan.FromSeconds(2) };

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryMessageQueues queues;

    public HubFollowerTests() => queues = new InMemoryMessageQueues(time);

    [Fact]
    public async Task A_pass_costs_one_message_with_the_changed_feeds()
    {
        var newsroom = new Newsroom();
        var plan = FaultPlan.Count();
        using var pass = newsroom.Process(followers: [Follower(plan: plan)]);
        await newsroom.AppendAsync(Some.Publish("a", article: Some.Article(topics: ["Crime"])));
        await Newsroom.RunToTheEndAsync(pass);

        Assert.Equal(["authors/ada-okafor\nlatest\ntopics/crime"], queues.TakeAll(QueueNames.WebSubDistribute));
        Assert.Equal(["send websub-distribute"], plan.Operations);
    }

    [Fact]
    public async Task A_pass_that_changes_no_feed_costs_nothing()
    {
        await FollowAsync(Follower());

        Assert.Empty(queues.TakeAll(QueueNames.WebSubDistribute));
    }

    [Theory]
    [InlineData(true, 0, 1)]
    [InlineData(false, 1, 1)]
    [InlineData(false, 0, 0)]
    public async Task Without_any_hub_nobody_is_told(bool own, int outside, int messages)
    {
        var publication = Hub with { OwnHub = own, OutsideHubs = [.. Enumerable.Repeat("https://hub.example/", outside)] };

        await FollowAsync(Follower(publication), "latest");

        Assert.Equal(messages, queues.TakeAll(QueueNames.WebSubDistribute).Count);
    }

    [Fact]
    public async Task Changes_that_come_fast_are_told_at_once_and_then_together()
    {
        var follower = Follower();
        List<(int At, string Feeds)> told = [];
        for (var tenth = 0; tenth < 100; tenth++)
        {
            // Ten changes a second for three seconds, one more much later.
            if (tenth < 30 || tenth == 90)
            {
                await FollowAsync(follower, "latest");
            }

            told.AddRange(queues.TakeAll(QueueNames.WebSubDistribute).Select(feeds => (tenth, feeds)));
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal([(0, "latest"), (21, "latest"), (41, "latest"), (90, "latest")], told);
    }

    [Fact]
    public async Task Every_change_is_followed_by_a_message_whenever_it_comes()
    {
        foreach (var gap in Enumerable.Range(0, 60).Select(tenth => TimeSpan.FromMilliseconds(100 * tenth)))
        {
            var follower = Follower();
            await FollowAsync(follower, "latest");
            time.Advance(TimeSpan.FromMilliseconds(300));
            await FollowAsync(follower, "latest");
            time.Advance(gap);
            queues.TakeAll(QueueNames.WebSubDistribute);
            await FollowAsync(follower, "latest");
            time.Advance(TimeSpan.FromSeconds(2));

            Assert.Equal(["latest"], queues.TakeAll(QueueNames.WebSubDistribute));
        }
    }

    [Fact]
    public async Task One_feed_does_not_wait_for_another()
    {
        var follower = Follower();
        await FollowAsync(follower, "latest");
        await FollowAsync(follower, "latest", "topics/crime");

        Assert.Equal(["latest", "topics/crime"], queues.TakeAll(QueueNames.WebSubDistribute));
    }

    [Fact]
    public async Task What_could_not_be_told_is_told_by_the_pass_that_repeats_it()
    {
        var plan = FaultPlan.Count();
        plan.Unanswered = _ => plan.Operations.Count == 1;
        var follower = Follower(plan: plan);
        await Assert.ThrowsAsync<StorageAwayException>(() => FollowAsync(follower, "latest"));
        await FollowAsync(follower, "latest");

        Assert.Equal(["latest"], queues.TakeAll(QueueNames.WebSubDistribute));
    }

    private static Task FollowAsync(HubFollower follower, params IReadOnlyList<string> feeds) => follower.FollowAsync(
        new PassNews(feeds, [], FeedDefinitions.Empty, Some.Morning, Repairing: false), TestContext.Current.CancellationToken);

    private HubFollower Follower(Publication? publication = null, FaultPlan? plan = null) =>
        new(new FaultyMessageQueues(queues, plan ?? FaultPlan.Count()), publication ?? Hub, Options, time);

    private static Publication Hub => Some.Publication() with { OwnHub = true, OutsideHubs = [] };
}
