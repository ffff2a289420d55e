using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.WebSub;

/// <summary>What subscribers of a feed hear when the feed goes (W3C WebSub §5.2: a subscription may be denied at any time).</summary>
public sealed class DepartureTests : DeliveryTests
{
    private const string Feed = """{ "title": "Bridges", "topics": { "any": ["Transport"] } }""";
    private const string FeedTopic = "https://syndication.example/feeds/bridges.rss";

    [Fact]
    public async Task Subscribers_of_a_feed_that_is_given_up_are_told_so_and_forgotten()
    {
        await SubscribedToBridgesAsync();
        await DefineAsync(HttpMethod.Delete, "bridges", definition: null);
        await DeliverAsync();

        AssertDenied("given up");
        Assert.Empty(StoredBelow("subscriptions/websub/"));
        Assert.DoesNotContain("leaseEnd", string.Concat(StoredBelow("subscriptions/websub-hosts/").Select(ledger => ledger.Text)), StringComparison.Ordinal);

        // Whatever comes twice says nothing more.
        await Surface.Queues.SendAsync(QueueNames.WebSubDistribute, "bridges", TestContext.Current.CancellationToken);
        await Surface.ReceiveAsync(QueueNames.WebSubDistribute);
        await DeliverAsync();
        AssertDenied("given up");
    }

    [Fact]
    public async Task Subscribers_of_a_feed_that_has_moved_are_told_where_to()
    {
        await SubscribedToBridgesAsync();
        await DefineAsync(HttpMethod.Put, "crossings", """{ "title": "Bridges", "topics": { "any": ["Transport"] }, "formerNames": ["bridges"] }""");
        await DeliverAsync();

        AssertDenied("https://syndication.example/feeds/crossings.rss");
        Assert.Empty(StoredBelow("subscriptions/websub/"));
    }

    [Fact]
    public async Task One_that_hangs_when_it_is_told_is_forgotten_all_the_same()
    {
        await SubscribedToBridgesAsync();
        Subscriber.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await DefineAsync(HttpMethod.Delete, "bridges", definition: null);
        await Subscriber.ArrivedAsync();

        await GiveUpOnAsync(Subscriber.ArrivedAsync(), Surface.ReceiveAllAsync(QueueNames.WebSubDeliver));

        Assert.Empty(StoredBelow("subscriptions/websub/"));
    }

    [Fact]
    public async Task A_rebuild_ends_nothing()
    {
        await SubscribedAsync();
        foreach (var path in Surface.Objects.Snapshot().Keys.Where(path => path.Container is Containers.Public or Containers.FeedsState))
        {
            await Surface.Objects.DeleteAsync(path, Surface.Objects.Snapshot()[path].Properties.ETag, TestContext.Current.CancellationToken);
        }

        await Surface.Queues.SendAsync(QueueNames.WebSubDistribute, "latest", TestContext.Current.CancellationToken);
        await Surface.ReceiveAsync(QueueNames.WebSubDistribute);
        await DeliverAsync();

        Assert.Single(Subscriptions());
        Assert.Single(Subscriber.Requests);
    }

    private async Task SubscribedToBridgesAsync()
    {
        await DefineAsync(HttpMethod.Put, "bridges", Feed);
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", FeedTopic), ("hub.callback", Subscriber.Callback));
        await VerifyAsync();
        Assert.Single(Subscriptions());
    }

    private async Task DefineAsync(HttpMethod method, string name, string? definition)
    {
        var answer = await Surface.SendAsync(
            method, "/api/feeds/" + name, definition is null ? null : Send.Json(definition), ("Prefer", "wait=10"));
        Assert.Equal(200, answer.Status);
        await Surface.SweepAsync();
        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        await Surface.ReceiveAsync(QueueNames.WebSubDistribute);
    }

    private void AssertDenied(string reason)
    {
        Assert.Equal(["subscribe", "denied"], Subscriber.Requests.Select(request => request.Query["hub.mode"]));
        Assert.Equal(FeedTopic, Subscriber.Requests[^1].Query["hub.topic"]);
        Assert.Contains(reason, Subscriber.Requests[^1].Query["hub.reason"], StringComparison.Ordinal);
    }
}
