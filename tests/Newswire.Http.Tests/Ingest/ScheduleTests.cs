using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Ingest;

/// <summary>The members of an article's life: what is shown later, what ends, what is corrected in the open or in silence.</summary>
public sealed class ScheduleTests : SurfaceTests
{
    [Theory]
    [InlineData("published", "2026-03-05T09:00:01Z", "2026-03-05T09:00:01+00:00")]
    [InlineData("published", "2026-03-06T10:00:00+01:00", "2026-03-06T09:00:00+00:00")]
    [InlineData("published", "2031-03-05T09:00:00Z", "2031-03-05T09:00:00+00:00")]
    [InlineData("embargo", "2026-03-05T18:00:00Z", "2026-03-05T18:00:00+00:00")]
    public async Task What_is_shown_later_is_accepted_now_and_nobody_waits_for_it(string member, string date, string scheduled)
    {
        var answer = await Surface.PutAsync("harbour-bridge", Send.Article(more: (member, date)), wait: true);

        Assert.Equal(202, answer.Status);
        Assert.False(answer.Json.GetProperty("visible").GetBoolean());
        Assert.Equal(scheduled, answer.Json.GetProperty("scheduled").GetString());
        Assert.Null(answer["Preference-Applied"]);
        Assert.Equal(DateTimeOffset.Parse(date, null), Published().GetProperty(member).GetDateTimeOffset());
    }

    [Fact]
    public async Task Of_publication_and_embargo_the_later_one_is_the_schedule()
    {
        var answer = await Surface.PutAsync("harbour-bridge", Send.Article(
            more: [("published", "2026-03-06T08:00:00Z"), ("embargo", "2026-03-06T07:00:00Z")]));

        Assert.Equal("2026-03-06T08:00:00+00:00", answer.Json.GetProperty("scheduled").GetString());
    }

    [Fact]
    public async Task An_embargo_that_is_over_schedules_nothing()
    {
        var answer = await Surface.PutAsync(
            "harbour-bridge", Send.Article(more: ("embargo", "2026-03-05T09:00:00Z")), wait: true);

        Assert.Equal(200, answer.Status);
        Assert.False(answer.Json.TryGetProperty("scheduled", out _));
    }

    [Theory]
    [InlineData("published", "2031-03-05T09:00:01Z")]
    [InlineData("embargo", "2031-03-05T09:00:01Z")]
    [InlineData("embargo", "tomorrow")]
    [InlineData("embargo", "1599-12-31T23:59:59Z")]
    [InlineData("expires", "2026-03-04T09:00:00Z")]
    [InlineData("expires", "2026-03-04")]
    [InlineData("updated", "2026-03-05T09:10:01Z")]
    public async Task A_date_that_cannot_be_is_422(string member, string date) =>
        await AssertFaultAsync([(member, date)], "/" + member);

    [Fact]
    public async Task An_article_cannot_expire_before_its_embargo_ends() => await AssertFaultAsync(
        [("embargo", "2026-03-07T09:00:00Z"), ("expires", "2026-03-07T09:00:00Z")], "/expires");

    [Theory]
    [InlineData("published", "2026-03-07T09:10:00Z", 202)]
    [InlineData("published", "2026-03-07T09:10:01Z", 422)]
    [InlineData("embargo", "2026-03-07T09:10:00Z", 202)]
    [InlineData("embargo", "2026-03-07T09:10:01Z", 422)]
    public async Task An_edit_of_what_is_still_to_come_may_be_dated_with_it(string member, string updated, int status)
    {
        var answer = await Surface.PutAsync("harbour-bridge", Send.Article(
            more: [(member, "2026-03-07T09:00:00Z"), ("updated", updated)]));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task An_article_that_has_expired_already_is_accepted()
    {
        Assert.Equal(202, (await Surface.PutAsync(
            "harbour-bridge", Send.Article(more: ("expires", "2026-03-05T08:00:00Z")))).Status);
        Assert.Equal(
            new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero), Published().GetProperty("expires").GetDateTimeOffset());
    }

