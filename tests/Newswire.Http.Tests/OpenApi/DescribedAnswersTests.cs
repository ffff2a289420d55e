using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>Every answer that the document names is given, but for those of <see cref="DescribedOperationsTests"/>.</summary>
public sealed class DescribedAnswersTests : DescribedWalk
{
    /// <summary>What takes more than a request: time, other settings, or thousands of them.</summary>
    private static readonly (string Operation, int Status)[] Elsewhere =
    [
        ("eraseArticle", 202), // ErasureTests
        ("getChanges", 429), ("headChanges", 429), ("headContract", 429), // ChangesTests, QuotaTests
        ("subscribeToNotifications", 429), // SubscriptionTests
        ("subscribe", 429), ("subscribe", 307), ("subscribe", 404), // HostLimitTests, RequestTests
    ];

    private string partnerKey = "";

    [Fact]
    public async Task Every_answer_that_is_described_is_given()
    {
        await WalkArticlesAsync();
        await WalkFeedsAsync();
        await WalkDocumentsAsync();
        await WalkPartnersAsync();
        await WalkForPartnersAsync();
        await WalkNotificationsAsync();
        await WalkRestAsync();
        await WalkWithoutPushAsync();

        AssertGiven(operation => !DescribedOperationsTests.Walked.Contains(operation.Tag), [.. withoutPush, .. Elsewhere]);
    }

    private IReadOnlyCollection<(string, int)> withoutPush = [];

    private async Task WalkArticlesAsync()
    {
        await ExpectAsync(202, "PUT", "/api/articles/harbour-bridge", Send.Json(Send.Article()));
        await ExpectAsync(200, "PUT", "/api/articles/harbour-bridge", Send.Json(Send.Article(version: 2)), ("Prefer", "wait=10"));
        await ExpectAsync(400, "PUT", "/api/articles/harbour-bridge", Send.Json("{"));
        await ExpectAsync(422, "PUT", "/api/articles/harbour-bridge", Send.Json("{}"));
        await ExpectAsync(200, "GET", "/api/articles/harbour-bridge");
        await ExpectAsync(404, "GET", "/api/articles/unheard-of");
        await ExpectAsync(422, "GET", "/api/articles/no%20id");
        await ExpectAsync(400, "DELETE", "/api/articles/other?version=none");
        await ExpectAsync(422, "DELETE", "/api/articles/no%20id");
        await ExpectAsync(202, "DELETE", "/api/articles/other?version=1");
        await ExpectAsync(200, "DELETE", "/api/articles/other", null, ("Prefer", "wait=10"));
        await ExpectAsync(200, "PUT", "/api/articles/taken-back", Send.Json(Send.Article()), ("Prefer", "wait=10"));
        await ExpectAsync(200, "DELETE", "/api/articles/taken-back", null, ("Prefer", "wait=10"));
        await ExpectAsync(410, "GET", "/api/articles/taken-back");

        await ExpectAsync(202, "POST", "/api/articles", Send.Batch([Send.Article("lost-sheep")]));
        await ExpectAsync(200, "POST", "/api/articles", Send.Batch([Send.Article("lost-sheep")]), ("Prefer", "wait=10"));
        await ExpectAsync(422, "POST", "/api/articles", Send.Batch("{}"));
        await ExpectAsync(400, "POST", "/api/articles", Send.Batch("\n"));

        var page = ExampleOf("publishPage");
        await ExpectAsync(422, "POST", "/api/pages", Send.Html("<p>Nothing"));
        await ExpectAsync(400, "POST", "/api/pages?url=nowhere", Send.Html(page));
        await ExpectAsync(202, "POST", "/api/pages?id=storm-passes", Send.Html(page));
        await ExpectAsync(200, "POST", "/api/pages", Send.Html(page.Replace("2026-03-06", "2026-03-04", StringComparison.Ordinal)), ("Prefer", "wait=10"));

        await ExpectAsync(404, "GET", "/api/articles/taken-back/erasure");
        await ExpectAsync(422, "GET", "/api/articles/no%20id/erasure");
        await ExpectAsync(422, "POST", "/api/articles/no%20id/erasure");
        await ExpectAsync(404, "POST", "/api/articles/unheard-of/erasure");
        await ExpectAsync(200, "POST", "/api/articles/taken-back/erasure");
        await ExpectAsync(200, "GET", "/api/articles/taken-back/erasure?verify=true");
    }

