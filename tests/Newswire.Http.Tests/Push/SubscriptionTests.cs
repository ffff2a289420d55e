using System.Text;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.Push;

/// <summary>What readers' browsers ask for, and everything that is refused.</summary>
public sealed class SubscriptionTests : SurfaceTests
{
    private const string Service = "https://fcm.googleapis.com/fcm/send/";

    [Fact]
    public async Task The_key_is_the_same_for_everybody_and_may_be_kept_for_an_hour()
    {
        var answer = await Surface.GetAsync("/push/key");

        Assert.Equal((200, "application/json; charset=utf-8", "public, max-age=3600"), (answer.Status, answer["Content-Type"], answer["Cache-Control"]));
        Assert.Equal(87, answer.Json.GetProperty("publicKey").GetString()!.Length);
        Assert.Equal(answer.Text, (await Surface.GetAsync("/push/key")).Text);
    }

    [Fact]
    public async Task A_reader_subscribes_changes_the_choice_and_unsubscribes()
    {
        using var browser = await BrowserAsync();

        var made = await browser.SubscribeAsync(browser.Request(
            ("quietHours", new JsonObject { ["from"] = "22:30", ["to"] = "07:00", ["timeZone"] = "Europe/Paris" }), ("maxPerDay", 3)));
        Assert.Equal(201, made.Status);
        Assert.Equal("""{"favourites":["topics/transport"],"quietHours":{"from":"22:30","to":"07:00","timeZone":"Europe/Paris"},"maxPerDay":3}""", made.Text);

        var changed = await browser.SubscribeAsync(browser.Request(("favourites", new JsonArray("latest", "authors/ada-okafor"))));
        Assert.Equal(200, changed.Status);
        Assert.Equal("""{"favourites":["latest","authors/ada-okafor"],"quietHours":null,"maxPerDay":10}""", changed.Text);
        Assert.Equal("no-store", changed["Cache-Control"]);

        Assert.Equal(204, (await browser.UnsubscribeAsync()).Status);
        Assert.Equal(204, (await browser.UnsubscribeAsync()).Status);
        Assert.Empty(Stored());
    }