    [Fact]
    public async Task Section_correction_and_silence_are_kept_and_the_texts_are_cleaned()
    {
        await Surface.PutAsync(
            "harbour-bridge",
            Send.Article(more: [("section", " <b>Home</b>\nnews "), ("correction", "The bridge is <i>red</i>."), ("silent", true)]),
            wait: true);

        Assert.True(Published().GetProperty("silent").GetBoolean());
        var view = (await Surface.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge")).Json;
        Assert.Equal("Home news", view.GetProperty("section").GetString());
        Assert.Equal("The bridge is red.", view.GetProperty("correction").GetString());
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("normal", true, null, true)]
    [InlineData(" HIGH ", false, "High", false)]
    [InlineData("low", null, "Low", null)]
    public async Task What_is_said_of_notifications_is_in_the_catalog_where_it_differs_from_the_usual(
        string? priority, bool? notify, string? keptPriority, bool? keptNotify)
    {
        var answer = await Surface.PutAsync("harbour-bridge", Send.Article(more: [("priority", priority), ("notify", notify)]));

        Assert.Equal(202, answer.Status);
        Assert.False(answer.Json.TryGetProperty("ignored", out _));
        var kept = Published();
        Assert.Equal(keptPriority, kept.TryGetProperty("priority", out var one) ? one.GetString() : null);
        Assert.Equal(keptNotify, kept.TryGetProperty("notify", out var other) ? other.GetBoolean() : null);
    }

    [Fact]
    public async Task The_lines_of_a_batch_say_what_is_scheduled_and_only_the_others_are_waited_for()
    {
        JsonObject later = Send.Article("later", more: ("embargo", "2026-03-06T09:00:00Z")), now = Send.Article("now");

        var mixed = await Surface.BatchAsync(Send.Batch(later, now), wait: true);
        Assert.Equal(200, mixed.Status);
        Assert.Equal([202, 200], mixed.Lines.Select(line => line.GetProperty("status").GetInt32()));
        Assert.Equal("2026-03-06T09:00:00+00:00", mixed.Lines[0].GetProperty("scheduled").GetString());
        Assert.False(mixed.Lines[1].TryGetProperty("scheduled", out _));

        var alone = await Surface.BatchAsync(Send.Batch(later), wait: true);
        Assert.Equal(202, alone.Status);
        Assert.Null(alone["Preference-Applied"]);
    }

    [Fact]
    public async Task A_page_says_its_section_and_its_correction()
    {
        var answer = await Surface.SendAsync(HttpMethod.Post, "/api/pages?url=https://news.example/a", Send.Html(
            """
            <html><head><script type="application/ld+json">
            {"@type":"NewsArticle","headline":"Ferries stop","datePublished":"2026-03-07T09:00:00Z","articleSection":"Home","keywords":["Transport"],
             "correction":{"@type":"CorrectionComment","text":"The ferry is <b>blue</b>."},"articleBody":"Ferries have stopped. Nobody knows why."}
            </script></head><body></body></html>
            """));

        Assert.Equal(202, answer.Status);
        Assert.Equal("2026-03-07T09:00:00+00:00", answer.Json.GetProperty("scheduled").GetString());
        var article = answer.Json.GetProperty("article");
        Assert.Equal("Home", article.GetProperty("section").GetString());
        Assert.Equal("The ferry is blue.", article.GetProperty("correction").GetString());
        Assert.Equal(["Transport"], article.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()));
    }

    [Fact]
    public async Task A_correction_that_is_an_address_is_none()
    {
        var answer = await Surface.SendAsync(HttpMethod.Post, "/api/pages?url=https://news.example/a", Send.Html(
            """
            <html><head><script type="application/ld+json">
            {"@type":"NewsArticle","headline":"Ferries stop","datePublished":"2026-03-04T09:00:00Z",
             "correction":"https://news.example/corrections","articleBody":"Ferries have stopped. Nobody knows why."}
            </script></head><body></body></html>
            """));

        Assert.False(answer.Json.GetProperty("article").TryGetProperty("correction", out _));
    }

    private async Task AssertFaultAsync(IEnumerable<(string Name, JsonNode? Value)> members, string pointer)
    {
        var answer = await Surface.PutAsync("harbour-bridge", Send.Article(more: members));

        Assert.Equal(422, answer.Status);
        Assert.Equal([pointer], answer.Pointers);
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }

    /// <summary>The last line of the catalog.</summary>
    private JsonElement Published()
    {
        using var line = JsonDocument.Parse(
            System.Text.Encoding.UTF8.GetString(Surface.Catalog.Snapshot().Values.Last()).TrimEnd('\n').Split('\n')[^1]);
        return line.RootElement.Clone();
    }
}
