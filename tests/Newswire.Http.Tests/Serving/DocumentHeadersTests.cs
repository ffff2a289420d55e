using Newswire.Formats.Html;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Serving;

public sealed class DocumentHeadersTests : SurfaceTests
{
    public static TheoryData<string> Documents { get; } = ["/", "/feeds/latest.rss", "/feeds/latest.atom", "/feeds/latest.json"];

    [Theory]
    [InlineData("bytes=0-9", null)]
    [InlineData("bytes=999999-", null)]
    [InlineData("bytes=5-2", null)]
    [InlineData("pages=1-2", null)]
    [InlineData("garbage", null)]
    [InlineData("bytes=0-9", "\"foreign\"")]
    [InlineData("bytes=0-9", "Sun, 06 Nov 1994 08:49:37 GMT")]
    public async Task A_part_asked_for_is_answered_with_the_whole(string range, string? ifRange)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var whole = await Surface.GetAsync("/feeds/latest.rss");

        var answer = await Surface.GetAsync(
            "/feeds/latest.rss", [("Range", range), .. ifRange is null ? [] : new[] { ("If-Range", ifRange) }]);

        Assert.Equal(200, answer.Status);
        Assert.Equal("none", answer["Accept-Ranges"]);
        Assert.Null(answer["Content-Range"]);
        Assert.Equal(whole.Bytes, answer.Bytes);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Whatever_a_reader_accepts_it_gets_the_document(string path)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var plain = await Surface.GetAsync(path);

        foreach (var accept in new[] { "text/html", "image/png", "*/*;q=0", "garbage", "application/json;q=1, */*;q=0" })
        {
            var answer = await Surface.GetAsync(path, ("Accept", accept), ("Accept-Language", "x"), ("Accept-Charset", "utf-16"));

            Assert.Equal(200, answer.Status);
            Assert.Equal(plain.Bytes, answer.Bytes);
        }

        Assert.Equal(200, (await Surface.GetAsync(path, ("Accept-Encoding", "identity;q=0, *;q=0"))).Status);
    }

    [Theory]
    [InlineData("POST", "/feeds/latest.rss")]
    [InlineData("PUT", "/feeds/latest.rss")]
    [InlineData("DELETE", "/")]
    [InlineData("OPTIONS", "/opml.xml")]
    [InlineData("PATCH", "/sitemaps/news-1.xml")]
    public async Task Other_methods_are_405_and_told_which_there_are(string method, string path)
    {
        var answer = await Surface.SendWithAsync([], new HttpMethod(method), path);

        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, HEAD", answer["Allow"]);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_page_of_another_site_may_read_it_and_a_browser_takes_it_for_what_it_is(string path)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var answer = await Surface.GetAsync(path, ("Origin", "https://reader.example"));
        var unchanged = await Surface.GetAsync(path, ("If-None-Match", answer["ETag"]!));

        Assert.Equal("*", answer["Access-Control-Allow-Origin"]);
        Assert.Equal("ETag", answer["Access-Control-Expose-Headers"]);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal(304, unchanged.Status);
        Assert.Equal("*", unchanged["Access-Control-Allow-Origin"]);
        Assert.Equal("*", (await Surface.GetAsync("/feeds/unknown.rss"))["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task A_page_for_people_says_what_it_may_do_and_a_feed_need_not()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(PageSecurity.ContentSecurityPolicy, (await Surface.GetAsync("/"))["Content-Security-Policy"]);
        Assert.Null((await Surface.GetAsync("/feeds/latest.rss"))["Content-Security-Policy"]);
    }

    [Theory]
    [InlineData("/feeds/latest.rss", "application/xml; charset=utf-8")]
    [InlineData("/feeds/latest.atom", "application/xml; charset=utf-8")]
    [InlineData("/feeds/latest.json", "application/feed+json; charset=utf-8")]
    public async Task A_browser_that_navigates_gets_what_it_can_show_and_no_shared_cache_keeps_it(string path, string type)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var plain = await Surface.GetAsync(path, ("Sec-Fetch-Dest", "empty"));

        var raw = await Surface.GetAsync(path, ("Sec-Fetch-Dest", "document"));

        Assert.Equal(type, raw["Content-Type"]);
        Assert.Equal(type != plain["Content-Type"], raw["Cache-Control"]!.StartsWith("private", StringComparison.Ordinal));
        Assert.StartsWith("public", plain["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal((plain.Text, plain["ETag"], plain["Vary"]), (raw.Text, raw["ETag"], raw["Vary"]));
    }

    [Theory]
    [InlineData("If-Match", "\"foreign\"")]
    [InlineData("If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT")]
    public async Task Whoever_wants_another_version_only_is_told_that_there_is_none(string name, string value)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var answer = await Surface.GetAsync("/feeds/latest.rss", (name, value));

        Assert.Equal(412, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Null(answer["ETag"]);
    }

    [Fact]
    public async Task A_feed_cools_down()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var hot = await Surface.GetAsync("/feeds/latest.rss");
        Surface.Time.Advance(TimeSpan.FromHours(1));
        var warm = await Surface.GetAsync("/feeds/latest.rss", ("If-None-Match", hot["ETag"]!));

        Assert.Contains("max-age=30", hot["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(304, warm.Status);
        Assert.Contains("max-age=60", warm["Cache-Control"], StringComparison.Ordinal);
    }
}
