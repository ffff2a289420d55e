using System.Text;
using System.Text.Json.Nodes;
using Newswire.Articles.Submissions;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Ingest;

/// <summary>The table "What bad input gets", row by row, for one article. Whatever is refused leaves no trace.</summary>
public sealed class BadInputTests : SurfaceTests
{
    [Theory]
    [InlineData("{\"headline\":\"x\",}", "line 1, byte 17")]
    [InlineData("{\n  \"headline\": x\n}", "line 2, byte 15")]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{\"headline\":\"x\"} {}", "line 1, byte 18")]
    [InlineData("<html>", "line 1, byte 1")]
    public async Task What_is_not_JSON_is_400_and_the_place_is_named(string content, string place)
    {
        var answer = await PutAsync(Send.Json(content));

        AssertProblem(answer, 400, "malformed");
        Assert.Contains(place, Detail(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_occurs_twice_is_400_and_the_answer_says_so()
    {
        var answer = await PutAsync(Send.Json("{\"headline\":\"x\",\"headline\":\"y\"}"));

        AssertProblem(answer, 400, "malformed");
        Assert.Contains("twice", Detail(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_the_name_of_a_member_is_400()
    {
        AssertProblem(await PutAsync(Send.Json("{\"\\ud800\":1}")), 400, "malformed");
        AssertProblem(await PutAsync(Send.Json("{\"featuredPicture\":{\"\\ud800\":1}}")), 400, "malformed");
    }

    [Fact]
    public async Task What_is_not_UTF_8_is_400()
    {
        var answer = await PutAsync(Send.Bytes([.. "{\"headline\":\""u8, 0xE9, .. "\"}"u8], "application/json"));

        AssertProblem(answer, 400, "malformed");
        Assert.Contains("UTF-8", Detail(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    public async Task Another_thing_than_an_object_is_400(string content)
    {
        var answer = await PutAsync(Send.Json(content));

        AssertProblem(answer, 400, "wrong-type");
        Assert.Equal([""], answer.Pointers);
    }

    [Fact]
    public async Task Every_member_of_a_wrong_type_is_named_in_one_answer()
    {
        var answer = await PutAsync(Send.Json(
            """
            {
              "id": 7, "headline": 7, "standfirst": [], "body": {}, "url": true, "published": 1, "updated": 1.5,
              "version": "1", "language": 0, "rights": 0, "authors": "Ada", "topics": [1, "News", null],
              "embargo": 7, "expires": [], "silent": "yes", "section": 1, "correction": {}, "notify": 1, "priority": 2,
              "featuredPicture": "a.jpg", "pictures": [7, {"url": 7, "width": "1", "height": 1.5, "lengthBytes": 1e40, "credits": [{}]}]
            }
            """));

        AssertProblem(answer, 400, "wrong-type");
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "/id", "/headline", "/standfirst", "/body", "/url", "/published", "/updated", "/version", "/language",
                "/embargo", "/expires", "/silent", "/section", "/correction", "/notify", "/priority", "/rights", "/authors", "/topics/0", "/topics/2", "/featuredPicture", "/pictures/0", "/pictures/1/url",
                "/pictures/1/width", "/pictures/1/height", "/pictures/1/lengthBytes", "/pictures/1/credits/0",
            },
            answer.Pointers.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_member_of_a_wrong_type_is_not_called_missing_too()
    {
        var answer = await PutAsync(Send.Json(Send.Article(more: [("headline", 7), ("published", 7), ("url", 7)])));

        Assert.Equal(["/headline", "/published", "/url"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("json")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_unknown_media_type_or_charset_is_415_and_the_right_one_named(string? type)
    {
        var answer = await PutAsync(Send.Bytes(Encoding.UTF8.GetBytes(Send.Article().ToJsonString()), type));

        AssertProblem(answer, 415, "media-type");
        Assert.Contains("application/json in UTF-8", Detail(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON;charset=\"UTF-8\"")]
    [InlineData("application/json; charset=us-ascii; profile=x")]
    public async Task JSON_in_UTF_8_is_taken_however_it_is_spelt(string type)
    {
        Assert.Equal(202, (await PutAsync(Send.Bytes(Encoding.UTF8.GetBytes(Send.Article().ToJsonString()), type))).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("x")]
    public async Task A_content_encoding_is_415(string encoding)
    {
        var answer = await Surface.SendAsync(
            HttpMethod.Put, "/api/articles/x", Send.Json(Send.Article()), ("Content-Encoding", encoding));

        AssertProblem(answer, 415, "media-type");
        Assert.Contains("Content-Encoding", Detail(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_missing_is_named_at_once()
    {
        var answer = await PutAsync(Send.Json("{}"));

        AssertProblem(answer, 422, "invalid");
        Assert.Equal(["/headline", "/published", "/url"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Null_is_as_good_as_missing()
    {
        var answer = await PutAsync(Send.Json("{\"headline\":null,\"url\":null,\"published\":null,\"authors\":null,\"featuredPicture\":null}"));

        Assert.Equal(["/headline", "/published", "/url"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Faults_of_every_kind_are_named_in_one_answer()
    {
        var answer = await Surface.SendAsync(HttpMethod.Put, "/api/articles/a%20b", Send.Json(new JsonObject
        {
            ["headline"] = "<b> </b>",
            ["url"] = "/relative",
            ["published"] = "2026-03-04",
            ["updated"] = "2027-01-01T00:00:00Z",
            ["version"] = -1,
            ["language"] = "english!",
            ["authors"] = new JsonArray("", new JsonObject { ["name"] = "Ada", ["url"] = "javascript:alert(1)" }),
            ["featuredPicture"] = new JsonObject { ["url"] = "ftp://x", ["width"] = 0, ["type"] = "text/html", ["lengthBytes"] = 0 },
            ["pictures"] = new JsonArray(new JsonObject { ["caption"] = new string('x', SubmissionLimits.MaxText + 1) }),
        }));

        AssertProblem(answer, 422, "invalid");
        Assert.Equal(
            [
                "/authors/0", "/authors/1/url", "/featuredPicture/lengthBytes", "/featuredPicture/type",
                "/featuredPicture/url", "/featuredPicture/width", "/headline", "/id", "/language", "/pictures/0/caption",
                "/pictures/0/url", "/published", "/updated", "/url", "/version",
            ],
            answer.Pointers.Order(StringComparer.Ordinal));
        Assert.Contains("15 members", Detail(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news.example/x")]
    [InlineData("/x")]
    [InlineData("ftp://news.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https:///x")]
    [InlineData("http://news.example:port/")]
    [InlineData("data:text/html,x")]
    [InlineData("")]
    public async Task A_bad_URL_is_422(string url) => await AssertFaultAsync("url", url);

    [Fact]
    public async Task A_URL_too_long_is_422() =>
        await AssertFaultAsync("url", "https://news.example/" + new string('x', SubmissionLimits.MaxUrl));

    [Theory]
    [InlineData("e")]
    [InlineData("en_GB")]
    [InlineData("en-")]
    [InlineData("en GB")]
    [InlineData("en-GB-GB")]
    [InlineData("<en>")]
    public async Task A_bad_language_tag_is_422(string tag) => await AssertFaultAsync("language", tag);

    [Theory]
    [InlineData("en")]
    [InlineData("EN-gb")]
    [InlineData("zh-Hant-TW")]
    [InlineData("es-419")]
    public async Task A_good_language_tag_is_taken(string tag) =>
        Assert.Equal(202, (await PutAsync(Send.Json(Send.Article(more: ("language", tag))))).Status);

    [Theory]
    [InlineData("2026-03-04")]
    [InlineData("2026-03-04T09:00:00")]
    [InlineData("2026-13-04T09:00:00Z")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("2026-03-04 09:00:00Z")]
    [InlineData("2026-03-04T09:00:00+25:00")]
    [InlineData("Wed, 04 Mar 2026 09:00:00 GMT")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task A_bad_date_is_422(string date) => await AssertFaultAsync("published", date);

    [Theory]
    [InlineData("2026-03-05T09:10:00Z", 202)]
    [InlineData("2026-03-05T09:10:01Z", 422)]
    [InlineData("2026-03-05T11:10:00+02:00", 202)]
    [InlineData("2026-03-05T08:10:01-01:00", 422)]
    public async Task An_edit_may_be_dated_ten_minutes_ahead_and_no_more(string date, int status)
    {
        Assert.Equal(NewswireSurface.Now, new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(status, (await PutAsync(Send.Json(Send.Article(more: ("updated", date))))).Status);
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("a%2Fb")]
    [InlineData("caf%C3%A9")]
    [InlineData("a:b")]
    [InlineData("a@b")]
    [InlineData("a%25b")]
    [InlineData("...")]
    [InlineData("%22")]
    public async Task A_bad_id_is_422_on_every_route(string id)
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Get, HttpMethod.Delete })
        {
            var answer = await Surface.SendAsync(
                method, "/api/articles/" + id, method == HttpMethod.Put ? Send.Json(Send.Article()) : null);

            AssertProblem(answer, 422, "invalid");
            Assert.Equal(["/id"], answer.Pointers);
        }
    }

    [Theory]
    [InlineData(128, 202)]
    [InlineData(129, 422)]
    public async Task An_id_has_at_most_128_characters(int length, int status) =>
        Assert.Equal(status, (await Surface.PutAsync(new string('x', length))).Status);

    [Theory]
    [InlineData("a")]
    [InlineData("A-z_0.9~")]
    [InlineData(".a")]
    [InlineData("2026-03-04.harbour~bridge")]
    public async Task Letters_digits_and_four_signs_make_an_id(string id)
    {
        await Surface.PutAsync(id, wait: true);

        Assert.Equal(id, (await Surface.SendAsync(HttpMethod.Get, "/api/articles/" + id)).Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_id_in_the_content_must_be_the_one_in_the_address()
    {
        Assert.Equal(202, (await Surface.PutAsync("one", Send.Article("one"))).Status);

        var answer = await Surface.PutAsync("one", Send.Article("two"));

        Assert.Equal(422, answer.Status);
        Assert.Equal(["/id"], answer.Pointers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_over_1_MiB_is_413(bool withLength)
    {
        var bytes = Encoding.UTF8.GetBytes(
            Send.Article(more: ("body", new string('x', SubmissionLimits.MaxArticleBytes))).ToJsonString());

        using var stream = new MemoryStream(bytes);
        var answer = await PutAsync(
            withLength ? Send.Bytes(bytes, "application/json") : Send.Streamed(stream, "application/json"));

        AssertProblem(answer, 413, "too-large");
        Assert.Contains("1048576", Detail(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_of_exactly_1_MiB_is_taken()
    {
        var overhead = Send.Article(more: ("body", "")).ToJsonString().Length;
        var article = Send.Article(more: ("body", new string('x', SubmissionLimits.MaxArticleBytes - overhead)));
        Assert.Equal(SubmissionLimits.MaxArticleBytes, article.ToJsonString().Length);

        Assert.Equal(202, (await PutAsync(Send.Json(article))).Status);
    }

    [Theory]
    [InlineData("headline", SubmissionLimits.MaxHeadline)]
    [InlineData("standfirst", SubmissionLimits.MaxText)]
    [InlineData("rights", SubmissionLimits.MaxText)]
    [InlineData("section", SubmissionLimits.MaxName)]
    [InlineData("correction", SubmissionLimits.MaxText)]
    public async Task A_text_too_long_is_422_and_its_limit_named(string member, int max)
    {
        Assert.Equal(202, (await PutAsync(Send.Json(Send.Article(more: (member, new string('x', max)))))).Status);

        var answer = await PutAsync(Send.Json(Send.Article(more: (member, new string('x', max + 1)))));

        Assert.Equal(422, answer.Status);
        Assert.Equal(["/" + member], answer.Pointers);
        Assert.Contains($"{max}", Detail(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("very-high")]
    [InlineData("1")]
    public async Task A_priority_that_is_none_is_422(string priority) => await AssertFaultAsync("priority", priority);

    private static string Detail(Answer answer) => answer.Json.GetProperty("detail").GetString()!;

    private Task<Answer> PutAsync(HttpContent content) =>
        Surface.SendAsync(HttpMethod.Put, "/api/articles/harbour-bridge", content);

    private async Task AssertFaultAsync(string member, string value)
    {
        var answer = await PutAsync(Send.Json(Send.Article(more: (member, value))));

        AssertProblem(answer, 422, "invalid");
        Assert.Equal(["/" + member], answer.Pointers);
    }

    /// <summary>A problem document of RFC 9457, and a catalog without a change.</summary>
    private void AssertProblem(Answer answer, int status, string kind)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal("urn:newswire:problem:" + kind, answer.Json.GetProperty("type").GetString());
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        Assert.NotEqual("", answer.Json.GetProperty("title").GetString());
        Assert.Equal(0, Surface.CatalogLengthBytes);
    }
}