    private async Task WalkFeedsAsync()
    {
        await ExpectAsync(202, "PUT", "/api/feeds/front-page", Send.Json("{}"));
        await ExpectAsync(200, "PUT", "/api/feeds/home", Send.Json("""{"formerNames": ["front-page"]}"""), ("Prefer", "wait=10"));
        await ExpectAsync(400, "PUT", "/api/feeds/home", Send.Json("{"));
        await ExpectAsync(422, "PUT", "/api/feeds/home", Send.Json("""{"content": "all"}"""));
        await ExpectAsync(409, "PUT", "/api/feeds/other", Send.Json("""{"formerNames": ["front-page"]}"""));
        await ExpectAsync(200, "GET", "/api/feeds");
        await ExpectAsync(200, "GET", "/api/feeds/home");
        await ExpectAsync(301, "GET", "/api/feeds/front-page");
        await ExpectAsync(404, "GET", "/api/feeds/unheard-of");
        await ExpectAsync(404, "DELETE", "/api/feeds/unheard-of");
        await ExpectAsync(409, "DELETE", "/api/feeds/front-page");
        await ExpectAsync(200, "PUT", "/api/feeds/given-up", Send.Json("{}"), ("Prefer", "wait=10"));
        await ExpectAsync(200, "DELETE", "/api/feeds/given-up", null, ("Prefer", "wait=10"));
        await ExpectAsync(410, "GET", "/api/feeds/given-up");
        await ExpectAsync(410, "DELETE", "/api/feeds/given-up");
        await ExpectAsync(200, "PUT", "/api/feeds/short-lived", Send.Json("{}"), ("Prefer", "wait=10"));
        await ExpectAsync(202, "DELETE", "/api/feeds/short-lived");

        await ExpectAsync(202, "PUT", "/api/feeds", Send.Json("""{"feeds": [{"name": "sport"}]}"""));
        await ExpectAsync(200, "PUT", "/api/feeds", Send.Json("""{"feeds": [{"name": "sport"}]}"""));
        await ExpectAsync(400, "PUT", "/api/feeds", Send.Json("{"));
        await ExpectAsync(422, "PUT", "/api/feeds", Send.Json("{}"));
        await ExpectAsync(409, "PUT", "/api/feeds", Send.Json("""{"feeds": [{"name": "other", "formerNames": ["front-page"]}]}"""));
    }

