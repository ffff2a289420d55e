using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.WebSub;

/// <summary>What is beyond the Recommendation in requests to the hub: bounds, repetition, strangers, news meanwhile.</summary>
public sealed class RequestTests : HubTests
{
    private static readonly string[] Words =
    [
        "hub.mode", "subscribe", "hub.topic", Topic, "hub.callback", "http://127.0.0.1:1/", "hub.secret", "hub.lease_seconds",
        "hub.mode=subscribe&", "=", "=", "&", "&", "%", "%2", "+", "9", "\0", "é",
    ];

    [Fact]
    public async Task A_request_that_is_too_large_is_refused()
    {
        var form = "hub.mode=subscribe&x=" + new string('x', 16 * 1024);

        Assert.Equal(413, (await SendFormAsync(Encoding.ASCII.GetBytes(form))).Status);
        Assert.Equal(413, (await Surface.SendWithAsync([], HttpMethod.Post, "/hub", Send.Streamed(new MemoryStream(Encoding.ASCII.GetBytes(form)), "application/x-www-form-urlencoded"))).Status);
        Assert.Equal(400, (await SubscribeAsync(("hub.callback", ""))).Status);
    }

    [Theory]
    [InlineData("hub.topic")]
    [InlineData("hub.callback")]
    public async Task A_URL_that_is_too_long_is_refused_by_name(string name)
    {
        var url = "https://reader-site.com/" + new string('x', 2048);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["hub.mode"] = "subscribe", ["hub.topic"] = Topic, ["hub.callback"] = Subscriber.Callback, [name] = url };

        var answer = await PostAsync(parameters.Select(parameter => (parameter.Key, parameter.Value)));

        Assert.Equal((400, $"{name} may have at most 2048 characters.\n"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task The_same_request_again_waits_once_and_another_never_takes_its_place()
    {
        await SubscribeAsync(("hub.secret", Secret));
        await SubscribeAsync(("hub.secret", Secret));
        Assert.Single(Pending());

        // A stranger asks in the subscriber's name for something else; the subscriber does not confirm that.
        await UnsubscribeAsync();
        await SubscribeAsync(("hub.secret", "of a stranger"));
        Assert.Equal(3, Pending().Count);
        Subscriber.Answer = context =>
        {
            context.Response.StatusCode = context.Request.Query["hub.mode"] == "subscribe" ? 200 : 404;
            return CallbackHost.ConfirmAsync(context);
        };
        await VerifyAsync();

        Assert.Single(Subscriptions());
        Assert.Empty(Pending());
    }

    [Fact]
    public async Task A_request_that_is_repeated_while_the_subscriber_declines_the_first_is_verified_for_itself()
    {
        await SubscribeAsync();
        Subscriber.Answer = async context =>
        {
            Surface.Time.Advance(TimeSpan.FromSeconds(1));
            await SubscribeAsync();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        };
        await VerifyAsync();
        Subscriber.Answer = CallbackHost.ConfirmAsync;
        await VerifyAsync();

        Assert.Single(Subscriptions());
        Assert.Empty(Pending());
    }

    [Fact]
    public async Task A_message_that_comes_again_asks_nobody()
    {
        await SubscribeAsync();
        var id = Assert.Single(Surface.Queues.Waiting(QueueNames.WebSubVerify));
        await VerifyAsync();
        await Surface.Queues.SendAsync(QueueNames.WebSubVerify, id, CancellationToken.None);
        await VerifyAsync();

        Assert.Single(Subscriber.Requests);
        Assert.DoesNotContain(CallbackWords, id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_subscriber_has_the_document_there_is_and_nothing_is_sent_to_it()
    {
        await SubscribedAsync();

        Assert.Equal((await Surface.GetAsync("/feeds/latest.atom"))["ETag"], $"\"{Assert.Single(Subscriptions()).Subscriber.GetProperty("has").GetString()}\"");
        Assert.Empty(Surface.Queues.Waiting(QueueNames.WebSubDeliver));
    }

    [Fact]
    public async Task What_is_published_while_a_subscriber_is_asked_is_sent_to_it_afterwards()
    {
        Subscriber.Answer = async context =>
        {
            await Surface.PutAsync("ferries", wait: true);
            await CallbackHost.ConfirmAsync(context);
        };

        await SubscribedAsync();

        var message = Assert.Single(Surface.Queues.Waiting(QueueNames.WebSubDeliver));
        Assert.Matches("^latest\\.atom\n[0-9a-f]{2}$", message);
        Assert.Contains($"/latest.atom/{message[^2..]}.json", Surface.Stored().Keys.Single(name => name.StartsWith("subscriptions/websub/", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.NotEqual((await Surface.GetAsync("/feeds/latest.atom"))["ETag"], $"\"{Assert.Single(Subscriptions()).Subscriber.GetProperty("has").GetString()}\"");
    }

    [Fact]
    public async Task Who_renews_keeps_what_it_has_and_is_sent_what_it_lacks()
    {
        await SubscribedAsync();
        var before = Assert.Single(Subscriptions()).Subscriber.GetProperty("has").GetString();
        await Surface.PutAsync("ferries", wait: true);

        await SubscribedAsync(("hub.lease_seconds", "86400"));

        Assert.Equal(before, Assert.Single(Subscriptions()).Subscriber.GetProperty("has").GetString());
        Assert.Single(Surface.Queues.Waiting(QueueNames.WebSubDeliver));
    }

    [Fact]
    public async Task Housekeeping_drops_requests_that_nobody_verified_and_hosts_that_have_nothing()
    {
        await SubscribeAsync();
        Surface.Time.Advance(TimeSpan.FromDays(1));
        await Surface.RunAsync(Schedules.Housekeeping);
        Assert.Single(Pending());

        Surface.Time.Advance(TimeSpan.FromTicks(1));
        await Surface.RunAsync(Schedules.Housekeeping);

        Assert.Empty(StoredBelow("subscriptions/"));
    }

    [Fact]
    public async Task Whatever_is_sent_is_answered_with_a_sentence_or_accepted() =>
        await Gen.OneOf(
                Gen.Byte.Array[0, 300],
                Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 24].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))))
            .SampleAsync(
                async form =>
                {
                    var answer = await SendFormAsync(form);
                    Assert.Contains(answer.Status, new[] { 202, 400, 429 });
                    Assert.Equal(answer.Status == 202, answer.Text.Length == 0);
                },
                iter: 300,
                threads: 1);

    private Task<Answer> SendFormAsync(byte[] form) =>
        Surface.SendWithAsync([], HttpMethod.Post, "/hub", Send.Bytes(form, "application/x-www-form-urlencoded"));
}
