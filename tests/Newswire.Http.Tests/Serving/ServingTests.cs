using System.Globalization;
using System.IO.Compression;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Serving;

public sealed class ServingTests : SurfaceTests
{
    [Theory]
    [InlineData("/feeds/latest.rss", "application/rss+xml; charset=utf-8")]
    [InlineData("/feeds/latest.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/feeds/latest.json", "application/feed+json; charset=utf-8")]
    [InlineData("/", "text/html; charset=utf-8")]
    public async Task Every_document_has_its_media_type_with_charset(string path, string type)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(type, (await Surface.GetAsync(path))["Content-Type"]);
    }

    [Theory]
    [InlineData("/feeds/latest.rss", null)]
    [InlineData("/feeds/latest.atom", "gzip")]
    [InlineData("/feeds/latest.json", "br")]
    [InlineData("/", "gzip")]
    public async Task HEAD_has_the_headers_of_GET_and_no_body(string path, string? coding)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        (string, string)[] headers = coding is null ? [] : [("Accept-Encoding", coding)];

        var get = await Surface.GetAsync(path, headers);
        var head = await Surface.SendWithAsync(headers, HttpMethod.Head, path);

        Assert.Equal(200, head.Status);
        Assert.Equal(Sorted(get), Sorted(head));
        Assert.NotEmpty(get.Bytes);
        Assert.Empty(head.Bytes);
        Assert.Equal($"{get.Bytes.Length}", head["Content-Length"]);
    }

    [Fact]
    public async Task HEAD_of_an_unknown_document_has_no_body_either()
    {
        var answer = await Surface.SendWithAsync([], HttpMethod.Head, "/feeds/unknown.rss");

        Assert.Equal(404, answer.Status);
        Assert.Empty(answer.Bytes);
    }

    [Fact]
    public async Task The_tag_is_strong_and_every_coding_has_its_own()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        string?[] tags =
        [
            (await GetAsync("identity"))["ETag"], (await GetAsync("gzip"))["ETag"], (await GetAsync("br"))["ETag"],
        ];

        Assert.Equal(3, tags.Distinct(StringComparer.Ordinal).Count());
        Assert.All(tags, tag => Assert.Matches("^\"[A-Za-z0-9_-]+\"$", tag));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task What_is_decoded_equals_the_plain_document(string coding)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var plain = await GetAsync();

        var encoded = await GetAsync(coding);

        Assert.Equal(coding, encoded["Content-Encoding"]);
        Assert.True(encoded.Bytes.Length < plain.Bytes.Length);
        Assert.Equal(plain.Bytes, Decode(coding, encoded.Bytes));
        Assert.Null(plain["Content-Encoding"]);
        Assert.All([plain, encoded], answer => Assert.Equal("Accept-Encoding", answer["Vary"]));
    }

    [Fact]
    public async Task Validators_move_together_and_only_when_bytes_change()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var first = await GetAsync();
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        await Surface.PutAsync("harbour-bridge", wait: true);
        var unchanged = await GetAsync();
        await Surface.PutAsync("harbour-bridge", Send.Article(version: 2, more: ("headline", "Ferries stop")), wait: true);
        var changed = await GetAsync();

        Assert.Equal((first["ETag"], first["Last-Modified"]), (unchanged["ETag"], unchanged["Last-Modified"]));
        Assert.NotEqual(first["ETag"], changed["ETag"]);
        Assert.Equal("Thu, 05 Mar 2026 09:00:00 GMT", first["Last-Modified"]);
        Assert.Equal("Thu, 05 Mar 2026 09:01:00 GMT", changed["Last-Modified"]);
    }

    [Fact]
    public async Task A_change_elsewhere_leaves_the_validators_of_a_feed_alone()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var before = await Surface.GetAsync("/feeds/topics/transport.rss");
        Surface.Time.Advance(TimeSpan.FromMinutes(1));

        await Surface.PutAsync("other", Send.Article(more: ("topics", null)), wait: true);

        var after = await Surface.GetAsync("/feeds/topics/transport.rss");
        Assert.Equal((before["ETag"], before["Last-Modified"]), (after["ETag"], after["Last-Modified"]));
    }

    [Fact]
    public async Task Two_changes_within_a_second_have_two_dates_and_none_lies_in_the_future()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var first = await GetAsync();
        await Surface.PutAsync("harbour-bridge", Send.Article(version: 2, more: ("headline", "Ferries stop")), wait: true);
        var second = await GetAsync();

        Assert.NotEqual(first["ETag"], second["ETag"]);
        Assert.Null(second["Last-Modified"]);
        var notYet = await Surface.GetAsync("/feeds/latest.rss", ("If-Modified-Since", Http(NewswireSurface.Now.AddHours(1))));
        Assert.Equal(200, notYet.Status);

        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        var shown = await GetAsync();
        Assert.Equal(second["ETag"], shown["ETag"]);
        Assert.Equal(Http(NewswireSurface.Now.AddSeconds(1)), shown["Last-Modified"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_304_carries_what_a_200_would_have_and_no_body(string? coding)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        (string, string)[] headers = coding is null ? [] : [("Accept-Encoding", coding)];
        var full = await Surface.GetAsync("/feeds/latest.rss", headers);

        var answer = await Surface.GetAsync("/feeds/latest.rss", [.. headers, ("If-None-Match", full["ETag"]!)]);

        Assert.Equal(304, answer.Status);
        Assert.Empty(answer.Bytes);
        foreach (var header in new[] { "ETag", "Cache-Control", "Vary", "Last-Modified" })
        {
            Assert.NotNull(full[header]);
            Assert.Equal(full[header], answer[header]);
        }

        Assert.Null(answer["Content-Encoding"]);
    }

    [Fact]
    public async Task After_a_change_the_old_tag_gets_the_new_document()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var old = await GetAsync();
        await Surface.PutAsync("harbour-bridge", Send.Article(version: 2, more: ("headline", "Ferries stop")), wait: true);

        var answer = await Surface.GetAsync("/feeds/latest.rss", ("If-None-Match", old["ETag"]!));

        Assert.Equal(200, answer.Status);
        Assert.Contains("Ferries stop", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_wins_over_the_date()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var full = await GetAsync();

        var foreign = await Surface.GetAsync(
            "/feeds/latest.rss", ("If-None-Match", "\"foreign\""), ("If-Modified-Since", full["Last-Modified"]!));
        var own = await Surface.GetAsync(
            "/feeds/latest.rss", ("If-None-Match", full["ETag"]!), ("If-Modified-Since", Http(NewswireSurface.Now.AddYears(-1))));

        Assert.Equal(200, foreign.Status);
        Assert.Equal(304, own.Status);
    }

    [Theory]
    [InlineData("/feeds/unknown.rss")]
    [InlineData("/feeds/latest.xml")]
    [InlineData("/feeds/.rss")]
    [InlineData("/feeds/")]
    [InlineData("/feeds/topics/")]
    [InlineData("/feeds/a%0Ab.rss")]
    [InlineData("/feeds/a%C2%85b.rss")]
    [InlineData("/feeds/%2e%2e%2fprojection%2fcursor.json")]
    [InlineData("/feeds/..%5c..%5cprojection%5ccursor.json")]
    public async Task What_is_no_feed_is_404_with_a_problem_that_says_where_feeds_are(string path)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var answer = await Surface.GetAsync(path);

        Assert.Equal(404, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Contains("/feeds/latest.rss", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feeds/../../projection/cursor.json")]
    [InlineData("/feeds/../index.json")]
    [InlineData("/feeds/topics/../latest.rss")]
    [InlineData("/feeds/./latest.rss")]
    [InlineData("/feeds/../feeds/latest.rss")]
    [InlineData("/feeds/archive/../latest.rss")]
    [InlineData("/feeds/a\0b.rss")]
    public async Task A_path_that_climbs_is_404_without_asking_storage(string path)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await GetAsync();

        var operations = await Surface.OperationsOfAsync(async () => Assert.Equal(404, await Surface.GetRawAsync(path)));

        Assert.Empty(operations);
    }

    [Fact]
    public async Task A_name_no_stored_document_can_have_is_404_without_asking_storage()
    {
        var operations = await Surface.OperationsOfAsync(async () =>
            Assert.Equal(404, (await Surface.GetAsync($"/feeds/topics/{new string('x', 500)}.rss")).Status));

        Assert.Empty(operations);
    }

    [Fact]
    public async Task A_feed_with_a_name_of_another_script_is_found_by_the_address_the_home_page_gives()
    {
        await Surface.PutAsync("harbour-bridge", Send.Article(more: ("topics", new System.Text.Json.Nodes.JsonArray("日本"))), wait: true);

        Assert.Contains("\"feeds/topics/%E6%97%A5%E6%9C%AC.rss\"", (await Surface.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await Surface.GetAsync("/feeds/topics/%E6%97%A5%E6%9C%AC.rss")).Status);
    }

    [Fact]
    public async Task The_home_page_stands_before_there_is_an_article_and_lists_every_feed_after()
    {
        var empty = await Surface.GetAsync("/");
        await Surface.PutAsync("harbour-bridge", wait: true);
        var full = await Surface.GetAsync("/");

        Assert.Equal(200, empty.Status);
        Assert.Equal(200, full.Status);
        Assert.NotEqual(empty["ETag"], full["ETag"]);
        foreach (var feed in new[] { "latest", "topics/transport", "topics/uk-news", "authors/ada-okafor", "authors/mei-tanaka" })
        {
            Assert.All([".rss", ".atom", ".json"], extension =>
                Assert.Contains($"\"feeds/{feed}{extension}\"", full.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_empty_home_page_may_be_asked_for_again_with_its_tag()
    {
        var empty = await Surface.GetAsync("/");

        Assert.Equal(304, (await Surface.GetAsync("/", ("If-None-Match", empty["ETag"]!))).Status);
    }

    [Fact]
    public async Task Empty_home_pages_that_read_otherwise_have_other_tags()
    {
        await using var renamed = await NewswireSurface.StartAsync(title: "The Renamed Times");

        Assert.NotEqual((await Surface.GetAsync("/"))["ETag"], (await renamed.GetAsync("/"))["ETag"]);
    }

    private static IEnumerable<string> Sorted(Answer answer) =>
        answer.Headers.Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal);

    private static string Http(DateTimeOffset date) => date.ToString("R", CultureInfo.InvariantCulture);

    private static byte[] Decode(string coding, byte[] bytes)
    {
        using var encoded = new MemoryStream(bytes);
        using Stream decoder = coding == "gzip"
            ? new GZipStream(encoded, CompressionMode.Decompress)
            : new BrotliStream(encoded, CompressionMode.Decompress);
        using var decoded = new MemoryStream();
        decoder.CopyTo(decoded);
        return decoded.ToArray();
    }

    private Task<Answer> GetAsync(string? coding = null) =>
        Surface.GetAsync("/feeds/latest.rss", coding is null ? [] : [("Accept-Encoding", coding)]);
}
