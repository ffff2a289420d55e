using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Partners.Webhooks;

/// <summary>What a partner gets when something changes, from the CMS's request to the partner's server.</summary>
public sealed class WebhookDeliveryTests : WebhookTests
{
    [Fact]
    public async Task What_is_published_arrives_signed_and_says_where_the_stream_goes_on()
    {
        Assert.Equal(201, (await SetAsync()).Status);
        await PublishedAndDeliveredAsync();

        var delivery = Assert.Single(Deliveries);
        Assert.Equal(("POST", "application/json; charset=utf-8"), (delivery.Method, delivery.Headers["Content-Type"]));
        Assert.True(new StandardWebhook(Secrets[0]).Accepts(delivery, Surface.Time.GetUtcNow()));
        Assert.Contains("harbour-bridge", Assert.Single(ArticlesOf(delivery)), StringComparison.Ordinal);
        Assert.Equal("publish", Body(delivery).GetProperty("changes")[0].GetProperty("change").GetString());
        Assert.Equal("usable", Body(delivery).GetProperty("changes")[0].GetProperty("item").GetProperty("pubStatus").GetString());

        // Behind what it was told there is nothing in the stream.
        var key = (await Surface.SendAsync(HttpMethod.Post, $"/api/partners/{Partner}/keys", Send.Json("{}"))).Json.GetProperty("secret").GetString();
        Surface.Time.Advance(TimeSpan.FromSeconds(2));
        var stream = await Surface.SendWithAsync(
            [("Authorization", $"Bearer {key}")], HttpMethod.Get, $"/partners/{Partner}/changes?after={Body(delivery).GetProperty("next").GetString()}");
        Assert.Equal(0, stream.Json.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task What_was_taken_is_in_the_partners_usage()
    {
        await SetAsync();
        await PublishedAndDeliveredAsync();
        await Surface.FlushUsageAsync();

        var usage = (await Surface.SendAsync(HttpMethod.Get, $"/api/partners/{Partner}/usage")).Json;
        Assert.Equal("/webhook", usage.GetProperty("feeds")[0].GetProperty("feed").GetString());
        Assert.Equal(Deliveries[0].Body.Length, usage.GetProperty("total").GetProperty("bytes").GetInt64());
        Assert.Equal("harbour-bridge", usage.GetProperty("articles")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_withdrawal_arrives_as_such()
    {
        await SetAsync();
        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        await Surface.DeleteAsync("old-news", wait: true);
        await DeliverAsync();

        var change = Body(Assert.Single(Deliveries)).GetProperty("changes")[0];
        Assert.Equal(("withdraw", "canceled"), (change.GetProperty("change").GetString(), change.GetProperty("item").GetProperty("pubStatus").GetString()));
    }

    [Fact]
    public async Task Changes_in_between_come_together_the_newest_first()
    {
        await SetAsync();
        await PublishAsync("a");
        await PublishAsync("b");
        await DeliverAsync();

        Assert.Equal(["b", "a"], ArticlesOf(Assert.Single(Deliveries)).Select(id => id[^1..]));
    }

    [Fact]
    public async Task An_embargoed_article_arrives_when_its_time_has_come_and_with_early_access_before()
    {
        await PutPartnerAsync("early-bird", """{"title": "Early Bird", "feeds": ["latest"], "earlyAccessMinutes": 60}""");
        await ProjectAsync();
        await SetAsync();
        await AskAsync(HttpMethod.Put, json: $$"""{"url": "{{Host.Callback}}/early"}""", partner: "early-bird");
        await DeliverAsync();
        Assert.Empty(Deliveries);

        var embargo = Surface.Time.GetUtcNow().AddMinutes(30);
        await Surface.PutAsync("secret-report", Send.Article(version: 99, more: ("embargo", embargo.ToString("O"))));
        await ProjectAsync();
        await DeliverAsync();
        var early = Assert.Single(Deliveries);
        Assert.EndsWith("/early", early.Target, StringComparison.Ordinal);
        Assert.Equal("withheld", Body(early).GetProperty("changes")[0].GetProperty("item").GetProperty("pubStatus").GetString());

        await Surface.LiveAsync(TimeSpan.FromMinutes(31));
        await DeliverAsync();
        Assert.Equal(3, Deliveries.Count);
        Assert.Single(Deliveries, delivery => !delivery.Target.EndsWith("/early", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_concern_the_partner_is_not_sent()
    {
        await PutPartnerAsync(Partner, """{"title": "Daily Planet", "feeds": ["topics/transport"]}""");
        await ProjectAsync();
        await SetAsync();
        await DeliverAsync();
        var before = Deliveries.Count;

        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        await Surface.PutAsync("cricket", Send.Article(more: ("topics", new JsonArray("Sport"))), wait: true);
        await DeliverAsync();

        Assert.Equal(before, Deliveries.Count);
    }

    [Fact]
    public async Task While_secrets_change_both_verify_and_then_the_new_one_alone()
    {
        await SetAsync();
        Assert.Equal(201, (await AskAsync(HttpMethod.Post, "/secrets")).Status);
        AssertRefused(await AskAsync(HttpMethod.Post, "/secrets"), 409, "too-many-secrets");
        await PublishedAndDeliveredAsync();
        Assert.All(Secrets, secret => Assert.True(new StandardWebhook(secret).Accepts(Deliveries[^1], Surface.Time.GetUtcNow())));

        var ids = (await StateAsync()).GetProperty("secrets").EnumerateArray().Select(secret => secret.GetProperty("id").GetString()).ToList();
        Assert.Equal(204, (await AskAsync(HttpMethod.Delete, $"/secrets/{ids[1]}")).Status);
        AssertRefused(await AskAsync(HttpMethod.Delete, $"/secrets/{ids[1]}"), 404, "unknown-secret");
        AssertRefused(await AskAsync(HttpMethod.Delete, $"/secrets/{ids[0]}"), 409, "last-secret");
        await PublishedAndDeliveredAsync();
        Assert.Equal([false, true], Secrets.Select(secret => new StandardWebhook(secret).Accepts(Deliveries[^1], Surface.Time.GetUtcNow())));
    }

    [Fact]
    public async Task A_retry_is_signed_for_its_own_time_and_names_the_same_delivery()
    {
        await SetAsync();
        Host.Say(500);
        await PublishedAndDeliveredAsync();
        Host.Say(204);
        await LiveAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(2, Deliveries.Count);
        Assert.Equal(Deliveries[0].Headers["webhook-id"], Deliveries[1].Headers["webhook-id"]);
        Assert.NotEqual(Deliveries[0].Headers["webhook-timestamp"], Deliveries[1].Headers["webhook-timestamp"]);
        Assert.True(new StandardWebhook(Secrets[0]).Accepts(Deliveries[1], Surface.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_partner_removed_gets_nothing_more_and_another_of_its_name_has_no_webhook()
    {
        await SetAsync();
        await Surface.SendAsync(HttpMethod.Delete, $"/api/partners/{Partner}");
        await PublishedAndDeliveredAsync();
        await PutPartnerAsync(Partner, """{"title": "Another Planet", "feeds": ["latest"]}""");
        await ProjectAsync();
        await PublishedAndDeliveredAsync();

        Assert.Empty(Deliveries);
        AssertRefused(await AskAsync(HttpMethod.Get), 404, "no-webhook");
    }

    [Fact]
    public async Task A_webhook_removed_gets_nothing_more()
    {
        await SetAsync();
        Assert.Equal(204, (await AskAsync(HttpMethod.Delete)).Status);
        AssertRefused(await AskAsync(HttpMethod.Delete), 404, "no-webhook");
        await PublishedAndDeliveredAsync();

        Assert.Empty(Deliveries);
    }
}