    private async Task WalkDocumentsAsync()
    {
        // Enough articles that there is an archive.
        await ExpectAsync(
            200,
            "POST",
            "/api/articles",
            Send.Batch(Enumerable.Range(0, 400).Select(i => Send.Article($"old-{i}", more: [("published", $"2025-{1 + (i / 28 % 12):00}-{1 + (i % 28):00}T00:00:00Z"), ("topics", new System.Text.Json.Nodes.JsonArray("History"))]))),
            ("Prefer", "wait=60"));
        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        var archive = new Uri((await Surface.GetAsync("/feeds/latest.json")).Json.GetProperty("next_url").GetString()!).AbsolutePath;
        archive = archive[..archive.LastIndexOf('.')];
        foreach (var format in new[] { "rss", "atom", "json", "html" })
        {
            var tag = (await ReadAsync(200, $"/feeds/latest.{format}"))["ETag"]!;
            await ReadAsync(304, $"/feeds/latest.{format}", ("If-None-Match", tag));
            await ReadAsync(412, $"/feeds/latest.{format}", ("If-Match", "\"other\""));
            await ReadAsync(301, $"/feeds/Latest.{format}");
            await ReadAsync(404, $"/feeds/unheard-of.{format}");
            await ReadAsync(410, $"/feeds/given-up.{format}");
            if (format != "html")
            {
                await ReadAsync(200, $"{archive}.{format}");
                await ReadAsync(304, $"{archive}.{format}", ("If-None-Match", "*"));
                await ReadAsync(412, $"{archive}.{format}", ("If-Match", "\"other\""));
                await ReadAsync(301, $"{archive.Replace("latest", "LATEST", StringComparison.Ordinal)}.{format}");
                await ReadAsync(404, $"/feeds/latest/archive/20200101T000000-0000000000000000.{format}");
                await ReadAsync(410, $"{archive.Replace("latest", "given-up", StringComparison.Ordinal)}.{format}");
            }
        }

        var had = (await Surface.GetAsync("/feeds/latest.rss"))["ETag"]!;
        string[] tags = [.. await Task.WhenAll(new[] { "rss", "atom", "json" }.Select(async format => (await Surface.GetAsync($"/feeds/latest.{format}"))["ETag"]!))];
        await ExpectAsync(200, "PUT", "/api/articles/news", Send.Json(Send.Article()), ("Prefer", "wait=10"));
        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        await ReadAsync(226, "/feeds/latest.rss", ("A-IM", "feed"), ("If-None-Match", tags[0]));
        await ReadAsync(226, "/feeds/latest.atom", ("A-IM", "feed"), ("If-None-Match", tags[1]));
        await ReadAsync(226, "/feeds/latest.json", ("A-IM", "feed"), ("If-None-Match", tags[2]));

        foreach (var path in new[] { "/", "/feeds/style.css", "/opml.xml", "/robots.txt", "/sitemap.xml", "/sitemaps/news-1.xml", "/manifest.webmanifest" })
        {
            await ReadAsync(200, path);
            await ReadAsync(304, path, ("If-None-Match", "*"));
            await ReadAsync(412, path, ("If-Match", "\"other\""));
        }

        await ReadAsync(404, "/sitemaps/news-99.xml");
        await ReadAsync(301, "/sitemaps/NEWS-1.xml");
    }

    private async Task WalkPartnersAsync()
    {
        const string Partner = "/api/partners/daily-planet";
        await ExpectAsync(404, "GET", Partner);
        await ExpectAsync(404, "DELETE", Partner);
        await ExpectAsync(400, "PUT", Partner, Send.Json("{"));
        await ExpectAsync(422, "PUT", Partner, Send.Json("{}"));
        await ExpectAsync(404, "POST", Partner + "/keys", Send.Json("{}"));
        await ExpectAsync(404, "DELETE", Partner + "/keys/0a1b2c3d");
        await ExpectAsync(404, "GET", Partner + "/usage");
        await ExpectAsync(404, "GET", Partner + "/feeds/latest");
        await ExpectAsync(404, "GET", Partner + "/articles/news?format=rss");
        await ExpectAsync(404, "PUT", Partner + "/webhook", Send.Json("""{"url": "https://planet.example/"}"""));
        await ExpectAsync(201, "PUT", Partner, Send.Json("""{"title": "Daily Planet", "feeds": ["latest", "home"]}"""));
        await ExpectAsync(200, "PUT", Partner, Send.Json("""{"title": "Daily Planet", "feeds": ["latest", "home"]}"""));
        await ExpectAsync(200, "GET", Partner);
        await ExpectAsync(200, "GET", "/api/partners");
        await ExpectAsync(200, "PUT", "/api/partners", Send.Json("""{"partners": [{"name": "morning-globe", "title": "Morning Globe"}]}"""));
        await ExpectAsync(400, "PUT", "/api/partners", Send.Json("{"));
        await ExpectAsync(422, "PUT", "/api/partners", Send.Json("{}"));

        await ExpectAsync(400, "POST", Partner + "/keys", Send.Json("{"));
        await ExpectAsync(422, "POST", Partner + "/keys", Send.Json("""{"expires": "soon"}"""));
        partnerKey = (await ExpectAsync(201, "POST", Partner + "/keys", Send.Json("{}"))).Json.GetProperty("secret").GetString()!;
        for (var more = 0; more < 9; more++)
        {
            await ExpectAsync(201, "POST", Partner + "/keys", Send.Json("{}"));
        }

        var last = (await ExpectAsync(200, "GET", Partner)).Json.GetProperty("keys")[9].GetProperty("id").GetString();
        await ExpectAsync(409, "POST", Partner + "/keys", Send.Json("{}"));
        await ExpectAsync(204, "DELETE", $"{Partner}/keys/{last}");

        await ExpectAsync(200, "GET", Partner + "/usage");
        await ExpectAsync(400, "GET", Partner + "/usage?from=yesterday");
        await ExpectAsync(200, "GET", Partner + "/feeds/latest");
        await ExpectAsync(301, "GET", Partner + "/feeds/front-page");
        await ExpectAsync(410, "GET", Partner + "/feeds/given-up");
        foreach (var format in new[] { "rss", "atom", "json", "ninjs" })
        {
            await ExpectAsync(200, "GET", $"{Partner}/articles/news?format={format}");
        }

        await ExpectAsync(400, "GET", Partner + "/articles/news?format=pdf");
        await ExpectAsync(410, "GET", Partner + "/articles/taken-back?format=rss");
        await ExpectAsync(422, "GET", Partner + "/articles/no%20id?format=rss");

        await ExpectAsync(404, "GET", Partner + "/webhook");
        await ExpectAsync(404, "DELETE", Partner + "/webhook");
        await ExpectAsync(404, "POST", Partner + "/webhook/secrets");
        await ExpectAsync(404, "DELETE", Partner + "/webhook/secrets/0a1b2c3d");
        await ExpectAsync(404, "POST", Partner + "/webhook/dead/19ab7e2c400");
        await ExpectAsync(404, "POST", Partner + "/webhook/ping");
        await ExpectAsync(400, "PUT", Partner + "/webhook", Send.Json("{"));
        await ExpectAsync(422, "PUT", Partner + "/webhook", Send.Json("{}"));
    }

