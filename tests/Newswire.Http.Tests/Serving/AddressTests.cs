using Newswire.Http.Serving;
using Newswire.Http.Tests.Surface;
using Newswire.Projection;

namespace Newswire.Http.Tests.Serving;

/// <summary>However an address is spelt, it gives the document or sends to it; what was never one costs nothing.</summary>
public sealed class AddressTests : SurfaceTests
{
    [Theory]
    [InlineData("/Feeds/Latest.RSS", "/feeds/latest.rss")]
    [InlineData("/feeds/latest.Rss", "/feeds/latest.rss")]
    [InlineData("/feeds//latest.rss", "/feeds/latest.rss")]
    [InlineData("//feeds/latest.rss", "/feeds/latest.rss")]
    [InlineData("///feeds///latest.rss//", "/feeds/latest.rss")]
    [InlineData("/feeds/latest.rss/", "/feeds/latest.rss")]
    [InlineData("/feeds/latest", "/feeds/latest.html")]
    [InlineData("/feeds/latest/", "/feeds/latest.html")]
    [InlineData("/feeds/topics/UK News.atom", "/feeds/topics/uk-news.atom")]
    [InlineData("/feeds/TOPICS/Uk-News.ATOM", "/feeds/topics/uk-news.atom")]
    [InlineData("/feeds/topics%2fuk-news.json", "/feeds/topics/uk-news.json")]
    [InlineData("/feeds/topics/日本.RSS", "/feeds/topics/%E6%97%A5%E6%9C%AC.rss")]
    [InlineData("/OPML.xml", "/opml.xml")]
    [InlineData("/opml.xml/", "/opml.xml")]
    [InlineData("/Robots.TXT", "/robots.txt")]
    [InlineData("/Manifest.webmanifest", "/manifest.webmanifest")]
    [InlineData("/feeds/Style.css", "/feeds/style.css")]
    [InlineData("//", "/")]
    public async Task Another_spelling_of_an_address_answers_301_to_the_right_one(string path, string right)
    {
        await Surface.Objects.WriteFeedsAsync("latest", "topics/uk-news", "topics/日本");

        var answer = await Surface.SendRawAsync("GET", path, _ => { });

        Assert.Equal(301, answer.Response.StatusCode);
        Assert.Equal(right, answer.Response.Headers.Location);
        Assert.Equal(CacheControl.Moved, answer.Response.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/feeds/latest.rss?")]
    [InlineData("/feeds/latest.rss?utm_source=x&format=atom")]
    [InlineData("/feeds/%6Catest%2Erss")]
    public async Task A_query_and_needless_percent_encoding_give_the_document(string path)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var plain = await Surface.GetAsync("/feeds/latest.rss");

        var answer = await Surface.GetAsync(path);

        Assert.Equal(200, answer.Status);
        Assert.Equal(plain["ETag"], answer["ETag"]);
    }

    [Fact]
    public async Task A_redirection_leaves_the_query_behind() =>
        Assert.Equal("/opml.xml", (await Surface.GetAsync("/Opml.xml?x=1"))["Location"]);

    [Theory]
    [InlineData("/feeds/latest.rss", 200)]
    [InlineData("/feeds/topics/old.rss", 301)]
    [InlineData("/feeds/topics/gone.rss", 410)]
    [InlineData("/feeds/topics/never.rss", 404)]
    public async Task HEAD_is_answered_as_GET_without_a_body(string path, int status)
    {
        await WriteNamesAsync();
        await Surface.Objects.WriteDocumentAsync(ObjectPaths.Document("latest", "rss"), "x", "application/rss+xml");

        var get = await Surface.GetAsync(path);
        var head = await Surface.SendWithAsync([], HttpMethod.Head, path);

        Assert.Equal((status, status), (get.Status, head.Status));
        Assert.Equal(get.Headers.OrderBy(header => header.Key), head.Headers.OrderBy(header => header.Key));
        Assert.Empty(head.Bytes);
    }

    [Theory]
    [InlineData("/feeds/topics/old.rss", "/feeds/topics/new.rss")]
    [InlineData("/feeds/topics/old.json", "/feeds/topics/new.json")]
    [InlineData("/feeds/Topics/Old.atom", "/feeds/topics/new.atom")]
    [InlineData("/feeds/topics/old", "/feeds/topics/new.html")]
    public async Task A_renamed_feed_answers_301_to_the_same_format(string path, string right)
    {
        await WriteNamesAsync();

        var answer = await Surface.GetAsync(path);

        Assert.Equal((301, right), (answer.Status, answer["Location"]));
    }

    [Theory]
    [InlineData("/feeds/topics/gone.rss")]
    [InlineData("/feeds/topics/gone.html")]
    [InlineData("/feeds/topics/Gone")]
    [InlineData("/feeds/topics/gone/archive/oldest.atom")]
    public async Task A_retired_feed_answers_410_and_says_where_the_others_are(string path)
    {
        await WriteNamesAsync();

        var answer = await Surface.GetAsync(path);

        Assert.Equal(410, answer.Status);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal("urn:newswire:problem:retired-feed", answer.Json.GetProperty("type").GetString());
        Assert.Contains("home page", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_renamed_or_retired_answers_so_a_second_later_even_while_its_documents_are_there()
    {
        await Surface.Objects.WriteFeedsAsync("a", "b", "c");
        await Surface.Objects.WriteDocumentAsync(ObjectPaths.Document("a", "rss"), "x", "application/rss+xml");
        await Surface.Objects.WriteDocumentAsync(ObjectPaths.Document("b", "rss"), "x", "application/rss+xml");
        Assert.Equal(200, (await Surface.GetAsync("/feeds/a.rss")).Status);
        Assert.Equal(200, (await Surface.GetAsync("/feeds/b.rss")).Status);

        await Surface.Objects.WriteFeedsAsync(["c"], [("a", "c")], ["b"]);
        Surface.Time.Advance(DocumentCache.MaxAge);

        Assert.Equal(301, (await Surface.GetAsync("/feeds/a.rss")).Status);
        Assert.Equal(410, (await Surface.GetAsync("/feeds/b.rss")).Status);
    }

    [Fact]
    public async Task While_storage_is_away_the_names_read_before_hold()
    {
        await WriteNamesAsync();
        Assert.Equal(301, (await Surface.GetAsync("/feeds/topics/old.rss")).Status);
        Surface.Plan.Unanswered = _ => true;
        Surface.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(301, (await Surface.GetAsync("/feeds/topics/old.rss")).Status);
        Assert.Equal(410, (await Surface.GetAsync("/feeds/topics/gone.rss")).Status);
        Assert.Equal(404, (await Surface.GetAsync("/feeds/topics/never.rss")).Status);
        Assert.Equal(503, (await Surface.GetAsync("/feeds/latest.rss")).Status);
    }

    [Fact]
    public async Task A_feed_that_this_process_makes_is_known_at_once()
    {
        Assert.Equal(404, (await Surface.GetAsync("/feeds/topics/transport.rss")).Status);

        await Surface.PutAsync("harbour-bridge", wait: true);

        Assert.Equal(200, (await Surface.GetAsync("/feeds/topics/transport.rss")).Status);
    }

    [Fact]
    public async Task A_sitemap_is_looked_for_only_when_the_index_names_it()
    {
        await Surface.Objects.WriteDocumentAsync(
            ObjectPaths.SitemapIndex, "<loc>https://syndication.example/sitemaps/news-1.xml</loc>", "application/xml");
        await Surface.Objects.WriteDocumentAsync(ObjectPaths.NewsSitemap(1), "<urlset/>", "application/xml");

        Assert.Equal(200, (await Surface.GetAsync("/sitemaps/news-1.xml")).Status);
        Assert.Equal("/sitemaps/news-1.xml", (await Surface.GetAsync("/sitemaps/News-01.XML"))["Location"]);
        var operations = await Surface.OperationsOfAsync(async () =>
        {
            for (var number = 2; number < 50; number++)
            {
                Assert.Equal(404, (await Surface.GetAsync($"/sitemaps/news-{number}.xml")).Status);
            }
        });
        Assert.Empty(operations);
    }

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/opml.xml", "text/x-opml; charset=utf-8")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    [InlineData("/sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("/sitemaps/news-1.xml", "application/xml; charset=utf-8")]
    [InlineData("/manifest.webmanifest", "application/manifest+json; charset=utf-8")]
    [InlineData("/feeds/style.css", "text/css; charset=utf-8")]
    public async Task What_leads_to_feeds_is_there_before_the_first_article(string path, string type)
    {
        var answer = await Surface.GetAsync(path);

        Assert.Equal((200, type), (answer.Status, answer["Content-Type"]));
        Assert.Equal(304, (await Surface.GetAsync(path, ("If-None-Match", answer["ETag"]!))).Status);
    }

    [Fact]
    public async Task Below_a_path_of_a_proxy_addresses_are_sent_on_below_it()
    {
        await using var below = await NewswireSurface.StartAsync(baseUrl: "https://news.example/syndication/");

        Assert.Equal("/syndication/opml.xml", (await below.GetAsync("/OPML.xml"))["Location"]);
    }

    [Theory]
    [InlineData("/opml.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/manifest.webmanifest")]
    [InlineData("/feeds/style.css")]
    public async Task Documents_of_which_there_is_one_are_served(string path)
    {
        await Surface.Objects.WriteDocumentAsync(PublicPath.ToObject(path), "text", "text/plain; charset=utf-8", hash: "h");

        var answer = await Surface.GetAsync(path);

        Assert.Equal((200, "text", "\"h\""), (answer.Status, answer.Text, answer["ETag"]));
    }

    private Task WriteNamesAsync() =>
        Surface.Objects.WriteFeedsAsync(["latest", "topics/new"], [("topics/old", "topics/new")], ["topics/gone"]);
}
