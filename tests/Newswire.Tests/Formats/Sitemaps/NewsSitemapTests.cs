using System.Xml.Linq;
using CsCheck;
using Newswire.Formats.Sitemaps;
using Newswire.TestKit;

namespace Newswire.Tests.Formats.Sitemaps;

public sealed class NewsSitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly XNamespace Image = "http://www.google.com/schemas/sitemap-image/1.1";

    [Fact]
    public void Elements_stand_in_the_order_of_the_schemas()
    {
        var url = Load(NewsSitemap.Write(Some.Publication(), [Some.Entry(article: Some.Article(featured: Some.Picture()))])).Root!.Element(Sitemap + "url")!;
        Assert.Equal([Sitemap + "loc", Sitemap + "lastmod", News + "news", Image + "image"], url.Elements().Select(e => e.Name));
        Assert.Equal(
            [News + "publication", News + "publication_date", News + "title"], url.Element(News + "news")!.Elements().Select(e => e.Name));
        Assert.Equal([News + "name", News + "language"], url.Descendants(News + "publication").Elements().Select(e => e.Name));
    }

    [Fact]
    public void A_thousand_articles_fill_a_file_and_one_more_is_refused()
    {
        var entries = Enumerable.Range(0, 1001).Select(i => Some.Entry($"tag:{i}")).ToList();
        var full = Load(NewsSitemap.Write(Some.Publication(), entries[..1000]));
        Assert.Equal(1000, full.Root!.Elements(Sitemap + "url").Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => NewsSitemap.Write(Some.Publication(), entries));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(2000, 2)]
    [InlineData(2001, 3)]
    public void More_articles_need_more_files_and_none_needs_an_empty_one(int articles, int files) =>
        Assert.Equal(files, NewsSitemap.FilesFor(articles));

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("CY", "cy")]
    [InlineData("haw", "haw")]
    [InlineData("zh", "zh-cn")]
    [InlineData("zh-Hans-SG", "zh-cn")]
    [InlineData("zh-Hans-TW", "zh-cn")]
    [InlineData("zh-Hant", "zh-tw")]
    [InlineData("zh-HK", "zh-tw")]
    public void Languages_are_told_as_Google_News_wants_them(string tag, string told) =>
        Assert.Equal(told, Load(NewsSitemap.Write(Some.Publication(), [Some.Entry(article: Some.Article(language: tag))]))
            .Descendants(News + "language").Single().Value);

    [Fact]
    public void It_gives_back_every_clean_text_as_it_was() => ArticleText.Any.Sample(text =>
    {
        var document = Load(NewsSitemap.Write(Some.Publication() with { Title = text.Topic }, [text.Entry()]));
        Assert.Equal(text.Headline, document.Descendants(News + "title").Single().Value);
        Assert.Equal(text.Topic, document.Descendants(News + "name").Single().Value);
        Assert.Equal(text.Url, document.Descendants(Sitemap + "loc").Single().Value);
    });

    private static XDocument Load(byte[] document)
    {
        using var stream = new MemoryStream(document);
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
