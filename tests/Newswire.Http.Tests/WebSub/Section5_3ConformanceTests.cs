using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §5.3, Hub Verifies Intent of the Subscriber, and what §8 has on challenges, callbacks and leases.</summary>
public sealed class Section5_3ConformanceTests : HubTests
{
    [Fact]
    public async Task S5_3_A_request_is_verified_by_a_GET_with_mode_topic_challenge_and_lease()
    {
        await SubscribedAsync(("hub.lease_seconds", "86400"));

        var question = Subscriber.Requests.Single();
        Assert.Equal("GET", question.Method);
        Assert.Equal(["hub.mode", "hub.topic", "hub.challenge", "hub.lease_seconds"], question.Query.Keys);
        Assert.Equal(("subscribe", Topic, "86400"), (question.Query["hub.mode"], question.Query["hub.topic"], question.Query["hub.lease_seconds"]));
        Assert.Equal(["Host", "User-Agent"], question.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Newswire/1.0 (+https://syndication.example)", question.Headers["User-Agent"]);
    }

    [Fact]
    public async Task S5_3_A_request_to_unsubscribe_is_verified_as_such()
    {
        await UnsubscribeAsync(("hub.lease_seconds", "86400"));
        await VerifyAsync();

        Assert.Equal(["hub.mode", "hub.topic", "hub.challenge"], Subscriber.Requests.Single().Query.Keys);
        Assert.Equal("unsubscribe", Subscriber.Requests.Single().Query["hub.mode"]);
    }

    [Theory]
    [InlineData(null, 10 * 86400)]
    [InlineData("1", 3600)]
    [InlineData("3600", 3600)]
    [InlineData("7201", 7201)]
    [InlineData("2592000", 2592000)]
    [InlineData("2592001", 2592000)]
    [InlineData("999999999999999999999999999999999", 2592000)]
    [InlineData("0000000007201", 7201)]
    public async Task S5_3_The_lease_is_the_one_asked_for_within_bounds_and_MUST_be_told_and_MUST_NOT_be_perpetual(string? asked, int granted)
    {
        await SubscribedAsync(asked is null ? [] : [("hub.lease_seconds", asked)]);

        Assert.Equal(granted.ToString(CultureInfo.InvariantCulture), Subscriber.Requests.Single().Query["hub.lease_seconds"]);
        Assert.Equal(NewswireSurface.Now.AddSeconds(granted), Assert.Single(Subscriptions()).Subscriber.GetProperty("leaseEnd").GetDateTimeOffset());
    }

    [Fact]
    public async Task S5_3_The_lease_is_measured_from_the_time_of_the_verification_request()
    {
        await SubscribeAsync(("hub.lease_seconds", "3600"));
        Surface.Time.Advance(TimeSpan.FromMinutes(7));
        await VerifyAsync();

        Assert.Equal(NewswireSurface.Now.AddMinutes(67), Assert.Single(Subscriptions()).Subscriber.GetProperty("leaseEnd").GetDateTimeOffset());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(299)]
    public async Task S5_3_1_Any_success_with_the_challenge_as_its_body_confirms(int status)
    {
        Subscriber.Answer = context =>
        {
            context.Response.StatusCode = status;
            return CallbackHost.ConfirmAsync(context);
        };

        await SubscribedAsync();

        Assert.Single(Subscriptions());
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task S5_3_1_3xx_4xx_and_5xx_MUST_be_taken_for_a_failure_even_with_the_challenge(int status)
    {
        Subscriber.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = Subscriber.Address + "/elsewhere";
            return CallbackHost.ConfirmAsync(context);
        };

        await SubscribedAsync();

        Assert.Empty(Subscriptions());
        Assert.Single(Subscriber.Requests);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "\n")]
    [InlineData("", "\r\n")]
    [InlineData(" ", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("\"", "\"")]
    [InlineData("hub.challenge=", "")]
    public async Task S5_3_1_A_success_whose_body_is_not_the_challenge_MUST_be_taken_for_a_failure(string before, string after)
    {
        Subscriber.Answer = context => context.Response.WriteAsync(
            before.Length + after.Length == 0 ? "" : before + CallbackHost.Challenge(context) + after);

        await SubscribedAsync();

        Assert.Empty(Subscriptions());
        Assert.Empty(Pending());
    }

    [Fact]
    public async Task S5_3_1_A_lease_that_has_ended_MUST_be_enforced()
    {
        await SubscribedAsync(("hub.lease_seconds", "7200"));
        Surface.Time.Advance(TimeSpan.FromSeconds(7199));
        await Surface.RunAsync(Schedules.Housekeeping);
        Assert.Single(Subscriptions());

        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        await Surface.RunAsync(Schedules.Housekeeping);

        Assert.Empty(StoredBelow("subscriptions/"));
    }

    [Fact]
    public async Task S5_3_1_A_subscriber_that_asks_again_before_the_lease_ends_keeps_the_subscription()
    {
        await SubscribedAsync(("hub.lease_seconds", "7200"));
        Surface.Time.Advance(TimeSpan.FromSeconds(7199));
        await SubscribedAsync(("hub.lease_seconds", "7200"));
        Surface.Time.Advance(TimeSpan.FromSeconds(7199));
        await Surface.RunAsync(Schedules.Housekeeping);

        Assert.Single(Subscriptions());
    }

    [Fact]
    public async Task S8_2_A_challenge_is_random_and_used_once()
    {
        for (var i = 0; i < 5; i++)
        {
            await SubscribedAsync();
        }

        var challenges = Subscriber.Requests.Select(request => request.Query["hub.challenge"]).ToList();
        Assert.Distinct(challenges);
        Assert.All(challenges, challenge => Assert.Equal(32, Base64Url.DecodeFromChars(challenge).Length));
    }

    [Theory]
    [InlineData("/a//b/%2F/c;v=1/@/!$&'()*+,:=")]
    [InlineData("/")]
    [InlineData("/caf%C3%A9")]
    public async Task S8_3_The_callback_MUST_be_used_exactly(string path)
    {
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Address + path));
        await VerifyAsync();

        Assert.Equal(path, Subscriber.Requests.Single().Target.Split('?')[0]);
        Assert.Equal(Subscriber.Address + path, Assert.Single(Subscriptions()).Subscriber.GetProperty("callback").GetString());
    }
}