    [Fact]
    public async Task A_new_endpoint_takes_over_the_choice_of_the_one_it_replaces()
    {
        using var old = await BrowserAsync();
        await old.SubscribeAsync(old.Request(("maxPerDay", 3)));
        using var renewed = new Browser(Surface, Service + Send.Capability + "2");

        var answer = await renewed.SubscribeAsync(renewed.Request(("favourites", null), ("replaces", old.Endpoint)));

        Assert.Equal(201, answer.Status);
        Assert.Equal("""{"favourites":["topics/transport"],"quietHours":null,"maxPerDay":3}""", answer.Text);
        Assert.DoesNotContain(Stored(), text => text.Contains(old.Endpoint + "\"", StringComparison.Ordinal));

        // The answer may have been lost.
        Assert.Equal(200, (await renewed.SubscribeAsync(renewed.Request(("favourites", null), ("replaces", old.Endpoint)))).Status);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_take_over_favourites_are_missing()
    {
        using var browser = await BrowserAsync();

        await AssertFaultAsync(browser, browser.Request(("favourites", null), ("replaces", Service + "unknown")), "/favourites");
        await AssertFaultAsync(browser, browser.Request(("favourites", null)), "/favourites");
        await AssertFaultAsync(browser, browser.Request(("favourites", new JsonArray())), "/favourites");
    }

    [Fact]
    public async Task Names_that_moved_are_stored_under_the_feeds_they_lead_to()
    {
        using var browser = await BrowserAsync();
        await DefineAsync("home", """{"formerNames":["front-page"],"topics":{"any":["Transport"]}}""");
        await DefineAsync("topics/uk-news", """{"aliases":["Britain"]}""");

        var answer = await browser.SubscribeAsync(browser.Request(
            ("favourites", new JsonArray("front-page", "home", "topics/britain", "Topics/Transport"))));

        Assert.Equal(["home", "topics/uk-news", "topics/transport"], answer.Json.GetProperty("favourites").EnumerateArray().Select(feed => feed.GetString()));
    }

    [Fact]
    public async Task Feeds_that_there_are_not_are_refused_each_with_the_reason()
    {
        using var browser = await BrowserAsync();
        await DefineAsync("gone", "{}");
        await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/gone", headers: ("Prefer", "wait=10"));
        Surface.Time.Advance(TimeSpan.FromSeconds(2));

        var answer = await browser.SubscribeAsync(browser.Request(("favourites", new JsonArray("latest", "topics/nothing", "gone"))));

        Assert.Equal(422, answer.Status);
        Assert.Equal(["/favourites/1", "/favourites/2"], answer.Pointers);

        // Who named only such feeds has named some.
        var none = await browser.SubscribeAsync(browser.Request(("favourites", new JsonArray("topics/nothing"))));
        Assert.Equal(["/favourites/0"], none.Pointers);
        Assert.Contains("given this feed up", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endpoint", null)]
    [InlineData("endpoint", "not an address")]
    [InlineData("endpoint", "http://fcm.googleapis.com/fcm/send/x")]
    [InlineData("endpoint", "https://user@fcm.googleapis.com/fcm/send/x")]
    [InlineData("endpoint", "https://fcm.googleapis.com.attacker.example/x")]
    [InlineData("endpoint", "https://news.example/push")]
    [InlineData("endpoint", "https://192.0.2.1/push")]
    [InlineData("p256dh", null)]
    [InlineData("p256dh", "BBBB")]
    [InlineData("auth", null)]
    [InlineData("auth", "AAAA")]
    public async Task A_subscription_that_no_known_service_would_take_is_422(string member, string? value)
    {
        using var browser = await BrowserAsync();

        await AssertFaultAsync(
            browser,
            browser.RequestWith(member, value),
            member == "endpoint" ? "/subscription/endpoint" : "/subscription/keys/" + member);
    }

    [Fact]
    public async Task An_endpoint_too_long_is_422()
    {
        using var browser = await BrowserAsync();

        await AssertFaultAsync(browser, browser.RequestWith("endpoint", Service + new string('x', 2_048)), "/subscription/endpoint");
    }

    [Fact]
    public async Task A_subscription_that_is_over_or_missing_is_422()
    {
        using var browser = await BrowserAsync();

        await AssertFaultAsync(browser, browser.RequestWith("expirationTime", NewswireSurface.Now.ToUnixTimeMilliseconds()), "/subscription/expirationTime");
        await AssertFaultAsync(browser, browser.RequestWith("expirationTime", long.MaxValue), "/subscription/expirationTime");
        await AssertFaultAsync(browser, browser.Request(("subscription", null)), "/subscription");
    }

    [Theory]
    [InlineData("""{"from":"22:30","to":"07:00"}""", "/quietHours/timeZone")]
    [InlineData("""{"from":"22:30","to":"07:00","timeZone":"../../etc/passwd"}""", "/quietHours/timeZone")]
    [InlineData("""{"from":"22:30","to":"07:00","timeZone":"Europe/Atlantis"}""", "/quietHours/timeZone")]
    [InlineData("""{"from":"22.30","to":"07:00","timeZone":"Europe/Paris"}""", "/quietHours/from")]
    [InlineData("""{"from":"22:30","to":"24:00","timeZone":"Europe/Paris"}""", "/quietHours/to")]
    [InlineData("""{"from":"22:30","to":"22:30","timeZone":"Europe/Paris"}""", "/quietHours/to")]
    public async Task Quiet_hours_that_are_none_are_422(string hours, string pointer)
    {
        using var browser = await BrowserAsync();

        await AssertFaultAsync(browser, browser.Request(("quietHours", JsonNode.Parse(hours))), pointer);
    }

    [Theory]
    [InlineData(0, 422)]
    [InlineData(1, 201)]
    [InlineData(50, 201)]
    [InlineData(51, 422)]
    public async Task A_cap_is_from_1_to_50(int number, int status)
    {
        using var browser = await BrowserAsync();

        Assert.Equal(status, (await browser.SubscribeAsync(browser.Request(("maxPerDay", number)))).Status);
    }

    [Theory]
    [InlineData(50, 201)]
    [InlineData(51, 422)]
    public async Task There_are_at_most_50_favourites(int number, int status)
    {
        using var browser = await BrowserAsync();
        await Surface.PutAsync("many", Send.Article(more: ("topics", new JsonArray([.. Enumerable.Range(0, 49).Select(i => (JsonNode)$"Topic {i}")]))), wait: true);
        Surface.Time.Advance(TimeSpan.FromSeconds(2));
        JsonNode[] names = ["latest", .. Enumerable.Range(0, 49).Select(i => (JsonNode)$"topics/topic-{i}"), "topics/transport"];

        Assert.Equal(status, (await browser.SubscribeAsync(browser.Request(("favourites", new JsonArray([.. names.Take(number)]))))).Status);
    }

    [Fact]
    public async Task Every_member_of_a_wrong_type_is_named_in_one_answer()
    {
        using var browser = await BrowserAsync();

        var answer = await browser.SubscribeAsync(JsonNode.Parse(
            """{"subscription":7,"favourites":["latest",7],"quietHours":"night","maxPerDay":"3","replaces":7}"""));

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            ["/favourites/1", "/maxPerDay", "/quietHours", "/replaces", "/subscription"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task What_is_not_JSON_or_too_long_is_refused(string method)
    {
        using var browser = await BrowserAsync();
        var with = new HttpMethod(method);

        Assert.Equal(400, (await browser.SendAsync(with, Send.Json("{"))).Status);
        Assert.Equal(400, (await browser.SendAsync(with, Send.Json("[]"))).Status);
        Assert.Equal(422, (await browser.SendAsync(with, Send.Json("{}"))).Status);
        Assert.Equal(415, (await browser.SendAsync(with, Send.Bytes("{}"u8.ToArray(), "text/plain"))).Status);
        Assert.Equal(413, (await browser.SendAsync(with, Send.Json($"{{\"endpoint\":\"{new string('x', 16 * 1024)}\"}}"))).Status);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', 17 * 1024)));
        Assert.Equal(413, (await browser.SendAsync(with, Send.Streamed(stream, "application/json"))).Status);
        Assert.Empty(Stored());
    }

    [Fact]
    public async Task No_other_origin_is_told_that_it_may_ask()
    {
        using var browser = await BrowserAsync();
        var asked = await Surface.SendRawAsync("OPTIONS", "/push/subscriptions", request =>
        {
            request.Headers.Origin = "https://attacker.example";
            request.Headers.AccessControlRequestMethod = "POST";
            request.Headers.AccessControlRequestHeaders = "content-type";
        });

        Assert.Equal(405, asked.Response.StatusCode);
        Assert.False(asked.Response.Headers.ContainsKey("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task More_new_subscriptions_than_a_minute_takes_are_asked_to_come_back()
    {
        await using var busy = await NewswireSurface.StartAsync(settings: ("WebPush:MaxNewPerMinute", "1"));
        await busy.PutAsync("harbour-bridge", wait: true);
        using var first = new Browser(busy, Service + "1");
        using var second = new Browser(busy, Service + "2");
        Assert.Equal(201, (await first.SubscribeAsync()).Status);
        busy.Time.Advance(TimeSpan.FromSeconds(15));

        var answer = await second.SubscribeAsync();

        Assert.Equal((429, "45"), (answer.Status, answer["Retry-After"]));
        Assert.Equal("urn:newswire:problem:too-many-subscriptions", answer.Json.GetProperty("type").GetString());
        Assert.Equal(200, (await first.SubscribeAsync()).Status);
        busy.Time.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(201, (await second.SubscribeAsync()).Status);
    }

    [Fact]
    public async Task Without_notifications_there_is_nothing_here()
    {
        await using var off = await NewswireSurface.StartAsync(settings: ("WebPush:Enabled", "false"));
        using var browser = new Browser(off, Service + "1");

        Assert.Equal(404, (await off.GetAsync("/push/key")).Status);
        Assert.Equal(404, (await browser.SubscribeAsync()).Status);
        Assert.Equal(404, (await browser.UnsubscribeAsync()).Status);
    }

    [Theory]
    [InlineData("read keys/")]
    [InlineData("read subscriptions/")]
    [InlineData("write subscriptions/")]
    public async Task Storage_away_is_503_and_asking_again_puts_it_right(string away)
    {
        using var browser = await BrowserAsync();
        Surface.Plan.Unanswered = operation => operation.StartsWith(away, StringComparison.Ordinal);

        var answer = away.Contains("keys", StringComparison.Ordinal) ? await Surface.GetAsync("/push/key") : await browser.SubscribeAsync();

        Assert.Equal((503, "5"), (answer.Status, answer["Retry-After"]));
        Surface.Plan.Unanswered = null;
        Assert.Equal(201, (await browser.SubscribeAsync()).Status);
        Assert.Equal(200, (await Surface.GetAsync("/push/key")).Status);
    }

    private async Task<Browser> BrowserAsync()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        return new Browser(Surface, Service + Send.Capability);
    }

    private async Task DefineAsync(string feed, string definition)
    {
        Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Put, "/api/feeds/" + feed, Send.Json(definition), ("Prefer", "wait=10"))).Status);
        Surface.Time.Advance(TimeSpan.FromSeconds(2));
    }

    private async Task AssertFaultAsync(Browser browser, JsonNode request, string pointer)
    {
        var answer = await browser.SubscribeAsync(request);

        Assert.Equal(422, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal([pointer], answer.Pointers);
        Assert.DoesNotContain(Send.Capability, answer.Text, StringComparison.Ordinal);
        Assert.Empty(Stored());
    }

    private IEnumerable<string> Stored() =>
        Surface.Stored().Where(pair => pair.Key.StartsWith($"{Containers.Subscriptions}/push/", StringComparison.Ordinal)).Select(pair => pair.Value);
}
