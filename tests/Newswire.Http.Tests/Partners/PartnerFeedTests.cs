using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>What a partner gets at the addresses of its feeds, and what it learns of those it may not read.</summary>
public sealed class PartnerFeedTests : SurfaceTests
{
    [Fact]
    public async Task A_partner_gets_a_feed_in_every_format_under_its_own_address()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");

        foreach (var (extension, type) in ((string, string)[])
        [
            ("rss", "application/rss+xml; charset=utf-8"),
            ("atom", "application/atom+xml; charset=utf-8"),
            ("json", "application/feed+json; charset=utf-8"),
            ("ninjs", "application/json; charset=utf-8"),
        ])
        {
            var answer = await AskAsync($"/partners/planet/feeds/latest.{extension}", key);

            Assert.Equal(200, answer.Status);
            Assert.Equal(type, answer["Content-Type"]);
            Assert.Contains($"https://syndication.example/partners/planet/feeds/latest.{extension}", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("https://syndication.example/feeds/latest", answer.Text, StringComparison.Ordinal);
            Assert.Contains("tag:news.example,2026:harbour-bridge", answer.Text, StringComparison.Ordinal);
            Assert.Contains(Send.BodyWords, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_answer_is_for_the_partner_alone_and_for_a_short_time()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");

        var answer = await AskAsync("/partners/planet/feeds/latest.rss", key);

        Assert.Equal("private, max-age=30, must-revalidate", answer["Cache-Control"]);
        Assert.Equal("Accept-Encoding, Authorization", answer["Vary"]);
        Assert.Null(answer["Link"]);
        Assert.Null(answer["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task Whoever_has_the_newest_gets_304_and_HEAD_answers_as_GET_does()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");
        var first = await AskAsync("/partners/planet/feeds/latest.rss", key);

        var byTag = await AskAsync("/partners/planet/feeds/latest.rss", key, ("If-None-Match", first["ETag"]!));
        var byDate = await AskAsync("/partners/planet/feeds/latest.rss", key, ("If-Modified-Since", first["Last-Modified"]!));
        var other = await AskAsync("/partners/planet/feeds/latest.rss", key, ("If-None-Match", "\"another\""));
        var head = await Surface.SendWithAsync([("Authorization", "Bearer " + key)], HttpMethod.Head, "/partners/planet/feeds/latest.rss");

        Assert.Equal((304, 304, 200), (byTag.Status, byDate.Status, other.Status));
        Assert.Equal(first["ETag"], byTag["ETag"]);
        Assert.Empty(byTag.Bytes);
        Assert.Equal(first.Bytes, other.Bytes);
        Assert.Equal(200, head.Status);
        Assert.Empty(head.Bytes);
        Assert.Equal(Headers(first), Headers(head));
    }

    [Fact]
    public async Task It_comes_in_the_coding_the_partner_likes_with_a_tag_of_its_own()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");

        var plain = await AskAsync("/partners/planet/feeds/latest.rss", key);
        var gzip = await AskAsync("/partners/planet/feeds/latest.rss", key, ("Accept-Encoding", "gzip"));

        Assert.Equal("gzip", gzip["Content-Encoding"]);
        Assert.Equal(plain["ETag"]!.Insert(plain["ETag"]!.Length - 1, "-gzip"), gzip["ETag"]);
        Assert.True(gzip.Bytes.Length < plain.Bytes.Length);
    }

    [Fact]
    public async Task An_edit_moves_the_tag_and_the_date_and_nothing_else_does()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");
        var first = await AskAsync("/partners/planet/feeds/latest.rss", key);
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        await Surface.PutAsync("harbour-bridge", wait: true);
        var same = await AskAsync("/partners/planet/feeds/latest.rss", key);
        await Surface.PutAsync("harbour-bridge", Send.Article(version: 2, more: ("headline", "Bridge shut again")), wait: true);

        var edited = await AskAsync("/partners/planet/feeds/latest.rss", key, ("If-Modified-Since", first["Last-Modified"]!));

        Assert.Equal((first["ETag"], first["Last-Modified"]), (same["ETag"], same["Last-Modified"]));
        Assert.Equal(200, edited.Status);
        Assert.NotEqual(first["ETag"], edited["ETag"]);
        Assert.True(DateOf(edited) > DateOf(first));
    }

    [Fact]
    public async Task A_version_with_the_same_words_and_another_expiry_reaches_the_partner_that_is_told_of_expiries()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");
        var first = await AskAsync("/partners/planet/feeds/latest.ninjs", key);
        Surface.Time.Advance(TimeSpan.FromMinutes(1));

        await Surface.PutAsync("harbour-bridge", Send.Article(version: 2, more: ("expires", "2026-03-06T00:00:00Z")), wait: true);
        var second = await AskAsync("/partners/planet/feeds/latest.ninjs", key, ("If-Modified-Since", first["Last-Modified"]!));

        Assert.Equal(200, second.Status);
        Assert.DoesNotContain("2026-03-06", first.Text, StringComparison.Ordinal);
        Assert.Contains("2026-03-06", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_with_other_profiles_get_other_documents_and_a_change_of_profile_changes_them_at_once()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var generic = await AddAsync("planet");
        var smart = await AddAsync("gazette", PartnerProfile.SmartNews);
        var before = await AskAsync("/partners/planet/feeds/latest.rss", generic);

        await Surface.Partners.DefineAsync([Partner("planet", PartnerProfile.SmartNews)], CancellationToken.None);
        var after = await AskAsync("/partners/planet/feeds/latest.rss", generic, ("If-Modified-Since", before["Last-Modified"]!));
        var others = await AskAsync("/partners/gazette/feeds/latest.rss", smart);

        Assert.Equal(200, after.Status);
        Assert.NotEqual(before.Text, after.Text);
        Assert.Equal(others.Text.Replace("gazette", "planet", StringComparison.Ordinal), after.Text);
    }

    [Fact]
    public async Task An_article_under_embargo_is_in_no_format_until_it_is_released_also_for_who_gets_it_early()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.PutAsync("secret", Send.Article(more: [("embargo", At(TimeSpan.FromMinutes(10))), ("headline", "The secret")]));
        await Surface.SweepAsync();
        var key = await AddAsync("planet", earlyAccess: TimeSpan.FromHours(1));

        foreach (var extension in (string[])["rss", "atom", "json", "ninjs"])
        {
            Assert.DoesNotContain("secret", (await AskAsync($"/partners/planet/feeds/latest.{extension}", key)).Text, StringComparison.Ordinal);
        }

        await Surface.LiveAsync(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(5));
        Assert.Contains("The secret", (await AskAsync("/partners/planet/feeds/latest.rss", key)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_withdrawn_between_two_requests_is_told_of_as_gone()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.PutAsync("other", Send.Article(more: ("headline", "Another story")), wait: true);
        var key = await AddAsync("planet");
        Assert.Contains(Send.Headline, (await AskAsync("/partners/planet/feeds/latest.atom", key)).Text, StringComparison.Ordinal);

        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        await Surface.DeleteAsync("harbour-bridge", wait: true);
        var atom = await AskAsync("/partners/planet/feeds/latest.atom", key);
        var ninjs = await AskAsync("/partners/planet/feeds/latest.ninjs", key);

        Assert.DoesNotContain(Send.Headline, atom.Text, StringComparison.Ordinal);
        Assert.Contains("deleted-entry ref=\"tag:news.example,2026:harbour-bridge\"", atom.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Send.Headline, ninjs.Text, StringComparison.Ordinal);
        Assert.Contains("\"canceled\"", ninjs.Text, StringComparison.Ordinal);
        Assert.Contains("Another story", ninjs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_whose_time_is_over_is_gone_at_that_moment_whether_or_not_a_pass_has_been()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("expires", At(TimeSpan.FromMinutes(10)))), wait: true);
        var key = await AddAsync("planet");
        Surface.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        var last = await AskAsync("/partners/planet/feeds/latest.json", key);
        Surface.Time.Advance(TimeSpan.FromTicks(1));

        var after = await AskAsync("/partners/planet/feeds/latest.json", key, ("If-None-Match", last["ETag"]!));

        Assert.Contains(Send.Headline, last.Text, StringComparison.Ordinal);
        Assert.Equal(200, after.Status);
        Assert.DoesNotContain(Send.Headline, after.Text, StringComparison.Ordinal);
        Assert.Contains("_tombstones", after.Text, StringComparison.Ordinal);
        Assert.True(DateOf(after) > DateOf(last));
    }

    [Fact]
    public async Task An_article_that_an_edit_takes_out_of_the_feed_is_not_in_it()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet", feeds: ["topics/transport"]);
        Assert.Contains(Send.Headline, (await AskAsync("/partners/planet/feeds/topics/transport.rss", key)).Text, StringComparison.Ordinal);

        await Surface.PutAsync("harbour-bridge", Send.Article(version: 2, more: ("topics", new JsonArray("Weather"))), wait: true);

        Assert.DoesNotContain(Send.Headline, (await AskAsync("/partners/planet/feeds/topics/transport.rss", key)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_may_not_be_passed_on_is_in_no_format()
    {
        var picture = new JsonObject
        {
            ["url"] = "https://news.example/agency.jpg",
            ["caption"] = "Only for us.",
            ["rights"] = new JsonObject { ["syndicate"] = false },
        };
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("featuredPicture", picture)), wait: true);
        var key = await AddAsync("planet");

        foreach (var extension in (string[])["rss", "atom", "json", "ninjs"])
        {
            var text = (await AskAsync($"/partners/planet/feeds/latest.{extension}", key)).Text;
            Assert.DoesNotContain("agency.jpg", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Only for us", text, StringComparison.Ordinal);
            Assert.Contains(Send.BodyWords, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_feed_that_shows_readers_the_summary_is_whole_for_a_partner()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await DefineAsync("short", """{"content": "summary"}""");
        var key = await AddAsync("planet", feeds: ["short"]);

        Assert.Contains(Send.BodyWords, (await AskAsync("/partners/planet/feeds/short.rss", key)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_the_partner_may_not_read_and_one_that_there_is_not_are_the_same_to_the_byte()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await DefineAsync("former", """{"formerNames": []}""");
        await DefineAsync("gone", """{"formerNames": []}""");
        await DefineAsync("renamed", """{"formerNames": ["former"]}""");
        await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/gone", headers: [("Prefer", "wait=10")]);
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        var key = await AddAsync("planet");

        Answer[] answers =
        [
            await AskAsync("/partners/planet/feeds/topics/transport.rss", key),
            await AskAsync("/partners/planet/feeds/topics/nothing.rss", key),
            await AskAsync("/partners/planet/feeds/renamed.rss", key),
            await AskAsync("/partners/planet/feeds/former.rss", key),
            await AskAsync("/partners/planet/feeds/gone.rss", key),
            await AskAsync("/partners/planet/feeds/latest.xml", key),
            await AskAsync("/partners/planet/feeds/latest.html", key),
            await AskAsync("/partners/planet/feeds/latest", key),
            await AskAsync("/partners/planet/feeds/latest/archive/oldest.rss", key),
            await AskAsync("/partners/planet/feeds/style.css", key),
            await AskAsync("/partners/planet/feeds/", key),
            await AskAsync("/partners/planet/feeds", key),
            await AskAsync("/partners/planet/feeds/..%2f..%2fkeys.rss", key),
            await AskAsync("/partners/planet/feeds/" + new string('x', 2_000) + ".rss", key),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal(404, answer.Status);
            Assert.Equal(answers[0].Text, answer.Text);
            Assert.Equal("no-store", answer["Cache-Control"]);
        });
    }

    [Fact]
    public async Task A_renamed_feed_is_found_by_both_names_and_one_given_up_is_said_to_be_gone()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await DefineAsync("old", """{"formerNames": []}""");
        await DefineAsync("gone", """{"formerNames": []}""");
        var key = await AddAsync("planet", feeds: ["old", "gone"]);
        Assert.Equal(200, (await AskAsync("/partners/planet/feeds/gone.rss", key)).Status);
        await DefineAsync("new", """{"formerNames": ["old"]}""");
        await Surface.SendAsync(HttpMethod.Delete, "/api/feeds/gone", headers: [("Prefer", "wait=10")]);
        Surface.Time.Advance(TimeSpan.FromSeconds(1));

        var old = await AskAsync("/partners/planet/feeds/old.rss", key);
        var renamed = await AskAsync("/partners/planet/feeds/new.rss", key);
        var gone = await AskAsync("/partners/planet/feeds/gone.rss", key);

        Assert.Equal((301, "/partners/planet/feeds/new.rss"), (old.Status, old["Location"]));
        Assert.Equal("private, max-age=3600", old["Cache-Control"]);
        Assert.Equal(200, renamed.Status);
        Assert.Contains(Send.Headline, renamed.Text, StringComparison.Ordinal);
        Assert.Equal(410, gone.Status);
    }

    [Theory]
    [InlineData("/partners/planet/feeds/Topics/UK%20News.rss")]
    [InlineData("/partners/planet/feeds/topics%2Fuk-news.RSS")]
    [InlineData("/Partners/planet/Feeds/topics//uk-news.rss")]
    public async Task Another_spelling_of_an_address_leads_to_the_right_one(string path)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet", feeds: ["topics/uk-news"]);

        var answer = await AskAsync(path, key);

        Assert.Equal((301, "/partners/planet/feeds/topics/uk-news.rss"), (answer.Status, answer["Location"]));
    }

    [Fact]
    public async Task A_feed_that_has_been_granted_before_its_first_article_is_empty()
    {
        var key = await AddAsync("planet");

        foreach (var extension in (string[])["rss", "atom", "json", "ninjs"])
        {
            Assert.Equal(200, (await AskAsync($"/partners/planet/feeds/latest.{extension}", key)).Status);
        }
    }

    [Fact]
    public async Task Bad_keys_get_the_same_403_whatever_they_ask_for()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");
        var others = await AddAsync("gazette");
        const string Latest = "/partners/planet/feeds/latest.rss";

        Answer[] answers =
        [
            await AskAsync(Latest, "nws_wrong"),
            await AskAsync(Latest, others),
            await AskAsync(Latest, Surface.Key),
            await AskAsync("/partners/nobody/feeds/latest.rss", key),
            await AskAsync("/partners/planet/feeds/nothing.rss", others),
        ];

        Assert.All(answers, answer => Assert.Equal((403, answers[0].Text), (answer.Status, answer.Text)));
        Assert.Equal(401, (await Surface.GetAsync(Latest)).Status);
        Assert.Equal(403, (await Surface.GetAsync("/api/partners/planet/feeds/latest", ("Authorization", "Bearer " + key))).Status);
        Assert.Equal(403, (await Surface.GetAsync("/api/partners/planet/articles/harbour-bridge?format=rss", ("Authorization", "Bearer " + key))).Status);
    }

    [Fact]
    public async Task While_storage_is_away_the_answer_says_when_to_come_back()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var key = await AddAsync("planet");
        Surface.Plan.Unanswered = operation => operation.Contains("articles/", StringComparison.Ordinal);
        var away = await AskAsync("/partners/planet/feeds/latest.rss", key);
        Surface.Plan.Unanswered = null;

        Assert.Equal(503, away.Status);
        Assert.NotNull(away["Retry-After"]);
        Assert.Equal(200, (await AskAsync("/partners/planet/feeds/latest.rss", key)).Status);
    }

    private static DateTimeOffset DateOf(Answer answer) =>
        DateTimeOffset.Parse(answer["Last-Modified"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Headers(Answer answer) =>
        answer.Headers.Where(header => header.Key is not "Date" and not "RateLimit").Select(header => $"{header.Key}: {header.Value}");

    private static Partner Partner(string name, PartnerProfile profile = PartnerProfile.Generic) =>
        new() { Name = name, Title = "The " + name, Feeds = ["latest"], Profile = profile };

    private string At(TimeSpan later) =>
        (Surface.Time.GetUtcNow() + later).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Answer> AskAsync(string path, string key, params IEnumerable<(string Name, string Value)> headers) =>
        Surface.GetAsync(path, [("Authorization", "Bearer " + key), .. headers]);

    private async Task<string> AddAsync(
        string name,
        PartnerProfile profile = PartnerProfile.Generic,
        TimeSpan? earlyAccess = null,
        IReadOnlyList<string>? feeds = null)
    {
        var partner = Partner(name, profile) with { EarlyAccess = earlyAccess, Feeds = feeds ?? ["latest"] };
        await Surface.Partners.DefineAsync([partner], CancellationToken.None);
        return Assert.IsType<KeyCreation.Created>(
            await Surface.Partners.CreateKeyAsync(name, name: null, expires: null, CancellationToken.None)).Secret;
    }

    private async Task DefineAsync(string feed, string definition) => Assert.Equal(
        200, (await Surface.SendAsync(HttpMethod.Put, "/api/feeds/" + feed, Send.Json(definition), ("Prefer", "wait=10"))).Status);
}
