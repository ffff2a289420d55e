using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Newswire.Formats.Html;
using Newswire.TestKit;

namespace Newswire.Tests.Formats.Html;

public sealed class PageRoundTripTests
{
    [Fact]
    public void A_feed_page_gives_back_every_clean_text_and_has_no_element_of_it() => ArticleText.Any.Sample(text =>
    {
        var plain = text with
        {
            Headline = "a",
            Standfirst = "a",
            Author = "a",
            Caption = "a",
            Credit = "a",
        };
        var page = Parse(Write(text));
        var article = page.QuerySelector("article")!;
        Assert.Equal(text.Headline, article.QuerySelector("h3 a")!.TextContent);
        Assert.Equal(text.Url, article.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Equal(text.Standfirst, article.QuerySelector(".standfirst")?.TextContent ?? "");
        Assert.Equal(text.Author, article.QuerySelector(".byline bdi")!.TextContent);
        Assert.Equal(text.Caption, article.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal(text.Credit, article.QuerySelector(".byline span:last-child bdi")!.TextContent);
        Assert.Equal(text.Headline, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            Elements(Parse(Write(plain))).Where(element => text.Standfirst.Length > 0 || element != "p.standfirst"), Elements(page));
    });

    [Fact]
    public void The_directory_gives_back_every_clean_text_and_has_no_element_of_it() => CleanText.Any.Sample(text =>
    {
        var titles = new Dictionary<string, string> { ["latest"] = text, ["topics/arts"] = text };
        var publication = Some.Publication() with { Title = text, Description = text, Rights = text };
        var page = Parse(HomePage.Write(publication, titles, FormatCase.Formats));
        Assert.All(page.QuerySelectorAll(".feeds .title"), link => Assert.Equal(text, link.TextContent));
        Assert.Equal(text, page.QuerySelector(".publication")!.TextContent);
        Assert.Equal(text, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(Elements(Parse(HomePage.Write(Some.Publication(), titles, FormatCase.Formats))), Elements(page));
    });

    private static byte[] Write(ArticleText text)
    {
        var entry = text.Entry();
        var picture = entry.Article.Featured! with { Alt = null };
        return HtmlFeedPage.Write(
            Some.FeedHead(title: text.Headline), [entry with { Article = entry.Article with { Featured = picture } }], FormatCase.Formats);
    }

    private static IEnumerable<string> Elements(IDocument page) =>
        page.All.Select(element => $"{element.LocalName}.{element.ClassName}");

    private static IDocument Parse(byte[] page) => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page));
}
