using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Articles.PageImport;

namespace Newswire.Tests.Articles.PageImport;

public sealed class PageImporterTests
{
    private static readonly Uri Address = new("https://news.example/somewhere");

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Corpus", "pages");

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_article_of_a_page_is_recovered(string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        var facts = expected.RootElement;

        var page = Import(File.ReadAllText(Path.Combine(Folder, name + ".html")));

        Assert.Equal(Text(facts, "headline"), page.Headline);
        Assert.Equal(Text(facts, "standfirst"), page.Standfirst);
        Assert.Equal(Text(facts, "canonicalUrl"), page.CanonicalUrl);
        Assert.Equal(Text(facts, "language"), page.Language);
        Assert.Equal(Text(facts, "section"), page.Section);
        Assert.Equal(facts.GetProperty("published").GetDateTimeOffset(), page.Published);
        Assert.Equal(facts.TryGetProperty("updated", out var updated) ? updated.GetDateTimeOffset() : null, page.Updated);
        Assert.Equal(Texts(facts, "authors"), page.Authors.Select(author => author.Name));
        Assert.Equal(Texts(facts, "topics"), page.Topics);
        Assert.Equal(Picture(facts.GetProperty("featuredPicture")), page.Featured is null ? null : Told(page.Featured));

        var body = BodyHtml.Clean(page.BodyHtml, Address, []);
        Assert.Equal(facts.GetProperty("bodyPictures").EnumerateArray().Select(Picture), body.Pictures.Select(Told));
        var document = new HtmlParser().ParseDocument(body.Html);
        Assert.Equal(facts.GetProperty("paragraphs").GetInt32(), document.QuerySelectorAll("p").Length);
        if (facts.TryGetProperty("bodyText", out _))
        {
            Assert.Equal(Texts(facts, "bodyText"), document.QuerySelectorAll("p, h2, h3, li, blockquote").Select(block => block.TextContent.Trim()));
        }

        Assert.All(Texts(facts, "mustNotContain"), unwanted => Assert.DoesNotContain(unwanted, body.Html.Replace("&apos;", "'", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("words, no page")]
    [InlineData("<html><body><h1>Sign in</h1><form><p>E-mail</p><input name=mail><p>Password</p><input type=password><button>Sign in</button></form></body></html>")]
    [InlineData("<html><head><meta property=og:type content=website><title>News</title></head><body><h1>News</h1><main>"
        + "<article><h2><a href=/1>One thing happened</a></h2><p>A short summary of one thing that happened in the town today, and of what may follow from it.</p></article>"
        + "<article><h2><a href=/2>Another happened</a></h2><p>A short summary of another thing that happened in the town today, and of what may follow.</p></article>"
        + "<article><h2><a href=/3>A third happened</a></h2><p>A short summary of a third thing that happened in the town today, and of what may follow.</p></article></main></body></html>")]
    [InlineData("<script type=application/ld+json>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"articleBody\":\"y\"}]}</script>")]
    public void What_is_no_article_comes_back_with_what_was_looked_for(string page)
    {
        var result = Assert.IsType<ImportResult.NoArticle>(PageImporter.Import(page, Address));
        Assert.NotEmpty(result.LookedFor);
    }

    [Fact]
    public void The_bytes_of_a_pdf_are_no_article()
    {
        var pdf = Encoding.Latin1.GetString([.. "%PDF-1.7\n%"u8, .. Enumerable.Range(0, 4000).Select(i => (byte)(i * 37)), .. "<</Type/Page>>stream\0endstream"u8]);
        Assert.IsType<ImportResult.NoArticle>(PageImporter.Import(pdf, null));
    }

    [Fact]
    public void Json_ld_that_is_half_a_character_or_endlessly_deep_is_passed_over()
    {
        var page = Import(
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}</script>"
            + "<script type=application/ld+json>" + new string('[', 5000) + "</script><h1>Real</h1><article><p>Words.</p></article>");
        Assert.Equal("Real", page.Headline);
    }

    [Fact]
    public void A_page_without_address_keeps_its_relative_addresses_for_later() =>
        Assert.Contains("src=\"/i.jpg\"", ((ImportResult.Found)PageImporter.Import(
            "<meta property=og:type content=article><h1>H</h1><article><p>Words.</p><img src=/i.jpg></article>", null)).Page.BodyHtml, StringComparison.Ordinal);

    [Fact]
    public void Rights_are_read_from_image_objects_in_the_article_and_beside_it()
    {
        const string Json = """
            [
              {
                "@type": "NewsArticle", "headline": "H", "datePublished": "2026-03-04T09:00:00Z",
                "image": { "@type": "ImageObject", "url": "/bridge.jpg", "license": { "@type": "CreativeWork", "url": "/terms" } }
              },
              {
                "@type": "ImageObject", "contentUrl": "https://news.example/crack-1024x768.jpg", "license": "CC BY 4.0 & more",
                "acquireLicensePage": "https://tidewater.example/1", "copyrightNotice": "© <b>Roads</b> Authority", "creditText": "Ada Bo / Roads"
              },
              { "@type": "ImageObject", "contentUrl": "/elsewhere.jpg", "license": "/terms" },
              { "@type": "ImageObject", "contentUrl": "/silent.jpg", "caption": "Says nothing of rights." }
            ]
            """;
        var page = Import(
            $"<script type=application/ld+json>{Json}</script><article><p>Words.</p><figure><img src=/crack-300x200.jpg><figcaption>A crack.</figcaption></figure>"
            + "<img src=/silent.jpg></article>");

        Assert.Equal(new PictureRights { License = "https://news.example/terms" }, page.Featured!.Rights);
        var crack = Assert.Single(BodyHtml.Clean(page.BodyHtml, Address, page.Pictures).Pictures, picture => picture.Rights is not null);
        Assert.Equal(
            ("https://news.example/crack-300x200.jpg", "A crack.", "Ada Bo / Roads"),
            (crack.Url, crack.Caption, string.Join(" / ", crack.Credits)));
        Assert.Equal(
            new PictureRights { CopyrightNotice = "© Roads Authority", Licensor = new Licensor(Url: "https://tidewater.example/1"), UsageTerms = "CC BY 4.0 & more" },
            crack.Rights);
    }

    private static ImportedPage Import(string html) => Assert.IsType<ImportResult.Found>(PageImporter.Import(html, Address)).Page;

    private static string? Text(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<string> Texts(JsonElement facts, string name) =>
        [.. facts.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];

    private static string? Picture(JsonElement facts) =>
        facts.ValueKind == JsonValueKind.Null ? null : Told(new Picture
        {
            Url = facts.GetProperty("url").GetString()!,
            Width = facts.TryGetProperty("width", out var width) ? width.GetInt32() : null,
            Height = facts.TryGetProperty("height", out var height) ? height.GetInt32() : null,
            Caption = Text(facts, "caption"),
            Credits = Texts(facts, "credits"),
        });

    private static string Told(Picture picture) =>
        $"{picture.Url} {picture.Width}x{picture.Height} '{picture.Caption}' {string.Join(" / ", picture.Credits)}";
}
