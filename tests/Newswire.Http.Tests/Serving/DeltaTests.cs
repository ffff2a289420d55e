using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Newswire.Http.Serving.Deltas;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Serving;

/// <summary>RFC 3229 with the instance manipulation <c>feed</c>.</summary>
public sealed class DeltaTests : SurfaceTests
{
    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task A_reader_who_asks_gets_only_the_entries_it_has_not_seen(string extension)
    {
        await PutAsync("old");
        await PutAsync("edited");
        var had = await GetAsync(extension);
        await PutAsync("new");
        await PutAsync("edited", version: 2);

        var whole = await GetAsync(extension);
        var delta = await GetDeltaAsync(extension, had["ETag"]!);

        Assert.Equal(226, delta.Status);
        Assert.Equal("feed", delta["IM"]);
        Assert.Equal(["edited 2", "new 1"], Headlines(delta).Order(StringComparer.Ordinal));
        Assert.Equal(["edited 2", "new 1", "old 1"], Headlines(whole).Order(StringComparer.Ordinal));
        Assert.Equal(whole["ETag"], delta["ETag"]);
        Assert.Equal(whole["Last-Modified"], delta["Last-Modified"]);
        Assert.Equal(whole["Content-Type"], delta["Content-Type"]);
        Assert.Equal(had["ETag"], delta["Delta-Base"]);
        Assert.Equal("*", delta["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task No_cache_that_does_not_know_deltas_keeps_one_and_what_it_keeps_of_the_whole_is_for_all()
    {
        var had = await HadAsync();

        var delta = await GetDeltaAsync("rss", had["ETag"]!);
        var whole = await GetDeltaAsync("rss", "\"foreign\"");

        Assert.Equal("no-store, im", delta["Cache-Control"]);
        Assert.Equal("Accept-Encoding, A-IM, If-None-Match", delta["Vary"]);
        Assert.Equal(200, whole.Status);
        Assert.Equal("Accept-Encoding", whole["Vary"]);
    }

    [Fact]
    public async Task The_tag_of_a_delta_is_good_for_the_next_request()
    {
        var had = await HadAsync();
        var delta = await GetDeltaAsync("rss", had["ETag"]!);
        Assert.Equal(304, (await GetDeltaAsync("rss", delta["ETag"]!)).Status);

        await PutAsync("newer");
        var next = await GetDeltaAsync("rss", delta["ETag"]!);

        Assert.Equal(226, next.Status);
        Assert.Equal(["newer 1"], Headlines(next));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_delta_comes_in_the_coding_the_reader_likes_with_the_tag_of_that_coding(string coding)
    {
        await PutAsync("old");
        var tag = (await GetAsync("atom", ("Accept-Encoding", coding)))["ETag"];
        await PutAsync("new");

        var delta = await GetDeltaAsync("atom", tag!, ("Accept-Encoding", coding));

        Assert.Equal((226, coding), (delta.Status, delta["Content-Encoding"]));
        Assert.Equal(tag, delta["Delta-Base"]);
        Assert.Equal((await GetAsync("atom", ("Accept-Encoding", coding)))["ETag"], delta["ETag"]);
        using Stream decoded = coding == "gzip"
            ? new GZipStream(new MemoryStream(delta.Bytes), CompressionMode.Decompress)
            : new BrotliStream(new MemoryStream(delta.Bytes), CompressionMode.Decompress);
        Assert.Single(XDocument.Load(decoded).Descendants(), element => element.Name.LocalName == "entry");
    }

    [Theory]
    [InlineData("feed")]
    [InlineData("FEED")]
    [InlineData("vcdiff, feed, gzip")]
    [InlineData("diffe; q=0.5,feed ;q=0.1")]
    public async Task A_reader_asks_by_naming_the_manipulation(string header)
    {
        var had = await HadAsync();

        Assert.Equal(226, (await GetAsync("rss", ("A-IM", header), ("If-None-Match", had["ETag"]!))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("feeds")]
    [InlineData("feed;q=0")]
    [InlineData("feed; q=0.000")]
    [InlineData(";;,=,q=feed")]
    public async Task Whoever_names_another_or_none_gets_the_whole(string header)
    {
        var had = await HadAsync();

        Assert.Equal(200, (await GetAsync("rss", ("A-IM", header), ("If-None-Match", had["ETag"]!))).Status);
    }

    [Theory]
    [InlineData("Via", "1.1 cache.example")]
    [InlineData("CDN-Loop", "cdn.example")]
    public async Task Behind_a_cache_that_may_ask_with_a_tag_of_its_own_there_are_no_deltas(string name, string value)
    {
        var had = await HadAsync();

        Assert.Equal(200, (await GetDeltaAsync("rss", had["ETag"]!, (name, value))).Status);
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_the_delta()
    {
        var had = await HadAsync();
        (string, string)[] headers = [("A-IM", "feed"), ("If-None-Match", had["ETag"]!)];

        var get = await Surface.GetAsync("/feeds/latest.rss", headers);
        var head = await Surface.SendWithAsync(headers, HttpMethod.Head, "/feeds/latest.rss");

        Assert.Equal(226, head.Status);
        Assert.Equal(get.Headers.OrderBy(header => header.Key), head.Headers.OrderBy(header => header.Key));
        Assert.Empty(head.Bytes);
    }

    [Fact]
    public async Task Of_several_versions_the_newest_that_is_known_is_the_base()
    {
        var first = await HadAsync();
        var second = await GetAsync("rss");
        await PutAsync("newer");

        var delta = await GetDeltaAsync("rss", $"\"foreign\", {first["ETag"]}, W/{second["ETag"]}");

        Assert.Equal(["newer 1"], Headlines(delta));
        Assert.Equal(second["ETag"], delta["Delta-Base"]);
    }

    [Fact]
    public async Task A_version_of_long_ago_is_forgotten_and_gets_the_whole()
    {
        await PutAsync("old");
        var had = await GetAsync("rss");
        for (var version = 1; version <= FeedDeltas.MaxVersions; version++)
        {
            await PutAsync("edited", version);
            await GetAsync("rss");
        }

        Assert.Equal(226, (await GetDeltaAsync("rss", had["ETag"]!)).Status);
        await PutAsync("edited", FeedDeltas.MaxVersions + 1);
        Assert.Equal(200, (await GetDeltaAsync("rss", had["ETag"]!)).Status);
    }

    [Fact]
    public async Task Where_nothing_is_left_of_the_version_the_whole_document_is_sent()
    {
        await PutAsync("only");
        var had = await GetAsync("rss");
        await PutAsync("only", version: 2);

        Assert.Equal(200, (await GetDeltaAsync("rss", had["ETag"]!)).Status);
    }

    [Fact]
    public async Task Pages_for_people_have_no_deltas()
    {
        await PutAsync("old");
        var had = await Surface.GetAsync("/");
        await Surface.PutAsync("new", Send.Article(more: ("topics", new System.Text.Json.Nodes.JsonArray("Weather"))), wait: true);

        Assert.Equal(200, (await Surface.GetAsync("/", ("A-IM", "feed"), ("If-None-Match", had["ETag"]!))).Status);
    }

    /// <summary>What a reader was given before the article "new" came.</summary>
    private async Task<Answer> HadAsync()
    {
        await PutAsync("old");
        var had = await GetAsync("rss");
        await PutAsync("new");
        return had;
    }

    private async Task PutAsync(string id, int version = 1)
    {
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        var headline = string.Create(CultureInfo.InvariantCulture, $"{id} {version}");
        await Surface.PutAsync(id, Send.Article(version: version, more: ("headline", headline)), wait: true);
    }

    private Task<Answer> GetDeltaAsync(string extension, string tag, params IEnumerable<(string, string)> more) =>
        GetAsync(extension, [("A-IM", "feed"), ("If-None-Match", tag), .. more]);

    private Task<Answer> GetAsync(string extension, params IEnumerable<(string, string)> headers) =>
        Surface.GetAsync("/feeds/latest." + extension, headers);

    private static IEnumerable<string> Headlines(Answer answer) =>
        answer["Content-Type"]!.Contains("json", StringComparison.Ordinal)
            ? answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)
            : XDocument.Parse(answer.Text).Descendants()
                .Where(element => element.Name.LocalName is "entry" or "item")
                .Select(entry => entry.Elements().First(element => element.Name.LocalName == "title").Value);
}