    private async Task WalkForPartnersAsync()
    {
        await WalkWebhookAsync();
        await TakeAsync(200, "/partners/daily-planet");
        await TakeAsync(200, "/partners/daily-planet/changes");
        await TakeAsync(400, "/partners/daily-planet/changes?limit=none");
        foreach (var format in new[] { "rss", "atom", "json", "ninjs" })
        {
            var path = $"/partners/daily-planet/feeds/home.{format}";
            await TakeAsync(200, path);
            await TakeAsync(304, path, ("If-None-Match", "*"));
            await TakeAsync(412, path, ("If-Match", "\"other\""));
            await TakeAsync(301, path.Replace("home", "HOME", StringComparison.Ordinal));
            await TakeAsync(404, path.Replace("home", "topics/uk-news", StringComparison.Ordinal));
        }

        // A feed that is granted and then given up, and a quota of what was asked for already.
        await ExpectAsync(200, "DELETE", "/api/feeds/home", null, ("Prefer", "wait=10"));
        Surface.Time.Advance(TimeSpan.FromSeconds(3));
        foreach (var format in new[] { "rss", "atom", "json", "ninjs" })
        {
            await TakeAsync(410, $"/partners/daily-planet/feeds/home.{format}");
        }

        await ExpectAsync(200, "PUT", "/api/partners/daily-planet", Send.Json("""{"title": "Daily Planet", "feeds": ["latest"], "quota": {"perHour": 1}}"""));
        Surface.Time.Advance(TimeSpan.FromSeconds(10));
        await TakeAsync(429, "/partners/daily-planet");
        foreach (var format in new[] { "rss", "atom", "json", "ninjs" })
        {
            await TakeAsync(429, $"/partners/daily-planet/feeds/latest.{format}");
        }

        await ExpectAsync(204, "DELETE", "/api/partners/daily-planet");
    }

