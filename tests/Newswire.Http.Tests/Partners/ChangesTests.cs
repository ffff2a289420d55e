using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>The change stream as a partner's program meets it.</summary>
public sealed class ChangesTests : SurfaceTests
{
    [Fact]
    public async Task Everything_that_happens_to_an_article_is_told_in_order_with_the_article_as_it_is()
    {
        var planet = await PartnerAsync("planet", ["topics/transport"]);
        await Surface.PutAsync("bridge", wait: true);
        var first = await FollowAsync(planet);

        Assert.Equal(["publish bridge usable"], Told(first));
        Assert.Equal("no-store", first["Cache-Control"]);
        Assert.Equal("application/json; charset=utf-8", first["Content-Type"]);
        Assert.Equal($"<https://syndication.example/partners/planet/changes?after={Next(first)}>; rel=\"next\"", first["Link"]);
        Assert.False(first.Json.GetProperty("hasMore").GetBoolean());

        await Surface.PutAsync("bridge", Send.Article(version: 2, more: [("body", "<p>Another.</p>")]), wait: true);
        await Surface.PutAsync("ferry", Send.Article(), wait: true);
        var second = await FollowAsync(planet, Next(first));
        Assert.Equal(["update bridge usable", "publish ferry usable"], Told(second));

        await Surface.PutAsync("bridge", Send.Article(version: 3, more: [("correction", "It opened on Tuesday.")]), wait: true);
        var third = await FollowAsync(planet, Next(second));
        Assert.Equal(["correct bridge usable"], Told(third));
        Assert.Equal("It opened on Tuesday.", third.Json.GetProperty("changes")[0].GetProperty("item").GetProperty("edNote").GetString());

        await Surface.DeleteAsync("bridge", wait: true);
        await Surface.PutAsync("ferry", Send.Article(version: 2, more: [("topics", new JsonArray("Weather"))]), wait: true);
        var fourth = await FollowAsync(planet, Next(third));
        Assert.Equal(["withdraw bridge canceled", "remove ferry canceled"], Told(fourth));

        // Whoever begins now is told once what is left of all that.
        Assert.Equal(["withdraw bridge canceled", "remove ferry canceled"], Told(await FollowAsync(planet)));
        Assert.Empty(Told(await FollowAsync(planet, Next(fourth))));
        Assert.Empty(Told(await FollowAsync(planet, "now")));
    }

    [Fact]
    public async Task A_partner_takes_as_many_at_once_as_it_likes_and_goes_on_where_it_was()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        foreach (var id in (string[])["a", "b", "c"])
        {
            await Surface.PutAsync(id, wait: true);
        }

        List<string> told = [];
        string? cursor = null;
        for (var hasMore = true; hasMore;)
        {
            var answer = await FollowAsync(planet, cursor, "&limit=2");
            Assert.InRange(Told(answer).Count, 1, 2);
            told.AddRange(Told(answer));
            (cursor, hasMore) = (Next(answer), answer.Json.GetProperty("hasMore").GetBoolean());
        }

