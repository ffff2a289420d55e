namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §3.1, Conformance Classes: what a hub has to accept. Distribution is looked at elsewhere.</summary>
public sealed class Section3ConformanceTests : HubTests
{
    [Fact]
    public async Task S3_1_A_request_with_callback_mode_and_topic_MUST_be_accepted()
    {
        Assert.Equal(202, (await SubscribedAsync()).Status);

        var (topic, subscriber) = Assert.Single(Subscriptions());
        Assert.Equal("latest.atom", topic);
        Assert.Equal(Subscriber.Callback, subscriber.GetProperty("callback").GetString());
        Assert.False(subscriber.TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task S3_1_A_request_with_a_secret_MUST_be_accepted()
    {
        Assert.Equal(202, (await SubscribedAsync(("hub.secret", Secret))).Status);

        Assert.Equal(Secret, Assert.Single(Subscriptions()).Subscriber.GetProperty("secret").GetString());
    }

    [Fact]
    public async Task S3_1_Subscriptions_that_are_active_MUST_be_allowed_to_be_asked_for_again()
    {
        await SubscribedAsync();

        Assert.Equal(202, (await SubscribedAsync()).Status);

        Assert.Single(Subscriptions());
    }

    [Fact]
    public async Task S3_1_Unsubscribing_MUST_be_supported()
    {
        await SubscribedAsync();

        Assert.Equal(202, (await UnsubscribeAsync()).Status);
        await VerifyAsync();

        Assert.Empty(StoredBelow("subscriptions/websub/"));
        Assert.Equal("unsubscribe", Subscriber.Requests[^1].Query["hub.mode"]);
    }
}
