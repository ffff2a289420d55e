using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Connectors;

/// <summary>The side of the CMS: what it tells becomes an article, in whatever order it comes; what is not signed is refused.</summary>
public sealed class ConnectorEventTests : SurfaceTests
{
    private const string Secret = "a secret of the newsroom";
    private const string GhostId = "ghost-" + CmsEvents.PostId;

    private static readonly (string Name, string Value)[] Wait = [("Prefer", "wait=10")];

    [Fact]
    public async Task A_post_that_Ghost_publishes_is_an_article()
    {
        await MakeAsync("ghost");

        var answer = await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost(), new JsonObject { ["status"] = "draft" }));

        Assert.Equal((200, GhostId), (answer.Status, answer.Json.GetProperty("id").GetString()));
        var view = (await ViewAsync(GhostId)).Json;
        Assert.Equal(Send.Headline, view.GetProperty("headline").GetString());
        Assert.Equal($"<p>{Send.BodyWords}.</p>", view.GetProperty("body").GetString());
        Assert.Equal("https://courier.example/harbour-bridge/", view.GetProperty("url").GetString());
        Assert.Equal("https://courier.example/author/ada/", view.GetProperty("authors")[0].GetProperty("url").GetString());
        Assert.Equal("Transport", Assert.Single(view.GetProperty("topics").EnumerateArray()).GetString());
        Assert.Equal(DateTimeOffset.Parse("2026-03-05T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(), view.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task An_event_that_comes_late_changes_nothing()
    {
        await MakeAsync("ghost");
        await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost("2026-03-05T08:30:00.000Z", more: ("title", "Newer"))));

        await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost("2026-03-05T08:00:00.000Z", more: ("title", "Older"))));

        Assert.Equal("Newer", (await ViewAsync(GhostId)).Json.GetProperty("headline").GetString());
    }

    [Fact]
    public async Task A_post_that_Ghost_unpublishes_or_deletes_is_withdrawn_in_any_order()
    {
        await MakeAsync("ghost");
        var published = CmsEvents.Ghost(CmsEvents.GhostPost("2026-03-05T08:00:00.000Z"));
        var unpublished = CmsEvents.Ghost(CmsEvents.GhostPost("2026-03-05T08:10:00.000Z", "draft"), new JsonObject { ["status"] = "published" });

        await GhostAsync(unpublished);
        await GhostAsync(published);

        // Nobody has ever seen it, so it is not even gone.
        Assert.Equal(404, (await ViewAsync(GhostId)).Status);

        await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost("2026-03-05T08:20:00.000Z")));
        Assert.Equal(200, (await ViewAsync(GhostId)).Status);

        await GhostAsync(CmsEvents.Ghost(current: null, CmsEvents.GhostPost("2026-03-05T08:20:00.000Z")));
        Assert.Equal(410, (await ViewAsync(GhostId)).Status);
    }

    [Fact]
    public async Task A_post_that_becomes_one_for_members_is_withdrawn()
    {
        await MakeAsync("ghost");
        await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost()));

        await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost("2026-03-05T08:10:00.000Z", more: ("visibility", "paid"))));

        Assert.Equal(410, (await ViewAsync(GhostId)).Status);
    }

    [Theory]
    [InlineData("""{"post":{"current":{"id":"65f0000000000000000000a1","status":"draft","updated_at":"2026-03-05T08:00:00.000Z"},"previous":{"title":"x"}}}""")]
    [InlineData("""{"post":{"current":{},"previous":{"id":"65f0000000000000000000a1","status":"draft"}}}""")]
    [InlineData("""{"page":{"current":{"id":"65f0000000000000000000a1"},"previous":{}}}""")]
    [InlineData("""{"post":7}""")]
    [InlineData("[]")]
    public async Task What_needs_nothing_done_is_answered_so_and_changes_nothing(string told)
    {
        await MakeAsync("ghost");

        var answer = await GhostAsync(told);

        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Json.GetProperty("leftOut").GetString()!);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task What_is_wrong_with_a_post_is_named_by_its_pointer()
    {
        await MakeAsync("ghost");

        var answer = await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost(more: ("url", "ftp://courier.example/"))));

        Assert.Equal((422, "application/problem+json"), (answer.Status, answer["Content-Type"]));
        Assert.Equal(["/url"], answer.Pointers);
    }

    [Fact]
    public async Task A_post_that_WordPress_publishes_is_an_article_with_the_names_that_the_newsroom_gave()
    {
        await MakeAsync("wordpress");

        var answer = await WordPressAsync(CmsEvents.WordPress());

        Assert.Equal(200, answer.Status);
        var view = (await ViewAsync(answer.Json.GetProperty("id").GetString()!)).Json;
        Assert.Equal(Send.Headline, view.GetProperty("headline").GetString());
        Assert.Equal($"<p>{Send.BodyWords}.</p>", view.GetProperty("body").GetString());
        Assert.Equal("Ines Rocha", view.GetProperty("authors")[0].GetProperty("name").GetString());
        Assert.Equal(["Transport", "Home news"], view.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()));
        Assert.Equal("Transport", view.GetProperty("section").GetString());
    }

    [Theory]
    [InlineData("trash", "publish", "", null)]
    [InlineData("draft", "publish", "", null)]
    [InlineData("private", null, "", null)]
    [InlineData("publish", "publish", "letmein", null)]
    [InlineData("publish", null, "", "post_delete")]
    public async Task A_post_that_WordPress_takes_away_is_withdrawn(string status, string? before, string password, string? trigger)
    {
        await MakeAsync("wordpress");
        var id = (await WordPressAsync(CmsEvents.WordPress("2026-03-05 08:00:00"))).Json.GetProperty("id").GetString()!;

        await WordPressAsync(CmsEvents.WordPress("2026-03-05 08:10:00", status, before, password: password), trigger);

        Assert.Equal(410, (await ViewAsync(id)).Status);
    }

    [Theory]
    [InlineData("draft", "draft", "post")]
    [InlineData("auto-draft", null, "post")]
    [InlineData("publish", "publish", "page")]
    [InlineData("trash", "publish", "attachment")]
    public async Task Drafts_and_what_is_no_post_change_nothing(string status, string? before, string type)
    {
        await MakeAsync("wordpress");

        var answer = await WordPressAsync(CmsEvents.WordPress(status: status, before: before, type: type));

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.TryGetProperty("leftOut", out _));
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task What_is_replayed_changes_nothing()
    {
        await MakeAsync("wordpress");
        var id = (await WordPressAsync(CmsEvents.WordPress("2026-03-05 08:00:00"))).Json.GetProperty("id").GetString()!;
        await WordPressAsync(CmsEvents.WordPress("2026-03-05 08:10:00", "trash", "publish"));

        await WordPressAsync(CmsEvents.WordPress("2026-03-05 08:00:00"));

        Assert.Equal(410, (await ViewAsync(id)).Status);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_refusal_is_the_same_and_nothing_changes()
    {
        await MakeAsync("ghost");
        var body = CmsEvents.Ghost(CmsEvents.GhostPost()).ToJsonString();
        var good = CmsEvents.GhostSignature(body, Secret, NewswireSurface.Now);

        Answer[] refusals =
        [
            await PostAsync("blog", body),
            await PostAsync("blog", body, CmsEvents.GhostSignature(body, "another secret of nobody", NewswireSurface.Now)),
            await PostAsync("blog", body + " ", good),
            await PostAsync("blog", body, CmsEvents.GhostSignature(body, Secret, NewswireSurface.Now.AddMinutes(-6))),
            await PostAsync("blog", body, CmsEvents.GhostSignature(body, Secret, NewswireSurface.Now.AddMinutes(6))),
            await PostAsync("blog", body, CmsEvents.WordPressSignature(body, Secret)),
            await PostAsync("blog", body, good, good),
            await PostAsync("nobody", body, good),
            await PostAsync("nobody", body, CmsEvents.WordPressSignature(body, "none")),
        ];

        Assert.All(refusals, refusal => Assert.Equal((403, refusals[0].Text), (refusal.Status, refusal.Text)));
        Assert.Equal(0, Surface.CatalogLengthBytes);
        Assert.Equal(202, (await PostAsync("blog", body, good)).Status);
    }

    [Fact]
    public async Task A_stranger_who_posts_all_the_time_costs_no_storage_operation()
    {
        await MakeAsync("ghost");
        await PostAsync("nobody", "{}", ("X-Ghost-Signature", "sha256=00, t=1"));
        var before = Surface.Plan.Operations.Count;

        for (var i = 0; i < 20; i++)
        {
            await PostAsync("nobody", "{}", ("X-Ghost-Signature", "sha256=00, t=1"));
            await PostAsync("blog", "{}", ("X-WP-Webhook-Signature", "x"));
        }

        Assert.Equal(before, Surface.Plan.Operations.Count);
    }

    [Fact]
    public async Task When_storage_is_away_the_answer_says_so()
    {
        await MakeAsync("ghost");
        Surface.Plan.Unanswered = operation => operation.StartsWith("append", StringComparison.Ordinal);

        Assert.Equal(503, (await GhostAsync(CmsEvents.Ghost(CmsEvents.GhostPost()))).Status);
    }

    [Fact]
    public async Task What_is_no_JSON_is_refused_although_it_is_signed()
    {
        await MakeAsync("ghost");

        Assert.Equal(400, (await GhostAsync("{")).Status);
    }

    [Fact]
    public async Task What_is_too_large_or_no_JSON_by_its_name_is_not_read()
    {
        await MakeAsync("ghost");
        var signature = CmsEvents.GhostSignature("{}", Secret, NewswireSurface.Now);

        Assert.Equal(413, (await PostAsync("blog", new string(' ', (8 * 1024 * 1024) + 1), signature)).Status);
        Assert.Equal(415, (await Surface.SendWithAsync([signature], HttpMethod.Post, "/api/connectors/blog/events", Send.Html("{}"))).Status);
    }

    private async Task MakeAsync(string kind)
    {
        var wish = new JsonObject
        {
            ["kind"] = kind,
            ["secret"] = Secret,
            ["authors"] = new JsonArray(new JsonObject { ["id"] = "2", ["name"] = "Ines Rocha" }),
        };
        Assert.Equal(201, (await Surface.SendAsync(HttpMethod.Put, "/api/connectors/blog", Send.Json(wish))).Status);
    }

    private Task<Answer> ViewAsync(string id) => Surface.SendAsync(HttpMethod.Get, "/api/articles/" + id);

    private Task<Answer> GhostAsync(JsonObject told) => GhostAsync(told.ToJsonString());

    private Task<Answer> GhostAsync(string body) =>
        PostAsync("blog", body, [CmsEvents.GhostSignature(body, Secret, NewswireSurface.Now), .. Wait]);

    private Task<Answer> WordPressAsync(JsonObject told, string? trigger = null)
    {
        var body = told.ToJsonString();
        return PostAsync("blog", body, [CmsEvents.WordPressSignature(body, Secret), .. Wait, .. trigger is null ? [] : new[] { ("X-WP-Webhook-Name", trigger) }]);
    }

    private Task<Answer> PostAsync(string connector, string body, params IEnumerable<(string Name, string Value)> headers) =>
        Surface.SendWithAsync(headers, HttpMethod.Post, $"/api/connectors/{connector}/events", Send.Json(body));
}