        Assert.Equal(["publish a usable", "publish b usable", "publish c usable"], told);
    }

    [Fact]
    public async Task An_article_that_expires_is_told_when_its_time_is_over()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        await Surface.PutAsync("brief", Send.Article(more: [("expires", "2026-03-05T10:00:00Z")]), wait: true);
        var before = await FollowAsync(planet);
        await Surface.LiveAsync(TimeSpan.FromHours(1.1));

        Assert.Equal(["publish brief usable"], Told(before));
        Assert.Equal(["expire brief canceled"], Told(await FollowAsync(planet, Next(before))));
    }

    [Fact]
    public async Task An_embargoed_article_reaches_only_who_has_early_access_and_not_before_that_begins()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        var early = await PartnerAsync("early", ["latest"], earlyAccessMinutes: 60);
        await Surface.PutAsync("secret", Send.Article(more: [("embargo", "2026-03-05T12:00:00Z")]), wait: true);
        var (first, mine) = (await FollowAsync(planet), await FollowAsync(early));

        Assert.Empty(Told(first));
        Assert.Empty(Told(mine));

        await Surface.LiveAsync(TimeSpan.FromHours(2.5));
        (first, mine) = (await FollowAsync(planet, Next(first)), await FollowAsync(early, Next(mine)));
        Assert.Empty(Told(first));
        Assert.Equal(["publish secret withheld"], Told(mine));

        await Surface.LiveAsync(TimeSpan.FromHours(1));
        Assert.Equal(["publish secret usable"], Told(await FollowAsync(planet, Next(first))));
        Assert.Equal(["publish secret usable"], Told(await FollowAsync(early, Next(mine))));
    }

    [Fact]
    public async Task What_was_given_under_embargo_and_is_taken_back_is_canceled()
    {
        var early = await PartnerAsync("early", ["latest"], earlyAccessMinutes: 600);
        await Surface.PutAsync("secret", Send.Article(more: [("embargo", "2026-03-05T12:00:00Z")]));
        await Surface.SweepAsync();
        var given = await FollowAsync(early);
        await Surface.DeleteAsync("secret", wait: true);

        Assert.Equal(["publish secret withheld"], Told(given));
        Assert.Equal(["withdraw secret canceled"], Told(await FollowAsync(early, Next(given))));
    }

    [Fact]
    public async Task A_contract_that_changes_brings_what_it_gives_and_takes_what_it_takes()
    {
        var planet = await PartnerAsync("planet", ["topics/transport"]);
        await Surface.PutAsync("bridge", wait: true);
        await Surface.PutAsync("rain", Send.Article(more: [("topics", new JsonArray("Weather"))]), wait: true);
        var first = await FollowAsync(planet);
        Assert.Equal(["publish bridge usable"], Told(first));

        await RecordAsync("planet", ["topics/weather"]);

        Assert.Equal(["publish rain usable", "remove bridge canceled"], Told(await FollowAsync(planet, Next(first))).Order());
        Assert.Equal(["publish rain usable", "remove bridge canceled"], Told(await FollowAsync(planet)).Order());
    }

    [Fact]
    public async Task A_feed_taken_away_is_closed_at_once_even_before_a_pass_has_come()
    {
        var planet = await PartnerAsync("planet", ["topics/transport"]);
        await Surface.PutAsync("bridge", wait: true);
        await RecordAsync("planet", ["topics/uk-news-only"], sweep: false, define: "topics/uk-news-only");

        var answer = await FollowAsync(planet);

        Assert.Equal(["remove bridge canceled"], Told(answer));
        Assert.DoesNotContain(Send.BodyWords, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("after=yesterday")]
    [InlineData("after=1-2-3-4")]
    [InlineData("after=8de7a95957e7e80-3-8de7a9df742e680-00000000")]
    [InlineData("after=%00%ff")]
    public async Task A_cursor_from_nowhere_is_refused_with_the_way_to_start_over(string query)
    {
        var planet = await PartnerAsync("planet", ["latest"]);

        var answer = await AskAsync(planet, "?" + query);

        Assert.Equal(400, answer.Status);
        Assert.Equal("urn:newswire:problem:unknown-cursor", answer.Json.GetProperty("type").GetString());
        Assert.Contains("To start over, leave 'after' out", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_partners_cursor_and_one_that_was_changed_are_refused()
    {
        var (planet, gazette) = (await PartnerAsync("planet", ["latest"]), await PartnerAsync("gazette", ["latest"]));
        await Surface.PutAsync("bridge", wait: true);
        var cursor = Next(await FollowAsync(planet));

        Assert.Equal(400, (await AskAsync(gazette, "?after=" + cursor)).Status);
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor[..i] + (cursor[i] == '1' ? '2' : '1') + cursor[(i + 1)..];
            Assert.Equal(400, (await AskAsync(planet, "?after=" + changed)).Status);
            Assert.Equal(400, (await AskAsync(planet, "?after=" + cursor[..i] + "x")).Status);
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("wait=61", "wait")]
    [InlineData("wait=-1", "wait")]
    [InlineData("after=now&after=now", "after")]
    public async Task What_is_asked_for_has_limits_and_they_are_named(string query, string parameter)
    {
        var planet = await PartnerAsync("planet", ["latest"]);

        var answer = await AskAsync(planet, "?" + query);

        Assert.Equal(400, answer.Status);
        Assert.Contains(parameter, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_is_answered_as_soon_as_there_is_something()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        var cursor = Next(await FollowAsync(planet, "now"));
        var waiting = AskAsync(planet, $"?after={cursor}&wait=60");
        await Surface.PutAsync("bridge", wait: true);

        await Surface.PassTimeUntilAsync(waiting);

        Assert.Equal(["publish bridge usable"], Told(await waiting));
    }

    [Fact]
    public async Task Who_waits_in_vain_gets_an_answer_without_changes_and_costs_a_read_a_second()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        var cursor = Next(await FollowAsync(planet, "now"));

        var operations = await Surface.OperationsOfAsync(async () =>
        {
            var waiting = AskAsync(planet, $"?after={cursor}&wait=20");
            await Surface.PassTimeUntilAsync(waiting);
            Assert.Empty(Told(await waiting));
            Assert.Equal(cursor, Next(await waiting));
        });

        Assert.InRange(operations.Count(operation => operation == "read projection/streams.json"), 1, 30);
        Assert.DoesNotContain(operations, operation => operation.StartsWith("read articles/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partner_has_a_few_requests_at_once_and_others_do_not_wait_for_it()
    {
        var (planet, gazette) = (await PartnerAsync("planet", ["latest"]), await PartnerAsync("gazette", ["latest"]));
        var cursor = Next(await FollowAsync(planet, "now"));
        var waiting = Enumerable.Range(0, 8).Select(_ => AskAsync(planet, $"?after={cursor}&wait=60")).ToList();

        // Some of them may still be on their way.
        Answer refused;
        do
        {
            refused = await AskAsync(planet);
        }
        while (refused.Status == 200);

        Assert.Equal(429, refused.Status);
        Assert.Equal("1", refused["Retry-After"]);
        Assert.Equal("urn:newswire:problem:too-many-open", refused.Json.GetProperty("type").GetString());
        Assert.Equal(200, (await AskAsync(gazette)).Status);

        await Surface.PassTimeUntilAsync(Task.WhenAll(waiting));
        Assert.Equal(200, (await AskAsync(planet)).Status);
    }

    [Fact]
    public async Task Going_on_costs_what_is_told_and_not_what_there_is()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        for (var i = 0; i < 40; i++)
        {
            await Surface.PutAsync($"old-{i}", wait: i == 39);
        }

        var cursor = Next(await FollowAsync(planet));
        await Surface.PutAsync("new", wait: true);

        var operations = await Surface.OperationsOfAsync(async () =>
            Assert.Equal(["publish new usable"], Told(await FollowAsync(planet, cursor))));

        Assert.Single(operations, operation => operation.StartsWith("read articles/", StringComparison.Ordinal));
        Assert.Single(operations, operation => operation.StartsWith("read projection/streams/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_whose_contract_did_not_reach_the_catalog_is_found_by_housekeeping()
    {
        await Surface.PutAsync("bridge", wait: true);

        // As a process leaves it that dies between the two.
        await Surface.Partners.DefineAsync([new Partner { Name = "planet", Title = "Planet", Feeds = ["latest"] }], CancellationToken.None);
        var key = await Surface.SendAsync(HttpMethod.Post, "/api/partners/planet/keys", Send.Json("{}"));
        var planet = new Client("planet", key.Json.GetProperty("secret").GetString()!);
        await Surface.SweepAsync();
        var early = await AskAsync(planet);
        Assert.Equal(503, early.Status);
        Assert.Equal("2", early["Retry-After"]);
        Assert.Equal("urn:newswire:problem:no-stream-yet", early.Json.GetProperty("type").GetString());

        await Surface.RunAsync(Schedules.Housekeeping);
        await Surface.SweepAsync();
        var length = Surface.CatalogLengthBytes;
        Assert.Equal(["publish bridge usable"], Told(await FollowAsync(planet)));

        // Once, and not each time.
        await Surface.RunAsync(Schedules.Housekeeping);
        Assert.Equal(length, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task A_partner_of_the_name_of_an_earlier_one_learns_nothing_of_what_that_had()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        await Surface.PutAsync("bridge", wait: true);
        await Surface.DeleteAsync("bridge", wait: true);
        var cursor = Next(await FollowAsync(planet));
        await Surface.SendAsync(HttpMethod.Delete, "/api/partners/planet");
        await Surface.SweepAsync();
        Assert.Equal(403, (await AskAsync(planet)).Status);

        var other = await PartnerAsync("planet", ["topics/weather"]);

        Assert.Empty(Told(await FollowAsync(other)));
        Assert.Empty(Told(await FollowAsync(other, cursor)));
        await Surface.PutAsync("rain", Send.Article(more: [("topics", new JsonArray("Weather"))]), wait: true);
        Assert.Equal(["publish rain usable"], Told(await FollowAsync(other)));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_key_nothing_is_told()
    {
        var planet = await PartnerAsync("planet", ["latest"]);
        var gazette = await PartnerAsync("gazette", ["latest"]);

        Assert.Equal(401, (await Surface.GetAsync("/partners/planet/changes")).Status);
        Assert.Equal(403, (await AskAsync(planet with { Key = gazette.Key })).Status);
        Assert.Equal(403, (await AskAsync(planet with { Key = "nws_wrong" })).Status);
    }

    private async Task<Client> PartnerAsync(string name, IReadOnlyList<string> feeds, int? earlyAccessMinutes = null)
    {
        foreach (var feed in feeds.Where(feed => feed != "latest"))
        {
            await Surface.SendAsync(HttpMethod.Put, "/api/feeds/" + feed, Send.Json("{}"), ("Prefer", "wait=10"));
        }

        await RecordAsync(name, feeds, earlyAccessMinutes);
        var key = await Surface.SendAsync(HttpMethod.Post, $"/api/partners/{name}/keys", Send.Json("{}"));
        return new Client(name, key.Json.GetProperty("secret").GetString()!);
    }

    private async Task RecordAsync(
        string name, IReadOnlyList<string> feeds, int? earlyAccessMinutes = null, bool sweep = true, string? define = null)
    {
        if (define is not null)
        {
            await Surface.SendAsync(HttpMethod.Put, "/api/feeds/" + define, Send.Json("{}"), ("Prefer", "wait=10"));
        }

        var record = new JsonObject
        {
            ["title"] = "The " + name,
            ["feeds"] = new JsonArray([.. feeds.Select(feed => JsonValue.Create(feed))]),
            ["earlyAccessMinutes"] = earlyAccessMinutes,
        };
        Assert.InRange((await Surface.SendAsync(HttpMethod.Put, "/api/partners/" + name, Send.Json(record))).Status, 200, 201);
        if (sweep)
        {
            await Surface.SweepAsync();
        }
    }

    /// <summary>Asks when nobody relies any more on what was read before.</summary>
    private async Task<Answer> FollowAsync(Client client, string? after = null, string more = "")
    {
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        var answer = await AskAsync(client, (after is null ? "?" : $"?after={after}") + more);
        Assert.Equal(200, answer.Status);
        return answer;
    }

    private Task<Answer> AskAsync(Client client, string query = "") =>
        Surface.GetAsync($"/partners/{client.Name}/changes{query}", ("Authorization", "Bearer " + client.Key));

    private static string Next(Answer answer) => answer.Json.GetProperty("next").GetString()!;

    private static IReadOnlyList<string> Told(Answer answer) =>
        [.. answer.Json.GetProperty("changes").EnumerateArray().Select(Describe)];

    private static string Describe(JsonElement change)
    {
        var item = change.GetProperty("item");
        return $"{change.GetProperty("change").GetString()} {item.GetProperty("uri").GetString()!.Split(':')[^1]} {item.GetProperty("pubStatus").GetString()}";
    }

    private sealed record Client(string Name, string Key);
}
