using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §5.2, Subscription Validation, and §6.1, what becomes of a feed's subscriptions when it moves.</summary>
public sealed class Section5_2ConformanceTests : HubTests
{
    private const string Feed = """{ "title": "Bridges", "topics": { "any": ["Transport"] } }""";
    private const string FeedTopic = "https://syndication.example/feeds/bridges.rss";

    [Fact]
    public async Task S5_2_A_subscription_that_is_accepted_MUST_be_verified()
    {
        await SubscribedAsync();

        Assert.Equal("subscribe", Subscriber.Requests.Single().Query["hub.mode"]);
    }

    [Fact]
    public async Task S5_2_A_subscriber_that_is_denied_MUST_be_told_so_by_a_GET_with_mode_topic_and_reason()
    {
        await DefineAsync();
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", FeedTopic), ("hub.callback", Subscriber.Callback + "?own=1"));
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/bridges", headers: ("Prefer", "wait=10"))).Status);

        await VerifyAsync();

        var denial = Subscriber.Requests.Single();
        Assert.Equal("GET", denial.Method);
        Assert.StartsWith($"/{CallbackWords}?own=1&hub.mode=denied&", denial.Target, StringComparison.Ordinal);
        Assert.Equal(("denied", FeedTopic), (denial.Query["hub.mode"], denial.Query["hub.topic"]));
        Assert.Contains("no longer", denial.Query["hub.reason"], StringComparison.Ordinal);
        Assert.DoesNotContain("hub.challenge", denial.Query.Keys);
        Assert.Empty(Subscriptions());
        Assert.Empty(Pending());
    }

    [Fact]
    public async Task S5_2_A_host_that_has_as_many_subscriptions_as_it_may_is_denied_more_even_if_it_asked_before()
    {
        await UseAsync(await NewswireSurface.StartAsync(settings: [("WebSub:MaxSubscriptionsPerHost", "1")]));
        await SubscribeAsync();
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback + "/2"));
        await VerifyAsync();

        Assert.Single(Subscriptions());
        Assert.Equal(["subscribe", "subscribe", "denied"], Subscriber.Requests.Select(request => request.Query["hub.mode"]));
    }

    [Fact]
    public async Task S5_2_A_subscription_to_a_feed_that_goes_while_the_subscriber_answers_is_denied()
    {
        await DefineAsync();
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", FeedTopic), ("hub.callback", Subscriber.Callback));
        Subscriber.Answer = async context =>
        {
            await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/bridges", headers: ("Prefer", "wait=10"));
            await CallbackHost.ConfirmAsync(context);
        };

        await VerifyAsync();

        Assert.Equal(["subscribe", "denied"], Subscriber.Requests.Select(request => request.Query["hub.mode"]));
        Assert.Empty(Subscriptions());
        Assert.DoesNotContain("leaseEnd", string.Concat(Surface.Stored().Where(pair => pair.Key.StartsWith("subscriptions/", StringComparison.Ordinal)).Select(pair => pair.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S5_2_Unsubscribing_is_not_validated_with_the_publisher()
    {
        await DefineAsync();
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", FeedTopic), ("hub.callback", Subscriber.Callback));
        await VerifyAsync();
        Assert.Single(Subscriptions());
        await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/bridges", headers: ("Prefer", "wait=10"));
        Surface.Time.Advance(TimeSpan.FromSeconds(1));

        var again = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", FeedTopic), ("hub.callback", Subscriber.Callback));
        var end = await PostAsync(("hub.mode", "unsubscribe"), ("hub.topic", FeedTopic), ("hub.callback", Subscriber.Callback));
        await VerifyAsync();

        Assert.Equal((400, "hub.topic is a feed that the publication has given up.\n"), (again.Status, again.Text));
        Assert.Equal(202, end.Status);
        Assert.Empty(Subscriptions());
    }

    [Fact]
    public async Task S6_1_Whoever_subscribes_to_a_feed_that_has_moved_is_told_the_new_topic()
    {
        await DefineAsync();
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Put, "/api/feeds/crossings", Send.Json("""{ "title": "Bridges", "topics": { "any": ["Transport"] }, "formerNames": ["bridges"] }"""), ("Prefer", "wait=10"))).Status);
        Surface.Time.Advance(TimeSpan.FromSeconds(1));

        var answer = await PostAsync(("hub.mode", "subscribe"), ("hub.topic", FeedTopic), ("hub.callback", Subscriber.Callback));

        Assert.Equal(400, answer.Status);
        Assert.Contains("https://syndication.example/feeds/crossings.rss", answer.Text, StringComparison.Ordinal);
    }

    private async Task DefineAsync()
    {
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Put, "/api/feeds/bridges", Send.Json(Feed), ("Prefer", "wait=10"))).Status);
        await Surface.SweepAsync();
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
    }
}
