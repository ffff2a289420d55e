using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>Partners as the newsroom keeps them.</summary>
public sealed class PartnersTests : SurfaceTests
{
    private const string Full =
        """
        {
          "name": "daily-planet", "title": "Daily <b>Planet</b>", "contact": "Lois Lane, desk@planet.example", "feeds": ["latest", "topics/transport"],
          "profile": "smartnews", "quota": {"perHour": 100, "perDay": 1000}, "earlyAccessMinutes": 90
        }
        """;

    [Fact]
    public async Task A_partner_is_made_shown_replaced_listed_and_removed()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var made = await PutAsync("daily-planet", Full);
        Assert.Equal(201, made.Status);
        Assert.Equal("/api/partners/daily-planet", made["Location"]);

        var shown = await GetAsync("daily-planet");
        Assert.Equal(200, shown.Status);
        var expected = JsonNode.Parse(Full)!.AsObject();
        expected["title"] = "Daily Planet";
        expected["keys"] = new JsonArray();
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(shown.Text)), shown.Text);

        // What is shown can be edited and sent back.
        expected["title"] = "The Planet";
        var replaced = await PutAsync("daily-planet", expected.ToJsonString());
        Assert.Equal(200, replaced.Status);
        Assert.Equal("The Planet", replaced.Json.GetProperty("title").GetString());
        Assert.Equal("[\"/keys\"]", replaced.Json.GetProperty("ignored").GetRawText());

        Assert.Equal(201, (await PutAsync("a-gazette", """{"title": "Gazette"}""")).Status);
        var list = (await Surface.SendAsync(HttpMethod.Get, "/api/partners")).Json.GetProperty("partners");
        Assert.Equal(["a-gazette", "daily-planet"], list.EnumerateArray().Select(partner => partner.GetProperty("name").GetString()));

        var removed = await Surface.SendAsync(HttpMethod.Delete, "/api/partners/daily-planet");
        Assert.Equal(204, removed.Status);
        AssertRefused(await GetAsync("daily-planet"), 404, "unknown-partner");
        AssertRefused(await Surface.SendAsync(HttpMethod.Delete, "/api/partners/daily-planet"), 404, "unknown-partner");
    }

    [Fact]
    public async Task What_is_left_out_takes_its_default()
    {
        var partner = (await PutAsync("planet", """{"title": "Planet", "feeds": null, "quota": {"perDay": 5}}""")).Json;

        Assert.Equal("generic", partner.GetProperty("profile").GetString());
        Assert.Equal("""{"perHour":1000,"perDay":5}""", partner.GetProperty("quota").GetRawText());
        Assert.Equal(0, partner.GetProperty("feeds").GetArrayLength());
        Assert.False(partner.TryGetProperty("earlyAccessMinutes", out _));
        Assert.False(partner.TryGetProperty("contact", out _));
    }

    [Fact]
    public async Task Every_fault_is_named_in_one_answer()
    {
        var answer = await PutAsync("planet",
            $$"""
            {
              "name": "other", "title": "{{new string('x', 251)}}", "contact": "{{new string('x', 251)}}", "feeds": ["latest", "Not Good", "latest", ""],
              "profile": "MSN", "quota": {"perHour": 0, "perDay": 10000001}, "earlyAccessMinutes": 10081
            }
            """);

        AssertRefused(answer, 422, "invalid");
        Assert.Equal(
            ["/contact", "/earlyAccessMinutes", "/feeds/1", "/feeds/2", "/feeds/3", "/name", "/profile", "/quota/perDay", "/quota/perHour", "/title"],
            answer.Pointers.Order(StringComparer.Ordinal));
        Assert.Contains("partner", answer.Json.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Surface.Stored().Keys, place => place.StartsWith("partners/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_member_of_a_wrong_type_is_named_in_one_answer()
    {
        var answer = await PutAsync("planet",
            """{"title": 1, "contact": [], "feeds": [7], "profile": true, "quota": {"perHour": "1", "perDay": 1.5}, "earlyAccessMinutes": {}}""");

        AssertRefused(answer, 400, "wrong-type");
        Assert.Equal(
            ["/contact", "/earlyAccessMinutes", "/feeds/0", "/profile", "/quota/perDay", "/quota/perHour", "/title"],
            answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}", 422, "invalid")]
    [InlineData("[]", 400, "wrong-type")]
    [InlineData("{", 400, "malformed")]
    [InlineData("""{"title": "a", "title": "b"}""", 400, "malformed")]
    public async Task What_is_no_record_is_refused(string json, int status, string kind) =>
        AssertRefused(await PutAsync("planet", json), status, kind);

    [Theory]
    [InlineData("Planet")]
    [InlineData("daily--planet")]
    [InlineData("daily%2Fplanet")]
    [InlineData("a.b")]
    public async Task A_name_that_no_partner_can_have_is_422(string name)
    {
        var answer = await PutAsync(name, """{"title": "Planet"}""");

        AssertRefused(answer, 422, "invalid");
        Assert.Equal(["/name"], answer.Pointers);
    }

    [Fact]
    public async Task A_feed_that_is_not_there_is_refused_where_it_stands()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.SendAsync(HttpMethod.Put, "/api/feeds/old", Send.Json("{}"), ("Prefer", "wait=10"));
        await Surface.SendAsync(HttpMethod.Put, "/api/feeds/new", Send.Json("""{"formerNames": ["old"]}"""), ("Prefer", "wait=10"));
        await Surface.SendAsync(HttpMethod.Put, "/api/feeds/gone", Send.Json("{}"), ("Prefer", "wait=10"));
        await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/gone", headers: [("Prefer", "wait=10")]);

        var answer = await PutAsync("planet", """{"title": "Planet", "feeds": ["latest", "nowhere", "topics/uk-news", "old", "new", "gone"]}""");

        AssertRefused(answer, 422, "invalid");
        Assert.Equal(["/feeds/1", "/feeds/3", "/feeds/5"], answer.Pointers);
        Assert.Contains("'new'", answer.Json.GetProperty("errors")[1].GetProperty("detail").GetString(), StringComparison.Ordinal);
        AssertRefused(await GetAsync("planet"), 404, "unknown-partner");
    }

    [Fact]
    public async Task There_are_no_more_feeds_and_partners_than_there_may_be()
    {
        var feeds = new JsonArray([.. Enumerable.Range(0, PartnerLimits.MaxFeeds + 1).Select(i => JsonValue.Create($"feed-{i}"))]);
        var answer = await PutAsync("planet", new JsonObject { ["title"] = "Planet", ["feeds"] = feeds }.ToJsonString());
        AssertRefused(answer, 422, "invalid");
        Assert.Equal(["/feeds"], answer.Pointers);

        await Surface.Partners.DefineAsync(
            [.. Enumerable.Range(0, PartnerLimits.MaxPartners).Select(i => new Partner { Name = $"p-{i}", Title = "P" })], CancellationToken.None);
        answer = await PutAsync("one-more", """{"title": "Planet"}""");
        AssertRefused(answer, 422, "invalid");
        Assert.Equal([""], answer.Pointers);
    }

    [Fact]
    public async Task A_record_too_large_is_413()
    {
        var answer = await PutAsync("planet", $$"""{"title": "{{new string('x', PartnerLimits.MaxRecordBytes)}}"}""");

        AssertRefused(answer, 413, "too-large");
    }

    [Fact]
    public async Task A_key_is_shown_once_and_then_only_what_it_is_worth()
    {
        await PutAsync("planet", """{"title": "Planet"}""");
        var expires = Surface.Time.GetUtcNow().AddHours(1);

        var made = await PostKeyAsync("planet", $$"""{"name": "their <i>CMS</i>", "expires": "{{expires:O}}", "x": 1}""");

        Assert.Equal(201, made.Status);
        Assert.Equal("no-store", made["Cache-Control"]);
        var secret = made.Json.GetProperty("secret").GetString()!;
        var id = made.Json.GetProperty("key").GetProperty("id").GetString()!;
        Assert.Equal($"/api/partners/planet/keys/{id}", made["Location"]);
        Assert.Equal("[\"/x\"]", made.Json.GetProperty("ignored").GetRawText());
        var key = await OnlyKeyAsync("planet");
        Assert.Equal(
            (id, "their CMS", "good", expires),
            (key.GetProperty("id").GetString(), key.GetProperty("name").GetString(), key.GetProperty("state").GetString(), key.GetProperty("expires").GetDateTimeOffset()));
        var list = await Surface.SendAsync(HttpMethod.Get, "/api/partners");
        Assert.DoesNotContain(secret[4..], list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", list.Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(Surface.Stored().Values, stored => Assert.DoesNotContain(secret[4..], stored, StringComparison.Ordinal));

        Surface.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("expired", (await OnlyKeyAsync("planet")).GetProperty("state").GetString());

        Assert.Equal(204, (await DeleteKeyAsync("planet", id)).Status);
        Assert.Equal(204, (await DeleteKeyAsync("planet", id)).Status);
        Assert.Equal("revoked", (await OnlyKeyAsync("planet")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("""{"expires": "tomorrow"}""", "/expires", 422)]
    [InlineData("""{"expires": "2020-01-01T00:00:00Z"}""", "/expires", 422)]
    [InlineData("""{"expires": "2099-01-01T00:00:00Z"}""", "/expires", 422)]
    [InlineData("""{"expires": "2026-12-01"}""", "/expires", 422)]
    [InlineData("""{"expires": 7, "name": 7}""", "/name /expires", 400)]
    [InlineData("[]", "", 400)]
    public async Task A_wish_for_a_key_that_cannot_be_had_is_refused_by_member(string json, string pointers, int status)
    {
        await PutAsync("planet", """{"title": "Planet"}""");

        var answer = await PostKeyAsync("planet", json);

        Assert.Equal(status, answer.Status);
        Assert.Equal(pointers, string.Join(' ', answer.Pointers));
        Assert.Equal(0, (await GetAsync("planet")).Json.GetProperty("keys").GetArrayLength());
    }

    [Fact]
    public async Task Keys_and_partners_that_are_not_there_are_404_and_one_key_too_many_is_409()
    {
        await PutAsync("planet", """{"title": "Planet"}""");
        AssertRefused(await PostKeyAsync("nobody", "{}"), 404, "unknown-partner");
        AssertRefused(await DeleteKeyAsync("nobody", "00000000"), 404, "unknown-partner");
        AssertRefused(await DeleteKeyAsync("planet", "00000000"), 404, "unknown-key");

        for (var i = 0; i < PartnerLimits.MaxKeys; i++)
        {
            Assert.Equal(201, (await PostKeyAsync("planet", "{}")).Status);
        }

        AssertRefused(await PostKeyAsync("planet", "{}"), 409, "too-many-keys");
    }

    private static void AssertRefused(Answer answer, int status, string kind)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal("urn:newswire:problem:" + kind, answer.Json.GetProperty("type").GetString());
    }

    private Task<Answer> GetAsync(string partner) => Surface.SendAsync(HttpMethod.Get, "/api/partners/" + partner);

    private Task<Answer> PutAsync(string partner, string json) =>
        Surface.SendAsync(HttpMethod.Put, "/api/partners/" + partner, Send.Json(json));

    private Task<Answer> PostKeyAsync(string partner, string json) =>
        Surface.SendAsync(HttpMethod.Post, $"/api/partners/{partner}/keys", Send.Json(json));

    private Task<Answer> DeleteKeyAsync(string partner, string id) =>
        Surface.SendAsync(HttpMethod.Delete, $"/api/partners/{partner}/keys/{id}");

    private async Task<JsonElement> OnlyKeyAsync(string partner) =>
        Assert.Single((await GetAsync(partner)).Json.GetProperty("keys").EnumerateArray());
}
