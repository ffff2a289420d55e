using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Newswire.Http.Tests.Surface;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Pictures;

/// <summary>From a request without facts to documents with them, with the pictures on a real server on this machine.</summary>
public sealed class PictureFactsTests : IAsyncLifetime
{
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private PictureHost host = null!;
    private NewswireSurface surface = null!;
    private string top = "";
    private string inBody = "";

    public async ValueTask InitializeAsync()
    {
        host = await PictureHost.StartAsync();
        surface = await NewswireSurface.StartAsync(probe: true);
        top = host.Serve("/top.jpg", SmallPictures.Jpeg);
        inBody = host.Serve("/in-body.png", SmallPictures.Png, "image/png");
    }

    public async ValueTask DisposeAsync()
    {
        await surface.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Pictures_sent_without_facts_have_them_in_every_document()
    {
        Assert.Equal(200, (await surface.PutAsync("bridge", Article(), wait: true)).Status);

        var (rss, atom, json) = await DocumentsAsync(surface);
        Assert.Equal(
            Attributes(top, SmallPictures.Jpeg.Length, "image/jpeg"), Attributes(rss.Descendants("enclosure").Single()));
        Assert.Equal(
            ["image/jpeg", $"{SmallPictures.Jpeg.Length}", top],
            atom.Descendants(Atom + "link").Single(link => (string?)link.Attribute("rel") == "enclosure").Attributes().Skip(1).Select(attribute => attribute.Value));
        foreach (var document in new[] { rss, atom })
        {
            Assert.Equal(
                [
                    $"{top} {SmallPictures.Jpeg.Length} image/jpeg 37x23",
                    $"{inBody} {SmallPictures.Png.Length} image/png 37x23",
                ],
                document.Descendants(Media + "content").Select(Said));
            Assert.Contains($"src=\"{inBody}\" alt=\"\" width=\"37\" height=\"23\"", document.Root!.Value, StringComparison.Ordinal);
        }

        var item = json.GetProperty("items")[0];
        Assert.Equal(SmallPictures.Jpeg.Length, item.GetProperty("attachments")[0].GetProperty("size_in_bytes").GetInt32());
        Assert.Equal("image/jpeg", item.GetProperty("attachments")[0].GetProperty("mime_type").GetString());
        Assert.Contains("width=\"37\" height=\"23\"", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_CMS_says_stands_whatever_the_file_is()
    {
        var said = new JsonObject { ["url"] = top, ["width"] = 2000, ["height"] = 1125, ["type"] = "image/webp", ["lengthBytes"] = 5 };

        await surface.PutAsync("bridge", Send.Article(more: ("featuredPicture", said)), wait: true);

        Assert.Empty(host.Requests);
        Assert.Equal(Attributes(top, 5, "image/webp"), Attributes((await DocumentsAsync(surface)).Rss.Descendants("enclosure").Single()));
    }

    [Fact]
    public async Task A_picture_that_is_not_there_is_carried_without_facts_and_is_no_enclosure()
    {
        var article = Send.Article(more: ("featuredPicture", new JsonObject { ["url"] = host.Address + "/gone.jpg" }));

        await surface.PutAsync("bridge", article, wait: true);

        await AssertNothingIsSaidAsync(surface);
        Assert.Contains(surface.Log.Lines, line => line.Contains("PictureUnknown", StringComparison.Ordinal) && line.Contains("bridge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_whose_length_cannot_be_known_is_no_enclosure_in_RSS()
    {
        var unknown = host.Serve("/unknown.jpg", async context =>
        {
            context.Response.StatusCode = 206;
            await context.Response.Body.WriteAsync(SmallPictures.Jpeg);
        });

        await surface.PutAsync("bridge", Send.Article(more: ("featuredPicture", new JsonObject { ["url"] = unknown })), wait: true);

        var (rss, _, _) = await DocumentsAsync(surface);
        Assert.Empty(rss.Descendants("enclosure"));
        Assert.Equal($"{unknown}  image/jpeg 37x23", Said(rss.Descendants(Media + "content").Single()));
    }

    [Fact]
    public async Task Switched_off_nothing_is_asked_for_and_nothing_is_said()
    {
        await using var off = await NewswireSurface.StartAsync();

        await off.PutAsync("bridge", Article(), wait: true);

        Assert.Empty(host.Requests);
        await AssertNothingIsSaidAsync(off);
    }

    [Fact]
    public async Task The_address_of_a_picture_comes_into_no_log()
    {
        var signed = host.Address + "/gone.jpg?signature=secret";

        await surface.PutAsync("bridge", Send.Article(more: ("featuredPicture", new JsonObject { ["url"] = signed })), wait: true);

        Assert.Single(host.Requests);
        Assert.All(surface.Log.Lines, line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sending_the_same_again_changes_no_byte_whatever_has_become_of_the_picture()
    {
        var late = host.Address + "/late.jpg";
        var article = Article();
        article["pictures"] = new JsonArray(new JsonObject { ["url"] = late });
        await surface.PutAsync("bridge", article, wait: true);
        var before = await surface.FeedAsync("latest");
        var asked = host.Requests.Count;

        host.Serve("/late.jpg", SmallPictures.Jpeg);
        host.Serve("/top.jpg", SmallPictures.Gif, "image/gif");
        surface.Time.Advance(TimeSpan.FromDays(2));
        await surface.PutAsync("bridge", article, wait: true);

        Assert.Equal(before.Select(document => document.Text), (await surface.FeedAsync("latest")).Select(document => document.Text));
        Assert.Equal(before.Select(document => document["ETag"]), (await surface.FeedAsync("latest")).Select(document => document["ETag"]));
        Assert.Equal(asked, host.Requests.Count);
    }

    [Fact]
    public async Task An_edit_keeps_what_was_found_and_asks_for_what_was_not()
    {
        var late = host.Address + "/late.jpg";
        var article = Article();
        article["pictures"] = new JsonArray(new JsonObject { ["url"] = late });
        await surface.PutAsync("bridge", article, wait: true);
        Assert.Equal(["/in-body.png", "/late.jpg", "/top.jpg"], host.Requests.Order(StringComparer.Ordinal));

        host.Serve("/late.jpg", SmallPictures.Jpeg);
        surface.Time.Advance(TimeSpan.FromDays(2));
        article["version"] = 2;
        article["headline"] = "Edited";
        await surface.PutAsync("bridge", article, wait: true);

        Assert.Equal("/late.jpg", host.Requests.Skip(3).Single());
        var (rss, _, _) = await DocumentsAsync(surface);
        Assert.Equal(["37", "37", "37"], rss.Descendants(Media + "content").Select(content => content.Attribute("width")?.Value));
    }

    [Fact]
    public async Task A_batch_asks_once_for_a_picture_that_its_articles_share()
    {
        var lines = Enumerable.Range(0, 200).Select(i =>
        {
            var article = Article();
            article["id"] = i.ToString(CultureInfo.InvariantCulture);
            return article;
        }).ToList<JsonNode>();

        Assert.Equal(200, (await surface.BatchAsync(Send.Batch(lines), wait: true)).Status);

        Assert.Equal(["/in-body.png", "/top.jpg"], host.Requests.Order(StringComparer.Ordinal));
        var (rss, _, _) = await DocumentsAsync(surface);
        Assert.All(rss.Descendants("item"), item => Assert.NotNull(item.Element("enclosure")));
    }

    [Fact]
    public async Task The_pictures_of_a_page_are_asked_for_and_shown_in_the_answer()
    {
        var page = $"""
            <!doctype html><html lang="en"><head><title>Bridge</title><link rel="canonical" href="https://news.example/bridge">
            <meta property="og:type" content="article"><meta property="og:image" content="{top}">
            <meta property="article:published_time" content="2026-03-04T09:00:00Z"></head>
            <body><article><h1>Bridge opens</h1><p>The bridge opened on Monday, a month early, and the ferries keep running.</p>
            <figure><img src="{inBody}"></figure><p>Nobody was on the first bus that crossed it.</p></article></body></html>
            """;

        var answer = await surface.SendAsync(HttpMethod.Post, "/api/pages?id=bridge", Send.Html(page));

        Assert.Equal(202, answer.Status);
        var article = answer.Json.GetProperty("article");
        Assert.Equal(SmallPictures.Jpeg.Length, article.GetProperty("featuredPicture").GetProperty("lengthBytes").GetInt32());
        Assert.Equal(37, article.GetProperty("pictures")[0].GetProperty("width").GetInt32());
    }

    private static async Task AssertNothingIsSaidAsync(NewswireSurface surface)
    {
        var (rss, atom, json) = await DocumentsAsync(surface);
        Assert.Empty(rss.Descendants("enclosure"));
        Assert.DoesNotContain(atom.Descendants(Atom + "link"), link => (string?)link.Attribute("rel") == "enclosure");
        Assert.False(json.GetProperty("items")[0].TryGetProperty("attachments", out _));
        Assert.All(rss.Descendants(Media + "content"), content => Assert.EndsWith("  x", Said(content), StringComparison.Ordinal));
    }

    private static async Task<(XDocument Rss, XDocument Atom, JsonElement Json)> DocumentsAsync(NewswireSurface surface)
    {
        var documents = await surface.FeedAsync("latest");
        return (XDocument.Parse(documents[0].Text), XDocument.Parse(documents[1].Text), documents[2].Json);
    }

    private static string Said(XElement content) =>
        $"{(string?)content.Attribute("url")} {(string?)content.Attribute("fileSize")} {(string?)content.Attribute("type")} {(string?)content.Attribute("width")}x{(string?)content.Attribute("height")}";

    private static string[] Attributes(string url, long length, string type) =>
        [url, length.ToString(CultureInfo.InvariantCulture), type];

    private static IEnumerable<string> Attributes(XElement element) => element.Attributes().Select(attribute => attribute.Value);

    private JsonObject Article() => Send.Article(more:
    [
        ("featuredPicture", new JsonObject { ["url"] = top }),
        ("body", $"<p>Words</p><img src=\"{inBody}\">"),
    ]);
}
