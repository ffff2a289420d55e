using System.Text;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §5.1, Subscriber Sends Subscription Request.</summary>
public sealed class Section5_1ConformanceTests : HubTests
{
    [Fact]
    public async Task S5_1_A_request_of_another_content_type_than_a_form_is_refused()
    {
        var answer = await Surface.SendWithAsync([], HttpMethod.Post, "/hub", Send.Json("{}"));

        Assert.Equal(415, answer.Status);
        Assert.Contains("application/x-www-form-urlencoded", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S5_1_A_request_in_another_charset_than_UTF_8_is_refused()
    {
        var form = Encoding.Latin1.GetBytes("hub.mode=subscribe");

        Assert.Equal(415, (await Surface.SendWithAsync([], HttpMethod.Post, "/hub", Send.Bytes(form, "application/x-www-form-urlencoded; charset=iso-8859-1"))).Status);
        Assert.Equal(400, (await Surface.SendWithAsync([], HttpMethod.Post, "/hub", Send.Bytes(Encoding.UTF8.GetBytes("hub.mode=subscribe&hub.topic=%FF"), "application/x-www-form-urlencoded; charset=\"UTF-8\""))).Status);
    }

    [Theory]
    [InlineData("hub.callback")]
    [InlineData("hub.mode")]
    [InlineData("hub.topic")]
    public async Task S5_1_A_request_without_a_REQUIRED_parameter_is_refused_by_its_name(string name)
    {
        var parameters = new[] { ("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback) };

        var answer = await PostAsync(parameters.Where(parameter => parameter.Item1 != name));

        Assert.Equal(400, answer.Status);
        Assert.Contains(name, answer.Text, StringComparison.Ordinal);
        Assert.Empty(Pending());
    }

    [Theory]
    [InlineData("Subscribe")]
    [InlineData("SUBSCRIBE")]
    [InlineData("resubscribe")]
    [InlineData("denied")]
    [InlineData("")]
    public async Task S5_1_The_mode_is_the_literal_string_subscribe_or_unsubscribe(string mode) =>
        Assert.Equal(400, (await PostAsync(("hub.mode", mode), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback))).Status);

    [Theory]
    [InlineData("garbage")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("99999999999999999999999")]
    public async Task S5_1_A_lease_in_a_request_to_unsubscribe_MUST_be_ignored(string lease)
    {
        await SubscribedAsync();

        Assert.Equal(202, (await UnsubscribeAsync(("hub.lease_seconds", lease))).Status);
        await VerifyAsync();

        Assert.Empty(Subscriptions());
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("+60")]
    [InlineData("60 ")]
    public async Task S5_1_A_lease_is_a_positive_decimal_integer(string lease)
    {
        var answer = await SubscribeAsync(("hub.lease_seconds", lease));

        Assert.Equal(400, answer.Status);
        Assert.Contains("hub.lease_seconds", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S5_1_A_secret_MUST_be_less_than_200_bytes()
    {
        Assert.Equal(202, (await SubscribeAsync(("hub.secret", new string('x', 199)))).Status);
        Assert.Equal(202, (await SubscribeAsync(("hub.secret", new string('é', 99)))).Status);
        Assert.Equal(400, (await SubscribeAsync(("hub.secret", new string('x', 200)))).Status);
        Assert.Equal(400, (await SubscribeAsync(("hub.secret", new string('é', 100)))).Status);
    }

    [Fact]
    public async Task S5_1_A_secret_that_is_there_and_empty_is_none()
    {
        await SubscribedAsync(("hub.secret", ""), ("hub.lease_seconds", ""));

        Assert.False(Assert.Single(Subscriptions()).Subscriber.TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task S5_1_Parameters_that_are_not_understood_MUST_be_ignored()
    {
        Assert.Equal(202, (await SubscribedAsync(
            ("hub.verify", "sync"), ("hub.verify", "async"), ("hub.verify_token", "x"), ("HUB.MODE", "x"), ("colour", "%zz"), ("", ""))).Status);

        Assert.Single(Subscriptions());
    }

    [Theory]
    [InlineData("hub.mode", "unsubscribe")]
    [InlineData("hub.topic", Topic)]
    [InlineData("hub.callback", "https://reader-site.com/")]
    [InlineData("hub.lease_seconds", "60")]
    [InlineData("hub.secret", "x")]
    public async Task S5_1_A_parameter_that_is_understood_stands_once(string name, string value) =>
        Assert.Equal(400, (await SubscribeAsync(("hub.lease_seconds", "60"), ("hub.secret", "x"), (name, value))).Status);

    [Fact]
    public async Task S5_1_A_request_MUST_override_the_subscription_there_was_but_only_once_it_is_verified()
    {
        await SubscribedAsync(("hub.secret", "old secret"), ("hub.lease_seconds", "86400"));
        var before = Assert.Single(Subscriptions()).Subscriber.ToString();

        await SubscribeAsync(("hub.secret", "new secret"), ("hub.lease_seconds", "172800"));
        Assert.Equal(before, Assert.Single(Subscriptions()).Subscriber.ToString());
        await VerifyAsync();

        var after = Assert.Single(Subscriptions()).Subscriber;
        Assert.Equal("new secret", after.GetProperty("secret").GetString());
        Assert.Equal(NewswireSurface.Now.AddDays(2), after.GetProperty("leaseEnd").GetDateTimeOffset());
    }

    [Fact]
    public async Task S5_1_A_new_subscription_MAY_be_without_the_secret_that_the_one_before_had()
    {
        await SubscribedAsync(("hub.secret", Secret));
        await SubscribedAsync();

        Assert.False(Assert.Single(Subscriptions()).Subscriber.TryGetProperty("secret", out _));
    }

    [Theory]
    [InlineData("subscribe", 404)]
    [InlineData("subscribe", 500)]
    [InlineData("subscribe", 302)]
    [InlineData("unsubscribe", 404)]
    [InlineData("unsubscribe", 200)]
    public async Task S5_1_If_verification_fails_the_subscription_MUST_be_left_unchanged(string mode, int status)
    {
        await SubscribedAsync(("hub.secret", Secret), ("hub.lease_seconds", "86400"));
        var before = Assert.Single(Subscriptions()).Subscriber.ToString();
        Subscriber.Say(status, "not the challenge");

        await PostAsync(("hub.mode", mode), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback));
        for (var i = 0; i < 10; i++)
        {
            await VerifyAsync();
            Surface.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(before, Assert.Single(Subscriptions()).Subscriber.ToString());
        Assert.Empty(Pending());
    }

    [Fact]
    public async Task S5_1_Topic_and_callback_together_are_what_a_subscription_is()
    {
        await SubscribedAsync();
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback + "/2"));
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic.Replace(".atom", ".rss", StringComparison.Ordinal)), ("hub.callback", Subscriber.Callback));
        await VerifyAsync();
        Assert.Equal(3, Subscriptions().Count);

        await UnsubscribeAsync();
        await VerifyAsync();
        Assert.Equal(2, Subscriptions().Count);
    }
}
