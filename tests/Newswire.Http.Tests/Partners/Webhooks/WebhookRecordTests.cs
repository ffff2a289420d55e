using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Partners.Webhooks;

/// <summary>Webhooks as the newsroom keeps them.</summary>
public sealed class WebhookRecordTests : WebhookTests
{
    [Fact]
    public async Task It_is_made_shown_without_address_or_secret_moved_and_removed()
    {
        AssertRefused(await AskAsync(HttpMethod.Get), 404, "no-webhook");
        var made = await SetAsync();
        Assert.Equal((201, $"/api/partners/{Partner}/webhook", "no-store"), (made.Status, made["Location"], made["Cache-Control"]));
        Assert.StartsWith("whsec_", Secrets[0], StringComparison.Ordinal);

        var state = await StateAsync();
        Assert.Equal("127.0.0.1", state.GetProperty("host").GetString());
        Assert.Equal((0, false), (state.GetProperty("failures").GetInt32(), state.GetProperty("isPending").GetBoolean()));
        Assert.Equal((1, 0), (state.GetProperty("secrets").GetArrayLength(), state.GetProperty("deadLetters").GetArrayLength()));

        // Another address keeps the secret.
        var moved = await SetAsync(Host.Callback + "/new");
        Assert.Equal((200, "127.0.0.1"), (moved.Status, moved.Json.GetProperty("host").GetString()));
        await PublishedAndDeliveredAsync();
        Assert.EndsWith("/new", Assert.Single(Deliveries).Target, StringComparison.Ordinal);
        Assert.True(new StandardWebhook(Secrets[0]).Accepts(Deliveries[0], Surface.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_new_one_begins_with_what_changes_from_now_on()
    {
        await SetAsync();
        await DeliverAsync();

        Assert.Empty(Deliveries);
    }

    [Theory]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("https://169.254.169.254/hook")]
    [InlineData("https://printer.local/hook")]
    [InlineData("https://planet.example.com:25/hook")]
    [InlineData("https://user:word@planet.example.com/hook")]
    [InlineData("https://planet.example.com/hook#part")]
    [InlineData("ftp://planet.example.com/hook")]
    [InlineData("/hook")]
    [InlineData("")]
    public async Task An_address_that_nothing_can_be_sent_to_is_422(string url)
    {
        var answer = await SetAsync(url.Length == 0 ? " " : url);

        AssertRefused(answer, 422, "invalid");
        Assert.Equal(["/url"], answer.Pointers);
        Assert.DoesNotContain(Surface.Stored().Keys, place => place.Contains("webhooks/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://planet.example.com/hook")]
    [InlineData("http://127.0.0.1/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://localhost/hook")]
    public async Task In_production_it_is_https_on_a_public_host(string url)
    {
        await using var surface = await NewswireSurface.StartAsync(settings: [("Webhooks:AllowLoopback", "false")]);
        await surface.SendAsync(HttpMethod.Put, "/api/partners/planet", Send.Json("""{"title": "Planet"}"""));

        var answer = await surface.SendAsync(HttpMethod.Put, "/api/partners/planet/webhook", Send.Json($$"""{"url": "{{url}}"}"""));

        AssertRefused(answer, 422, "invalid");
    }

    [Theory]
    [InlineData("{", 400, "malformed")]
    [InlineData("[]", 400, "wrong-type")]
    [InlineData("""{"url": 7}""", 400, "wrong-type")]
    [InlineData("{}", 422, "invalid")]
    public async Task What_is_no_webhook_is_refused(string json, int status, string kind) =>
        AssertRefused(await AskAsync(HttpMethod.Put, json: json), status, kind);

    [Fact]
    public async Task Everything_needs_the_newsrooms_key_and_a_partner_that_is_there()
    {
        await SetAsync();
        foreach (var (method, below) in new[] { ("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/secrets"), ("DELETE", "/secrets/1"), ("POST", "/dead/1"), ("POST", "/ping") })
        {
            Assert.Equal(401, (await Surface.SendWithAsync([], new HttpMethod(method), $"/api/partners/{Partner}/webhook{below}")).Status);
            AssertRefused(
                await AskAsync(new HttpMethod(method), below, method == "PUT" ? """{"url": "https://planet.example.com/"}""" : null, "nobody"), 404, "unknown-partner");
        }
    }

    [Fact]
    public async Task A_ping_is_signed_has_no_changes_and_says_what_came_of_it()
    {
        AssertRefused(await AskAsync(HttpMethod.Post, "/ping"), 404, "no-webhook");
        await SetAsync();
        var taken = await AskAsync(HttpMethod.Post, "/ping");
        Assert.Equal((200, true, 204), (taken.Status, taken.Json.GetProperty("isTaken").GetBoolean(), taken.Json.GetProperty("status").GetInt32()));
        Assert.True(new StandardWebhook(Secrets[0]).Accepts(Deliveries[0], Surface.Time.GetUtcNow()));
        Assert.Equal(0, Body(Deliveries[0]).GetProperty("changes").GetArrayLength());

        Host.Say(500);
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(500, (await AskAsync(HttpMethod.Post, "/ping")).Json.GetProperty("status").GetInt32());
        Assert.Equal(2, Deliveries.Select(delivery => delivery.Headers["webhook-id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, (await StateAsync()).GetProperty("failures").GetInt32());
    }
}