    private async Task WalkWebhookAsync()
    {
        const string Webhook = "/api/partners/daily-planet/webhook";
        await Surface.LiveAsync(TimeSpan.FromSeconds(3));
        await ExpectAsync(201, "PUT", Webhook, Send.Json("""{"url": "http://127.0.0.1:65535/"}"""));
        await ExpectAsync(200, "PUT", Webhook, Send.Json("""{"url": "http://127.0.0.1:65535/"}"""));
        var first = (await ExpectAsync(200, "GET", Webhook)).Json.GetProperty("secrets")[0].GetProperty("id").GetString();
        await ExpectAsync(409, "DELETE", $"{Webhook}/secrets/{first}");
        await ExpectAsync(201, "POST", Webhook + "/secrets");
        await ExpectAsync(409, "POST", Webhook + "/secrets");
        await ExpectAsync(204, "DELETE", $"{Webhook}/secrets/{first}");
        await ExpectAsync(200, "POST", Webhook + "/ping");

        // Nobody listens there, so what is new is given up after a while.
        await ExpectAsync(200, "PUT", "/api/articles/news", Send.Json(Send.Article(version: 7)), ("Prefer", "wait=10"));
        for (var minute = 0; minute < 120; minute++)
        {
            await Surface.ReceiveAsync(QueueNames.WebhookDistribute);
            await Surface.ReceiveAsync(QueueNames.WebhookDeliver);
            await Surface.ReceiveAsync(QueueNames.WebhookRetry);
            Surface.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var letter = (await ExpectAsync(200, "GET", Webhook)).Json.GetProperty("deadLetters")[0].GetProperty("id").GetString();
        await ExpectAsync(202, "POST", $"{Webhook}/dead/{letter}");
        await ExpectAsync(204, "DELETE", Webhook);
    }

    private async Task WalkNotificationsAsync()
    {
        const string Path = "/push/subscriptions";
        using var browser = new Push.Browser(Surface, "https://fcm.googleapis.com/fcm/send/" + Send.Capability);
        await ReadAsync(200, "/push/key");
        await ReadAsync(200, "/push/worker.js");
        await ReadAsync(304, "/push/worker.js", ("If-None-Match", "*"));
        await ReadAsync(412, "/push/worker.js", ("If-Match", "\"other\""));
        Assert.Equal(201, (await browser.SubscribeAsync()).Status);
        Assert.Equal(200, (await browser.SubscribeAsync()).Status);
        await ExpectAsync(400, "POST", Path, Send.Json("{"));
        await ExpectAsync(422, "POST", Path, Send.Json("{}"));
        await ExpectAsync(400, "DELETE", Path, Send.Json("{"));
        await ExpectAsync(422, "DELETE", Path, Send.Json("{}"));
        Assert.Equal(204, (await browser.UnsubscribeAsync()).Status);
    }

    private async Task WalkRestAsync()
    {
        foreach (var path in new[] { "/openapi.json", "/developers" })
        {
            await ReadAsync(200, path);
            await ReadAsync(304, path, ("If-None-Match", "*"));
            await ReadAsync(412, path, ("If-Match", "\"other\""));
        }

        await ReadAsync(405, "/hub");
        await ExpectAsync(202, "POST", "/hub", Send.Bytes(System.Text.Encoding.UTF8.GetBytes(ExampleOf("subscribe")), "application/x-www-form-urlencoded"));
        await ExpectAsync(400, "POST", "/hub", Send.Bytes([], "application/x-www-form-urlencoded"));
    }

    private async Task WalkWithoutPushAsync()
    {
        await using var surface = await NewswireSurface.StartAsync(settings: [("WebPush:Enabled", "false")]);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            Assert.Equal(404, (await surface.SendWithAsync([], method, "/push/key")).Status);
        }

        Assert.Equal(404, (await surface.SendWithAsync([], HttpMethod.Post, "/push/subscriptions", Send.Json("{}"))).Status);
        Assert.Equal(404, (await surface.SendWithAsync([], HttpMethod.Delete, "/push/subscriptions", Send.Json("{}"))).Status);
        withoutPush = surface.Given;
    }

    /// <summary>GET and HEAD as the partner.</summary>
    private Task<Answer> TakeAsync(int status, string path, params (string Name, string Value)[] headers) =>
        BothAsync(status, path, [("Authorization", "Bearer " + partnerKey), .. headers]);
}
