using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;
using Newswire.TestKit.Faults;

namespace Newswire.Http.Tests.Ingest;

public sealed class PublishTests : SurfaceTests
{
    private static readonly string[] Feeds =
        ["latest", "topics/transport", "topics/uk-news", "authors/ada-okafor", "authors/mei-tanaka"];

    [Fact]
    public async Task A_published_article_is_durable_and_answered_with_its_position_and_address()
    {
        var answer = await Surface.PutAsync("harbour-bridge");

        Assert.Equal(202, answer.Status);
        Assert.Equal("/api/articles/harbour-bridge", answer["Location"]);
        Assert.Equal("application/json; charset=utf-8", answer["Content-Type"]);
        Assert.Equal("harbour-bridge", answer.Json.GetProperty("id").GetString());
        Assert.False(answer.Json.GetProperty("visible").GetBoolean());
        Assert.EndsWith($"{Surface.CatalogLengthBytes}", answer.Json.GetProperty("position").GetString(), StringComparison.Ordinal);
        Assert.Equal([answer.Json.GetProperty("position").GetString()!], Surface.Queues.Waiting("catalog-changed"));
        Assert.Null(answer["Preference-Applied"]);
    }

    [Fact]
    public async Task Who_waits_is_answered_when_every_feed_of_the_article_shows_it()
    {
        var answer = await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.GetProperty("visible").GetBoolean());
        Assert.Equal("wait=10", answer["Preference-Applied"]);
        foreach (var feed in Feeds)
        {
            Assert.All(await Surface.FeedAsync(feed), document =>
            {
                Assert.Equal(200, document.Status);
                Assert.Contains(Send.Headline, document.Text, StringComparison.Ordinal);
                Assert.Contains(Send.BodyWords, document.Text, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task A_document_read_a_moment_ago_shows_the_change_at_once_to_who_waited()
    {
        await Surface.PutAsync("first", wait: true);
        await Surface.FeedAsync("latest");

        await Surface.PutAsync("second", Send.Article(more: ("headline", "Ferries stop")), wait: true);

        Assert.All(await Surface.FeedAsync("latest"), document =>
            Assert.Contains("Ferries stop", document.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wait=5", "wait=5")]
    [InlineData("Wait = 5", "wait=5")]
    [InlineData("wait=\"5\"", "wait=5")]
    [InlineData("respond-async, wait=5", "wait=5")]
    [InlineData("handling=lenient; x=y, wait=5;z", "wait=5")]
    [InlineData("wait=999999", "wait=60")]
    [InlineData("wait=0", null)]
    [InlineData("wait=-1", null)]
    [InlineData("wait=soon", null)]
    [InlineData("wait", null)]
    [InlineData("wait=99999999999999999999", null)]
    [InlineData(",;=\"", null)]
    public async Task Preferences_are_read_as_RFC_7240_writes_them(string prefer, string? applied)
    {
        var answer = await Surface.SendAsync(
            HttpMethod.Put, "/api/articles/harbour-bridge", Send.Json(Send.Article()), ("Prefer", prefer));

        Assert.Equal(applied, answer["Preference-Applied"]);
        Assert.Equal(applied is null ? 202 : 200, answer.Status);
    }

    [Fact]
    public async Task Who_has_waited_long_enough_is_told_that_the_article_is_accepted()
    {
        // Operations: the write of the key is behind, then come its read, the append, the message, the projection.
        var counted = await Surface.OperationsOfAsync(() => Surface.PutAsync("harbour-bridge", wait: true));
        var acquire = counted.ToList().IndexOf("acquire projection");
        var plan = FaultPlan.PauseBefore(Surface.Plan.Operations.Count - counted.Count + acquire + 1);
        await using var slow = await NewswireSurface.StartAsync(plan);

        var waiting = slow.PutAsync("harbour-bridge", wait: true);
        await Task.WhenAny(plan.Paused, waiting);
        slow.Time.Advance(TimeSpan.FromSeconds(10));
        var answer = await waiting;
        plan.Resume();

        Assert.Equal(202, answer.Status);
        Assert.False(answer.Json.GetProperty("visible").GetBoolean());
        Assert.Equal("wait=10", answer["Preference-Applied"]);
    }

    [Fact]
    public async Task Who_waits_while_documents_cannot_be_written_is_told_that_the_article_is_accepted()
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith("write public/", StringComparison.Ordinal);

        var answer = await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(202, answer.Status);
        Assert.False(answer.Json.GetProperty("visible").GetBoolean());
    }

    [Fact]
    public async Task Sending_the_same_article_again_is_accepted_and_changes_no_document()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var before = await AllDocumentsAsync();
        Surface.Time.Advance(TimeSpan.FromHours(1));

        var answer = await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(200, answer.Status);
        var after = await AllDocumentsAsync();
        Assert.Equal(before.Select(document => document.Text), after.Select(document => document.Text));
        Assert.Equal(before.Select(document => document["ETag"]), after.Select(document => document["ETag"]));
        Assert.Equal(before.Select(document => document["Last-Modified"]), after.Select(document => document["Last-Modified"]));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task The_newer_version_wins_in_either_order_of_arrival(int first, int second)
    {
        foreach (var version in new[] { first, second })
        {
            var answer = await Surface.PutAsync(
                "harbour-bridge", Send.Article(version: version, more: ("headline", $"Version {version}")), wait: true);
            Assert.Equal(200, answer.Status);
        }

        Assert.All(await Surface.FeedAsync("latest"), document =>
        {
            Assert.Contains("Version 2", document.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Version 1", document.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Without_a_version_what_is_received_later_wins()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(version: null, more: ("headline", "Early")));
        await Surface.PutAsync("harbour-bridge", Send.Article(version: null, more: ("headline", "Late")), wait: true);

        Assert.Contains("Late", (await Surface.GetAsync("/feeds/latest.rss")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_the_model_does_not_have_are_named_and_ignored()
    {
        var answer = await Surface.PutAsync(
            "harbour-bridge", Send.Article(more: [("slug", "x"), ("a/b~c", 1), ("authors", new JsonArray("Ada Okafor"))]));

        Assert.Equal(202, answer.Status);
        Assert.Equal(
            ["/slug", "/a~1b~0c"], answer.Json.GetProperty("ignored").EnumerateArray().Select(pointer => pointer.GetString()));
    }

    [Fact]
    public async Task Members_of_pictures_and_authors_the_model_does_not_have_are_named_too()
    {
        var answer = await Surface.PutAsync("harbour-bridge", Send.Article(more:
        [
            ("authors", new JsonArray("Mei Tanaka", new JsonObject { ["name"] = "Ada Okafor", ["email"] = "ada@news.example" })),
            ("featuredPicture", new JsonObject { ["url"] = "https://news.example/a.jpg", ["credit"] = "Alamy" }),
        ]));

        Assert.Equal(202, answer.Status);
        Assert.Equal(
            ["/authors/1/email", "/featuredPicture/credit"],
            answer.Json.GetProperty("ignored").EnumerateArray().Select(pointer => pointer.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_article_without_anything_odd_has_no_list_of_ignored_members()
    {
        Assert.False((await Surface.PutAsync("harbour-bridge")).Json.TryGetProperty("ignored", out _));
    }

    [Fact]
    public async Task A_published_article_can_be_looked_at_when_it_is_projected()
    {
        Assert.Equal(404, (await GetAsync()).Status);

        await Surface.PutAsync("harbour-bridge", Send.Article(version: 7), wait: true);

        var answer = await GetAsync();
        Assert.Equal(200, answer.Status);
        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal(Send.Headline, answer.Json.GetProperty("headline").GetString());
        Assert.Equal(7, answer.Json.GetProperty("version").GetInt64());
        Assert.Equal(Feeds, answer.Json.GetProperty("feeds").EnumerateArray().Select(feed => feed.GetString()));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_from_the_feeds_and_answered_with_410()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var answer = await Surface.DeleteAsync("harbour-bridge", wait: true);

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.GetProperty("visible").GetBoolean());
        var gone = await GetAsync();
        Assert.Equal(410, gone.Status);
        Assert.Equal("application/problem+json", gone["Content-Type"]);
        foreach (var document in await AllDocumentsAsync())
        {
            Assert.Equal(200, document.Status);
            Assert.DoesNotContain(Send.Headline, document.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Send.BodyWords, document.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(4, 200)]
    [InlineData(5, 410)]
    [InlineData(6, 410)]
    public async Task A_withdrawal_with_a_version_takes_that_version_and_older_ones(int through, int status)
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(version: 5), wait: true);

        await Surface.DeleteAsync("harbour-bridge", $"?version={through}", wait: true);

        Assert.Equal(status, (await GetAsync()).Status);
    }

    [Theory]
    [InlineData("?version=x")]
    [InlineData("?version=-1")]
    [InlineData("?version=")]
    [InlineData("?version=1&version=2")]
    [InlineData("?version=99999999999999999999")]
    public async Task A_withdrawal_with_an_unreadable_version_is_refused(string query)
    {
        var answer = await Surface.DeleteAsync("harbour-bridge", query);

        Assert.Equal(400, answer.Status);
        Assert.Contains("version", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task A_withdrawn_article_published_anew_is_back()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(version: 1), wait: true);
        await Surface.DeleteAsync("harbour-bridge", wait: true);

        await Surface.PutAsync("harbour-bridge", Send.Article(version: 2), wait: true);

        Assert.Equal(200, (await GetAsync()).Status);
        Assert.Contains(Send.Headline, (await Surface.GetAsync("/feeds/latest.atom")).Text, StringComparison.Ordinal);
    }

    private Task<Answer> GetAsync() => Surface.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge");

    private async Task<IReadOnlyList<Answer>> AllDocumentsAsync()
    {
        List<Answer> documents = [];
        foreach (var feed in Feeds)
        {
            documents.AddRange(await Surface.FeedAsync(feed));
        }

        return documents;
    }
}
