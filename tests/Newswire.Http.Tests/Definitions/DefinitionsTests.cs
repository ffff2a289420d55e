using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Feeds;
using Newswire.Http.Tests.Surface;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Definitions;

/// <summary>Feeds through the API. What is in force is put into storage here, where the projection would.</summary>
public sealed class DefinitionsTests : SurfaceTests
{
    private const string Full =
        """
        {
          "name": "home", "title": "Home <b>news</b>", "description": "What happens here.", "logo": "https://news.example/home.png",
          "topics": {"any": ["UK News", "Weather"], "all": ["Crime"], "none": ["Sport"]}, "authors": ["Ada Okafor"],
          "sections": ["Home"], "languages": ["en", "*"], "content": "summary", "size": {"entries": 20, "hours": 0},
          "formerNames": ["start", "old/home"]
        }
        """;

    [Fact]
    public async Task An_accepted_definition_is_durable_and_answered_with_its_position_and_address()
    {
        var answer = await PutAsync("regions/ελλάδα", new JsonObject { ["title"] = "Ελλάδα" });

        Assert.Equal(202, answer.Status);
        Assert.Equal("/api/feeds/regions/%CE%B5%CE%BB%CE%BB%CE%AC%CE%B4%CE%B1", answer["Location"]);
        Assert.Equal("regions/ελλάδα", answer.Json.GetProperty("name").GetString());
        Assert.False(answer.Json.GetProperty("inForce").GetBoolean());
        Assert.Equal([answer.Json.GetProperty("position").GetString()!], Surface.Queues.Waiting("catalog-changed"));
        Assert.False(answer.Json.TryGetProperty("ignored", out _));
        var line = Assert.Single(Lines());
        Assert.Equal("feed", line.GetProperty("change").GetString());
        Assert.Equal("Ελλάδα", line.GetProperty("feed").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Who_waits_is_answered_when_the_definition_is_in_force_and_told_how_far_the_feed_is_filled()
    {
        var answer = await Surface.SendAsync(HttpMethod.Put, "/api/feeds/home", Send.Json("{}"), ("Prefer", "wait=10"));

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.GetProperty("inForce").GetBoolean());
        Assert.Equal("wait=10", answer["Preference-Applied"]);
    }

    [Fact]
    public async Task Every_member_is_recorded_and_comes_back_as_it_was_sent()
    {
        Assert.Equal(202, (await Surface.SendAsync(HttpMethod.Put, "/api/feeds/home", Send.Json(Full))).Status);
        var recorded = Assert.Single(Lines()).GetProperty("feed").Deserialize<FeedDefinition>(JsonSerializerOptions.Web)!;
        await InForceAsync(recorded);

        var shown = (await GetAsync("home")).Json;

        var expected = JsonNode.Parse(Full)!.AsObject();
        expected.Remove("name");
        expected["title"] = "Home news";
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(shown.GetProperty("definition").GetRawText())), shown.GetRawText());
        Assert.Equal("Home news", shown.GetProperty("title").GetString());
        Assert.Equal("defined", shown.GetProperty("kind").GetString());
        Assert.Equal(
            ["rss https://syndication.example/feeds/home.rss", "atom https://syndication.example/feeds/home.atom",
             "json https://syndication.example/feeds/home.json", "html https://syndication.example/feeds/home.html"],
            shown.GetProperty("addresses").EnumerateObject().Select(address => $"{address.Name} {address.Value}"));
    }

    [Fact]
    public async Task Every_fault_is_named_in_one_answer()
    {
        var answer = await Surface.SendAsync(HttpMethod.Put, "/api/feeds/topics/uk-news", Send.Json(
            """
            {
              "name": "other", "logo": "/logo.png", "content": "half", "languages": ["en", "en_GB"], "sections": ["Home"], "authors": ["Ada"],
              "topics": {"any": ["x"]}, "size": {"entries": 0, "hours": 721}, "formerNames": ["good", "Not Good", "topics/uk-news"]
            }
            """));

        AssertRefused(answer, 422, "invalid");
        Assert.Equal(
            ["/authors", "/content", "/formerNames/1", "/formerNames/2", "/languages", "/languages/1", "/logo", "/name",
             "/sections", "/size/entries", "/size/hours", "/topics"],
            answer.Pointers.Order(StringComparer.Ordinal));
        Assert.Contains("definition", answer.Json.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_member_of_a_wrong_type_is_named_in_one_answer()
    {
        var answer = await Surface.SendAsync(HttpMethod.Put, "/api/feeds/home", Send.Json(
            """
            {
              "title": 1, "description": [], "logo": {}, "topics": {"any": "x", "all": [1], "none": {}}, "authors": "Ada", "sections": [null],
              "languages": true, "content": 1, "size": {"entries": "1", "hours": 1.5}, "aliases": 1, "formerNames": {}
            }
            """));

        AssertRefused(answer, 400, "wrong-type");
        Assert.Equal(
            ["/aliases", "/authors", "/content", "/description", "/formerNames", "/languages", "/logo", "/sections/0",
             "/size/entries", "/size/hours", "/title", "/topics/all/0", "/topics/any", "/topics/none"],
            answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Home")]
    [InlineData("home.rss")]
    [InlineData("home/archive")]
    [InlineData("topics/a/b")]
    [InlineData("topics")]
    [InlineData("a/b/c/d")]
    [InlineData("a//b")]
    [InlineData("%C3%A9t%C3%A9")]
    public async Task A_name_that_no_feed_can_have_is_422(string name)
    {
        var answer = await Surface.SendAsync(HttpMethod.Put, "/api/feeds/" + name, Send.Json("{}"));

        AssertRefused(answer, 422, "invalid");
        Assert.Equal(["/name"], answer.Pointers);
    }

    [Theory]
    [InlineData("topics/uk-news")]
    [InlineData("topics%2Fuk-news")]
    [InlineData("authors/ada-okafor")]
    [InlineData("latest")]
    [InlineData("regions/east/coast")]
    public async Task A_name_may_have_slashes_encoded_or_not(string name) =>
        Assert.Equal(202, (await PutAsync(name, [])).Status);

    [Theory]
    [InlineData("title", 250)]
    [InlineData("description", 1_000)]
    public async Task A_text_too_long_is_422(string member, int max)
    {
        Assert.Equal(202, (await PutAsync("home", new JsonObject { [member] = new string('x', max) })).Status);
        var answer = await PutAsync("home", new JsonObject { [member] = new string('x', max + 1) });
        Assert.Equal(422, answer.Status);
        Assert.Equal(["/" + member], answer.Pointers);
    }

    [Fact]
    public async Task Lists_have_fifty_names_of_250_characters_and_no_more()
    {
        static JsonObject Of(int count, int length) => new()
        {
            ["sections"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)$"{i:D2}{new string('x', length - 2)}")]),
        };

        Assert.Equal(202, (await PutAsync("home", Of(50, 250))).Status);
        Assert.Equal(["/sections"], (await PutAsync("home", Of(51, 250))).Pointers);
        Assert.Equal(["/sections/0"], (await PutAsync("home", Of(1, 251))).Pointers);
    }

    [Fact]
    public async Task Only_topics_and_authors_have_aliases()
    {
        var aliases = new JsonObject { ["aliases"] = new JsonArray("Britain") };
        Assert.Equal(202, (await PutAsync("topics/uk-news", aliases)).Status);
        Assert.Equal(["/aliases"], (await PutAsync("home", aliases)).Pointers);
    }

    [Fact]
    public async Task Members_the_model_does_not_have_are_named_and_ignored()
    {
        var answer = await Surface.SendAsync(
            HttpMethod.Put, "/api/feeds/home", Send.Json("""{"topic": "x", "topics": {"some": []}, "size": {"days": 2}}"""));

        Assert.Equal(202, answer.Status);
        Assert.Equal(
            ["/size/days", "/topic", "/topics/some"],
            answer.Json.GetProperty("ignored").EnumerateArray().Select(pointer => pointer.GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[]", 400, "wrong-type")]
    [InlineData("{", 400, "malformed")]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}", 400, "malformed")]
    public async Task What_is_no_definition_is_refused(string content, int status, string kind) =>
        AssertRefused(await Surface.SendAsync(HttpMethod.Put, "/api/feeds/home", Send.Json(content)), status, kind);

    [Fact]
    public async Task Without_a_good_key_nothing_is_shown_or_done()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            Assert.Equal(401, (await Surface.SendWithAsync([], method, "/api/feeds/home")).Status);
            Assert.Equal(403, (await Surface.SendWithAsync([("Authorization", "Bearer x")], method, "/api/feeds")).Status);
        }

        Assert.Empty(Lines());
    }

    [Fact]
    public async Task A_rename_is_the_definition_of_the_new_name()
    {
        await InForceAsync(new FeedDefinition { Name = "home" });
        Assert.Equal(202, (await PutAsync("home-news", Former("home"))).Status);

        await InForceAsync(new() { Name = "home" }, new() { Name = "home-news", FormerNames = ["home"] });
        var answer = await GetAsync("home");

        Assert.Equal(301, answer.Status);
        Assert.Equal("/api/feeds/home-news", answer["Location"]);
        Assert.Equal("urn:newswire:problem:moved-feed", answer.Json.GetProperty("type").GetString());
        Assert.Equal(409, (await DeleteAsync("home")).Status);
    }

    [Fact]
    public async Task A_renamed_feed_s_old_name_is_only_given_back_by_renaming_back()
    {
        await InForceAsync(new() { Name = "home" }, new() { Name = "home-news", FormerNames = ["home"] });

        var answer = await PutAsync("home", []);
        AssertRefused(answer, 409, "feed-conflict");
        Assert.Equal(["/name"], answer.Pointers);

        Assert.Equal(202, (await PutAsync("home", Former("home-news"))).Status);
    }

    [Fact]
    public async Task A_name_is_claimed_by_one_feed_only()
    {
        await InForceAsync(new() { Name = "topics/uk-news", Aliases = ["Britain"] }, new() { Name = "home", FormerNames = ["start"] });

        var alias = await PutAsync("topics/uk", new JsonObject { ["aliases"] = new JsonArray("UK", "Britain") });
        AssertRefused(alias, 409, "feed-conflict");
        Assert.Equal(["/aliases"], alias.Pointers);
        Assert.Contains("topics/uk-news", alias.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["/formerNames"], (await PutAsync("top", Former("start", "topics/britain"))).Pointers.Distinct());
        Assert.Empty(Lines());
        Assert.Equal(202, (await PutAsync("top", Former("home", "start"))).Status);
    }

    [Fact]
    public async Task There_are_at_most_500_feeds()
    {
        FeedDefinition[] defined = [.. Enumerable.Range(0, 500).Select(i => new FeedDefinition { Name = $"feed-{i}" })];
        await InForceAsync(defined);

        AssertRefused(await PutAsync("one-more", []), 409, "feed-conflict");
        Assert.Equal(202, (await PutAsync("feed-7", new JsonObject { ["title"] = "Seven" })).Status);
        Assert.Equal(202, (await PutAsync("seven", Former("feed-7"))).Status);

        await InForceAsync([.. defined, new FeedDefinition { Name = "feed-8", Retired = true }]);
        Assert.Equal(202, (await PutAsync("one-more", [])).Status);
    }

    [Fact]
    public async Task A_retired_feed_keeps_what_was_said_of_it_and_can_be_defined_again()
    {
        await InForceAsync(new FeedDefinition { Name = "home", Title = "Home", FormerNames = ["start"] });

        Assert.Equal(202, (await DeleteAsync("home")).Status);
        var retired = Assert.Single(Lines()).GetProperty("feed").Deserialize<FeedDefinition>(JsonSerializerOptions.Web)!;
        Assert.True(retired.Retired);
        Assert.Equal(["start"], retired.FormerNames);

        await InForceAsync(retired);
        foreach (var name in (string[])["home", "start"])
        {
            var gone = await GetAsync(name);
            Assert.Equal(410, gone.Status);
            Assert.Equal("urn:newswire:problem:retired-feed", gone.Json.GetProperty("type").GetString());
            Assert.Equal(410, (await DeleteAsync(name)).Status);
        }

        Assert.Equal(202, (await PutAsync("home", [])).Status);
    }

    [Fact]
    public async Task An_automatic_feed_can_be_retired_and_an_unknown_one_cannot()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(202, (await DeleteAsync("topics/transport")).Status);
        var unknown = await DeleteAsync("topics/nothing");
        Assert.Equal(404, unknown.Status);
        Assert.Equal("urn:newswire:problem:unknown-feed", unknown.Json.GetProperty("type").GetString());
        Assert.Equal(404, (await GetAsync("topics/nothing")).Status);
    }

    [Fact]
    public async Task The_list_has_every_feed_once_with_its_kind_and_title_and_what_is_gone()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("authors", new JsonArray("Ada Okafor"))), wait: true);
        await InForceAsync(
            new() { Name = "home", Title = "Home" },
            new() { Name = "front", FormerNames = ["start"] },
            new() { Name = "topics/transport", Retired = true });

        var list = (await Surface.SendAsync(HttpMethod.Get, "/api/feeds")).Json;

        Assert.Equal(
            ["authors/ada-okafor author Ada Okafor", "front defined front", "home defined Home", "latest latest Latest",
             "topics/uk-news topic UK News"],
            list.GetProperty("feeds").EnumerateArray().Select(feed =>
                $"{feed.GetProperty("name")} {feed.GetProperty("kind")} {feed.GetProperty("title")}"));
        Assert.Equal("front", list.GetProperty("moved").GetProperty("start").GetString());
        Assert.Equal(["topics/transport"], list.GetProperty("retired").EnumerateArray().Select(name => name.GetString()));
        Assert.True(JsonElement.DeepEquals(list, (await Surface.SendAsync(HttpMethod.Get, "/api/feeds/")).Json));
    }

    [Fact]
    public async Task While_a_feed_is_filled_it_says_how_far_it_has_come()
    {
        await InForceAsync(new FeedDefinition { Name = "home" });
        await StoreAsync(ObjectPaths.Cursor, new Cursor(Catalog.Position.Start) { Walks = [new FeedWalk("home", FeedName.Latest, Done: 1200, Share: 0.41999)] });

        var backfill = (await GetAsync("home")).Json.GetProperty("backfill");

        Assert.Equal(1200, backfill.GetProperty("done").GetInt32());
        Assert.Equal(0.42, backfill.GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task An_article_s_feeds_are_those_of_the_definitions_in_force()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("authors", new JsonArray())), wait: true);
        await InForceAsync(
            new() { Name = "home", Selection = new() { AnyTopic = ["UK News"] } },
            new() { Name = "topics/travel", Aliases = ["Transport"] });

        var view = await Surface.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge");

        Assert.Equal(
            ["latest", "topics/travel", "topics/uk-news", "home"],
            view.Json.GetProperty("feeds").EnumerateArray().Select(feed => feed.GetString()));
    }

    [Fact]
    public async Task A_feed_has_its_history_at_once_and_its_address_follows_it_through_its_life()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("section", "Home")), wait: true);
        await Surface.PutAsync("lost-sheep", Send.Article(more: [("section", "Farming"), ("headline", "Lost sheep")]), wait: true);

        await PutAsync("home", new JsonObject { ["sections"] = new JsonArray("HOME"), ["title"] = "At home" }, wait: true);
        Assert.All(await Surface.FeedAsync("home"), document =>
        {
            Assert.Equal(200, document.Status);
            Assert.Contains(Send.Headline, document.Text, StringComparison.Ordinal);
            Assert.Contains("At home", document.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Lost sheep", document.Text, StringComparison.Ordinal);
        });
        Assert.False((await GetAsync("home")).Json.TryGetProperty("backfill", out _));

        await PutAsync("home", new JsonObject { ["sections"] = new JsonArray("Farming") }, wait: true);
        Assert.All(await Surface.FeedAsync("home"), document =>
            Assert.Contains("Lost sheep", document.Text, StringComparison.Ordinal));

        await PutAsync("land", new JsonObject { ["sections"] = new JsonArray("Farming"), ["formerNames"] = new JsonArray("home") }, wait: true);
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        var moved = await Surface.GetAsync("/feeds/home.rss");
        Assert.Equal(301, moved.Status);
        Assert.EndsWith("/feeds/land.rss", moved["Location"], StringComparison.Ordinal);
        Assert.Contains("Lost sheep", (await Surface.GetAsync("/feeds/land.rss")).Text, StringComparison.Ordinal);

        Assert.Equal(200, (await DeleteAsync("land", wait: true)).Status);
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(410, (await Surface.GetAsync("/feeds/land.atom")).Status);
        Assert.Equal(410, (await Surface.GetAsync("/feeds/home.atom")).Status);
    }

    [Fact]
    public async Task A_topic_renamed_in_the_CMS_keeps_its_feed()
    {
        await Surface.PutAsync("one", Send.Article(more: [("topics", new JsonArray("Britain")), ("headline", "Under the old name")]), wait: true);
        await PutAsync("topics/uk-news", new JsonObject { ["aliases"] = new JsonArray("Britain") }, wait: true);
        await Surface.PutAsync("two", Send.Article(more: [("topics", new JsonArray("UK News")), ("headline", "Under the new name")]), wait: true);
        Surface.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.All(await Surface.FeedAsync("topics/uk-news"), document =>
        {
            Assert.Contains("Under the old name", document.Text, StringComparison.Ordinal);
            Assert.Contains("Under the new name", document.Text, StringComparison.Ordinal);
        });
        Assert.Equal(301, (await Surface.GetAsync("/feeds/topics/britain.rss")).Status);
    }

    private static JsonObject Former(params IEnumerable<string> names) =>
        new() { ["formerNames"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };

    private Task<Answer> PutAsync(string name, JsonObject definition, bool wait = false) => Surface.SendAsync(
        HttpMethod.Put, "/api/feeds/" + name, Send.Json(definition.DeepClone()), wait ? [("Prefer", "wait=10")] : []);

    private Task<Answer> GetAsync(string name) => Surface.SendAsync(HttpMethod.Get, "/api/feeds/" + name);

    private Task<Answer> DeleteAsync(string name, bool wait = false) =>
        Surface.SendAsync(HttpMethod.Delete, "/api/feeds/" + name, headers: wait ? [("Prefer", "wait=10")] : []);

    /// <summary>Puts these in force, each given a minute after the one before, and nothing else.</summary>
    private Task InForceAsync(params IReadOnlyList<FeedDefinition> definitions) => StoreAsync(
        ObjectPaths.Definitions,
        definitions.Index().Aggregate(
            FeedDefinitions.Empty, (all, next) => all.With(next.Item, Some.Morning.AddMinutes(next.Index))));

    private async Task StoreAsync<T>(ObjectPath path, T value)
    {
        var content = new ObjectContent(JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web), "application/json");
        var before = await Surface.Objects.HeadAsync(path, CancellationToken.None);
        Assert.IsType<WriteResult.Written>(
            await Surface.Objects.WriteAsync(path, content, before?.ETag, CancellationToken.None));
    }

    private List<JsonElement> Lines() =>
    [
        .. Surface.Catalog.Snapshot().Values
            .SelectMany(page => System.Text.Encoding.UTF8.GetString(page).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => JsonElement.Parse(line)),
    ];

    private static void AssertRefused(Answer answer, int status, string kind)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("urn:newswire:problem:" + kind, answer.Json.GetProperty("type").GetString());
        Assert.NotEqual("", answer.Json.GetProperty("detail").GetString());
    }
}
