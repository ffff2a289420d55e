using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>Who gets in at a partner's addresses, and what those learn who do not.</summary>
public sealed class PartnerDoorTests : SurfaceTests
{
    [Fact]
    public async Task A_partner_reads_what_it_may_have_and_nothing_of_the_newsrooms_notes_and_its_other_keys()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.Partners.DefineAsync(
            [new Partner
            {
                Name = "planet", Title = "Daily Planet", Contact = "desk@planet.example", Feeds = ["latest", "topics/transport"],
                Profile = PartnerProfile.Msn, Quota = new PartnerQuota(5, 50), EarlyAccess = TimeSpan.FromHours(1),
            }],
            CancellationToken.None);
        var expires = Surface.Time.GetUtcNow().AddDays(30);
        var used = await CreateAsync("planet", expires);
        var other = await CreateAsync("planet");

        var answer = await AskAsync("planet", used.Secret);

        Assert.Equal(200, answer.Status);
        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal(
            $$$"""
            {"name":"planet","title":"Daily Planet","feeds":[{"name":"latest","addresses":{"rss":"https://syndication.example/partners/planet/feeds/latest.rss","atom":"https://syndication.example/partners/planet/feeds/latest.atom","json":"https://syndication.example/partners/planet/feeds/latest.json","ninjs":"https://syndication.example/partners/planet/feeds/latest.ninjs"}},{"name":"topics/transport","addresses":{"rss":"https://syndication.example/partners/planet/feeds/topics/transport.rss","atom":"https://syndication.example/partners/planet/feeds/topics/transport.atom","json":"https://syndication.example/partners/planet/feeds/topics/transport.json","ninjs":"https://syndication.example/partners/planet/feeds/topics/transport.ninjs"}}],"changes":"https://syndication.example/partners/planet/changes","profile":"msn","quota":{"perHour":5,"perDay":50},"key":{"id":"{{{used.Key.Id}}}","expires":"{{{expires:yyyy-MM-ddTHH:mm:ss}}}+00:00"}}
            """,
            answer.Text);
        Assert.DoesNotContain(other.Key.Id, answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await AskAsync("planet", other.Secret)).Status);
    }

    [Fact]
    public async Task A_feed_renamed_since_is_shown_by_its_present_name_and_one_given_up_not_at_all()
    {
        await DefineAsync("""{"formerNames": []}""", "old", "gone", "stays");
        await Surface.Partners.DefineAsync([Partner("planet") with { Feeds = ["old", "gone", "stays"] }], CancellationToken.None);
        await DefineAsync("""{"formerNames": ["old"]}""", "new");
        await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/gone", headers: [("Prefer", "wait=10")]);
        Surface.Time.Advance(TimeSpan.FromSeconds(1));

        var answer = await AskAsync("planet", (await CreateAsync("planet")).Secret);

        Assert.Equal(["new", "stays"], answer.Json.GetProperty("feeds").EnumerateArray().Select(feed => feed.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_the_content()
    {
        await Surface.Partners.DefineAsync([Partner("planet")], CancellationToken.None);
        var key = await CreateAsync("planet");

        foreach (var secret in (string[])[key.Secret, "nws_wrong"])
        {
            var get = await AskAsync("planet", secret);
            var head = await Surface.SendWithAsync([("Authorization", "Bearer " + secret)], HttpMethod.Head, "/partners/planet");

            Assert.Equal(get.Status, head.Status);
            Assert.Equal(Headers(get), Headers(head));
            Assert.Empty(head.Bytes);
        }
    }

    [Theory]
    [InlineData("planet")]
    [InlineData("nobody")]
    public async Task Without_a_key_the_answer_is_401_whether_there_is_such_a_partner_or_not(string partner)
    {
        await Surface.Partners.DefineAsync([Partner("planet")], CancellationToken.None);

        var answer = await Surface.GetAsync("/partners/" + partner);

        Assert.Equal(401, answer.Status);
        Assert.Equal("Bearer realm=\"partner\"", answer["WWW-Authenticate"]);
        Assert.DoesNotContain(partner, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_key_the_answer_is_the_same_to_the_byte()
    {
        await Surface.Partners.DefineAsync([Partner("planet"), Partner("gazette")], CancellationToken.None);
        var good = await CreateAsync("planet");
        var others = await CreateAsync("gazette");
        var revoked = await CreateAsync("planet");
        await Surface.Partners.RevokeKeyAsync("planet", revoked.Key.Id, CancellationToken.None);
        var expired = await CreateAsync("planet", Surface.Time.GetUtcNow().AddHours(1));
        Surface.Time.Advance(TimeSpan.FromHours(1));

        Answer[] answers =
        [
            await AskAsync("planet", "nws_wrong"),
            await AskAsync("planet", new string('x', 5_000)),
            await AskAsync("planet", others.Secret),
            await AskAsync("planet", revoked.Secret),
            await AskAsync("planet", expired.Secret),
            await AskAsync("planet", Surface.Key),
            await AskAsync("nobody", good.Secret),
            await AskAsync("nobody", "nws_wrong"),
            await AskAsync("PLANET", good.Secret),
            await AskAsync("planet%2F", good.Secret),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal(403, answer.Status);
            Assert.Equal(answers[0].Text, answer.Text);
            Assert.Equal(Headers(answers[0]), Headers(answer));
        });
        Assert.DoesNotContain("planet", answers[0].Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await AskAsync("planet", good.Secret)).Status);
    }

    [Fact]
    public async Task A_partners_key_opens_nothing_of_the_newsrooms()
    {
        await Surface.Partners.DefineAsync([Partner("planet")], CancellationToken.None);
        var key = await CreateAsync("planet");

        foreach (var path in (string[])["/api/partners", "/api/partners/planet", "/api/feeds", "/api/articles/harbour-bridge"])
        {
            Assert.Equal(403, (await Surface.GetAsync(path, ("Authorization", "Bearer " + key.Secret))).Status);
        }
    }

    [Fact]
    public async Task Wrong_keys_cost_one_storage_read_together_whoever_they_are_for()
    {
        await Surface.Partners.DefineAsync([Partner("planet"), Partner("gazette")], CancellationToken.None);
        var others = await CreateAsync("gazette");
        var operations = await Surface.OperationsOfAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await AskAsync("planet", $"nws_{i}");
                await AskAsync($"nobody-{i}", $"nws_{i}");
                await AskAsync("planet", others.Secret);
            }

            await Surface.GetAsync("/partners/planet");
        });

        Assert.Equal(["read partners/partners.json"], operations);
    }

    [Fact]
    public async Task A_key_revoked_by_another_process_opens_nothing_within_five_seconds()
    {
        await Surface.Partners.DefineAsync([Partner("planet")], CancellationToken.None);
        var key = await CreateAsync("planet");
        Assert.Equal(200, (await AskAsync("planet", key.Secret)).Status);
        using var other = new PartnerRecords(Surface.Objects, Surface.Time);
        await other.RevokeKeyAsync("planet", key.Key.Id, CancellationToken.None);

        Surface.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(403, (await AskAsync("planet", key.Secret)).Status);
    }

    [Fact]
    public async Task A_key_revoked_through_the_api_opens_nothing_at_once()
    {
        await Surface.Partners.DefineAsync([Partner("planet")], CancellationToken.None);
        var key = await CreateAsync("planet");
        Assert.Equal(200, (await AskAsync("planet", key.Secret)).Status);

        await Surface.SendAsync(HttpMethod.Delete, $"/api/partners/planet/keys/{key.Key.Id}");

        Assert.Equal(403, (await AskAsync("planet", key.Secret)).Status);
    }

    [Fact]
    public async Task While_partners_cannot_be_read_nobody_is_let_in()
    {
        await Surface.Partners.DefineAsync([Partner("planet")], CancellationToken.None);
        var key = await CreateAsync("planet");
        Surface.Plan.Unanswered = operation => operation.StartsWith("read partners/", StringComparison.Ordinal);

        Assert.Equal(503, (await AskAsync("planet", key.Secret)).Status);
        Assert.Equal(503, (await AskAsync("nobody", "nws_wrong")).Status);
    }

    private static Partner Partner(string name) => new() { Name = name, Title = "The " + name, Feeds = ["latest"] };

    private static IEnumerable<string> Headers(Answer answer) =>
        answer.Headers.Where(header => header.Key is not ("Date" or "RateLimit")).Select(header => $"{header.Key}: {header.Value}");

    private Task<Answer> AskAsync(string partner, string key) =>
        Surface.GetAsync("/partners/" + partner, ("Authorization", "Bearer " + key));

    private async Task<KeyCreation.Created> CreateAsync(string partner, DateTimeOffset? expires = null) =>
        Assert.IsType<KeyCreation.Created>(await Surface.Partners.CreateKeyAsync(partner, name: null, expires, CancellationToken.None));

    private async Task DefineAsync(string definition, params string[] feeds)
    {
        foreach (var feed in feeds)
        {
            Assert.Equal(200, (await Surface.SendAsync(HttpMethod.Put, "/api/feeds/" + feed, Send.Json(definition), ("Prefer", "wait=10"))).Status);
        }
    }
}
