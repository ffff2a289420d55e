using System.Security.Cryptography;
using System.Text;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.WebSub;

/// <summary>W3C WebSub §7, Content Distribution.</summary>
public sealed class Section7ConformanceTests : DeliveryTests
{
    [Theory]
    [InlineData("rss", "application/rss+xml; charset=utf-8")]
    [InlineData("atom", "application/atom+xml; charset=utf-8")]
    [InlineData("json", "application/feed+json; charset=utf-8")]
    public async Task S7_The_request_MUST_be_a_POST_with_the_full_contents_of_the_topic_and_its_type(string extension, string type)
    {
        await SubscribedToAsync($"https://syndication.example/feeds/latest.{extension}");
        await ChangedAndDeliveredAsync();

        var delivery = Deliveries.Single();
        var topic = await Surface.GetAsync($"/feeds/latest.{extension}");
        Assert.Equal(topic.Bytes, delivery.Body);
        Assert.Equal((type, type), (topic["Content-Type"], delivery.Headers["Content-Type"]));
        Assert.Contains("Version 2", Encoding.UTF8.GetString(delivery.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S7_The_request_MUST_have_links_to_the_hubs_and_the_topic_and_they_SHOULD_be_one_header()
    {
        await UseAsync(await NewswireSurface.StartAsync(settings: [("Publication:OutsideHubs:0", "https://hub.reader-site.com/push")]));
        await SubscribedAsync();
        await ChangedAndDeliveredAsync();

        var delivery = Deliveries.Single();
        Assert.Equal(1, delivery.LinkHeaders);
        Assert.Equal(
            $"<https://syndication.example/hub>; rel=\"hub\", <https://hub.reader-site.com/push>; rel=\"hub\", <{Topic}>; rel=\"self\"",
            delivery.Headers["Link"]);
        Assert.Equal((await Surface.GetAsync("/feeds/latest.atom"))["Link"]!.Split(',').Select(link => link.Trim()).Order(), delivery.Headers["Link"].Split(", ").Order());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(299)]
    public async Task S7_Every_2xx_is_a_success(int status)
    {
        await SubscribedAsync();
        Subscriber.Say(status);
        await ChangedAndDeliveredAsync();
        await LiveAsync(TimeSpan.FromMinutes(5));

        Assert.Single(Deliveries);
        Assert.Equal(0, Failures());
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(304)]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task S7_Every_other_code_MUST_be_a_failure_and_no_redirect_is_followed(int status)
    {
        await SubscribedAsync();
        Subscriber.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = Subscriber.Callback + "/elsewhere";
            return Task.CompletedTask;
        };
        await ChangedAndDeliveredAsync();
        Assert.Equal(1, Failures());

        Subscriber.Answer = CallbackHost.ConfirmAsync;
        await LiveAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, Deliveries.Count);
        Assert.All(Deliveries, delivery => Assert.Equal($"/{CallbackWords}", delivery.Target));
        Assert.Equal(0, Failures());
    }

    [Fact]
    public async Task S7_The_hub_MAY_end_the_subscription_on_410()
    {
        await SubscribedAsync();
        Subscriber.Say(410);
        await ChangedAndDeliveredAsync();
        await ChangedAndDeliveredAsync();

        Assert.Single(Deliveries);
        Assert.Empty(StoredBelow("subscriptions/websub/"));
        Assert.DoesNotContain("leaseEnd", string.Concat(StoredBelow("subscriptions/websub-hosts/").Select(ledger => ledger.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S7_The_body_of_the_answer_MUST_be_ignored()
    {
        await SubscribedAsync();
        Subscriber.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[4096]);
            }
        };

        await ChangedAndDeliveredAsync();

        Assert.Equal(0, Failures());
    }

    [Fact]
    public async Task S7_A_failing_delivery_SHOULD_be_retried_within_limits()
    {
        await SubscribedAsync();
        Subscriber.Say(500);
        await ChangedAndDeliveredAsync();
        await LiveAsync(TimeSpan.FromHours(2));
        Assert.Equal(6, Deliveries.Count);

        await LiveAsync(TimeSpan.FromHours(2));
        Assert.Equal(6, Deliveries.Count);
    }

    [Fact]
    public async Task S7_A_subscription_MUST_stay_until_the_end_of_its_lease_and_the_next_update_MUST_be_tried()
    {
        await SubscribedAsync(("hub.lease_seconds", "86400"));
        Subscriber.Say(500);
        await ChangedAndDeliveredAsync();
        await LiveAsync(TimeSpan.FromHours(2));
        Subscriber.Say(204);
        await ChangedAndDeliveredAsync();

        Assert.Equal(7, Deliveries.Count);
        Assert.Equal((await Surface.GetAsync("/feeds/latest.atom")).Bytes, Deliveries[^1].Body);

        Surface.Time.Advance(TimeSpan.FromHours(22));
        await ChangedAndDeliveredAsync();
        Assert.Equal(7, Deliveries.Count);
        Assert.Empty(Subscriptions());
    }

    [Fact]
    public async Task S7_1_Without_a_secret_there_is_no_signature()
    {
        await SubscribedAsync();
        await ChangedAndDeliveredAsync();

        Assert.DoesNotContain("X-Hub-Signature", Deliveries.Single().Headers.Keys);
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    public async Task S7_1_With_a_secret_there_MUST_be_a_signature_of_the_body(string method)
    {
        await UseAsync(await NewswireSurface.StartAsync(settings: [("WebSub:SignatureMethod", method)]));
        await SubscribedAsync(("hub.secret", Secret));
        await ChangedAndDeliveredAsync();

        var delivery = Deliveries.Single();
        using var hmac = IncrementalHash.CreateHMAC(new HashAlgorithmName(method.ToUpperInvariant()), Encoding.UTF8.GetBytes(Secret));
        hmac.AppendData(delivery.Body);
        var (name, signature) = delivery.Headers["X-Hub-Signature"].Split('=') is [var first, var second] ? (first, second) : default;
        Assert.Equal(method, name);
        Assert.Matches("^[0-9a-f]+$", signature);
        Assert.Equal(hmac.GetHashAndReset(), Convert.FromHexString(signature));
    }

    [Fact]
    public async Task S7_1_A_secret_that_was_renewed_signs_from_then_on()
    {
        await SubscribedAsync(("hub.secret", "the first"));
        await SubscribedAsync(("hub.secret", Secret));
        await ChangedAndDeliveredAsync();

        Assert.Equal(
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Deliveries.Single().Body)),
            Deliveries.Single().Headers["X-Hub-Signature"]);
    }

    [Fact]
    public async Task S8_3_The_exact_callback_MUST_be_used()
    {
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", Topic), ("hub.callback", Subscriber.Callback + "/a%2Fb?own=1&own=2&empty="));
        await VerifyAsync();
        await ChangedAndDeliveredAsync();

        Assert.Equal($"/{CallbackWords}/a%2Fb?own=1&own=2&empty=", Deliveries.Single().Target);
    }

    private async Task SubscribedToAsync(string topic)
    {
        await PostAsync(("hub.mode", "subscribe"), ("hub.topic", topic), ("hub.callback", Subscriber.Callback));
        await VerifyAsync();
    }
}
