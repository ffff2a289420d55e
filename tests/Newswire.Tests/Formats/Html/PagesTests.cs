using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats.Html;
using Newswire.TestKit;

namespace Newswire.Tests.Formats.Html;

/// <summary>What holds of every page for people.</summary>
public sealed class PagesTests
{
    private static readonly Dictionary<string, byte[]> All = new(StringComparer.Ordinal)
    {
        ["feed"] = HtmlFeedPage.Write(
            Some.FeedHead(),
            [Some.Entry(article: Some.Article(featured: Some.Picture()) with { Correction = "It was nine." }), Some.Entry("tag:2")],
            FormatCase.Formats),
        ["empty feed"] = HtmlFeedPage.Write(Some.FeedHead("topics/arts"), [], FormatCase.Formats),
        ["directory"] = Directory(3),
        ["long directory"] = Directory(300),
        ["empty directory"] = HomePage.Write(Some.Publication(), new Dictionary<string, string>(), FormatCase.Formats),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_one_h1_and_skips_no_level(string name)
    {
        var levels = Parse(name).QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void A_page_of_a_publication_under_a_licence_says_so_to_programs()
    {
        var publication = Some.Publication() with { LicenceUrl = "https://news.example/licence?a=1&b=2" };
        foreach (var page in (byte[][])
        [
            HtmlFeedPage.Write(Some.FeedHead(publication: publication), [], FormatCase.Formats),
            HomePage.Write(publication, new Dictionary<string, string>(), FormatCase.Formats),
        ])
        {
            var link = new HtmlParser().ParseDocument(new MemoryStream(page)).QuerySelector("head > link[rel=license]");
            Assert.Equal(publication.LicenceUrl, link?.GetAttribute("href"));
        }

        Assert.All(All.Keys, name => Assert.Null(Parse(name).QuerySelector("link[rel=license]")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_and_whatever_is_referred_to_is_there(string name)
    {
        var page = Parse(name);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby"), ids));
        Assert.All(page.QuerySelectorAll("[data-copies]"), element => Assert.Contains(element.GetAttribute("data-copies"), ids));
        Assert.All(
            page.QuerySelectorAll("a[href^='#']"),
            link => Assert.Contains(Uri.UnescapeDataString(link.GetAttribute("href")![1..]), ids));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_and_buttons_have_names_and_pictures_a_text(string name)
    {
        var page = Parse(name);
        Assert.All(page.QuerySelectorAll("a, button"), element => Assert.NotEmpty((element.GetAttribute("aria-label") ?? element.TextContent).Trim()));
        Assert.All(page.QuerySelectorAll("img"), image => Assert.NotNull(image.GetAttribute("alt")));
        Assert.All(page.QuerySelectorAll("button, input, select"), control => Assert.NotNull(control.Closest("[hidden]")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_policy_stands_first_and_allows_exactly_this_style_and_script(string name)
    {
        var page = Parse(name);
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!;
        Assert.StartsWith(policy.GetAttribute("content")!, PageSecurity.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.All(page.Head!.Children.TakeWhile(element => element != policy), element => Assert.Equal("meta", element.LocalName));
        foreach (var (element, directive) in new[] { ("style", "style-src"), ("script", "script-src") })
        {
            var text = Assert.Single(page.QuerySelectorAll(element)).TextContent;
            var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
            Assert.Contains($"{directive} 'sha256-{hash}';", PageSecurity.ContentSecurityPolicy, StringComparison.Ordinal);
        }

        Assert.Empty(page.QuerySelectorAll("[style], link[rel=stylesheet], script[src], base, form, iframe"));
    }

    [Fact]
    public void A_feed_page_shows_the_newest_twenty()
    {
        var entries = Enumerable.Range(1, 30).Select(i => Some.Entry($"tag:{i}", article: Some.Article($"Number {i}"))).ToList();
        var shown = Parse(HtmlFeedPage.Write(Some.FeedHead(), entries, FormatCase.Formats)).QuerySelectorAll("article h3");
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"Number {i}"), shown.Select(heading => heading.TextContent.Trim()));
    }

    [Fact]
    public void Links_are_relative_to_where_the_page_stands()
    {
        var publication = Some.Publication() with { BaseUrl = "https://host.example/syndication" };
        var page = Parse(HtmlFeedPage.Write(Some.FeedHead("topics/uk-news", publication: publication), [], FormatCase.Formats));
        var at = new Uri("https://other.example/prefix/feeds/topics/uk-news.html");
        Assert.Equal(
            ["https://other.example/prefix/feeds/topics/uk-news.rss", "https://other.example/prefix/feeds/topics/uk-news.atom", "https://other.example/prefix/feeds/topics/uk-news.json"],
            page.QuerySelectorAll("link[rel=alternate]").Select(link => new Uri(at, link.GetAttribute("href")).AbsoluteUri));
        Assert.Equal("https://other.example/prefix/", new Uri(at, page.QuerySelector(".masthead a:last-child")!.GetAttribute("href")).AbsoluteUri);
        Assert.Equal(
            "https://host.example/syndication/feeds/topics/uk-news.html", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData(" https://news.example/")]
    public void What_is_not_a_web_address_becomes_neither_link_nor_picture(string url)
    {
        var article = Some.Article(url: url, featured: Some.Picture(url)) with { Authors = [new Author("Ada", url)] };
        var page = Parse(HtmlFeedPage.Write(Some.FeedHead(), [Some.Entry(article: article)], FormatCase.Formats));
        Assert.Empty(page.QuerySelectorAll("article a, article img"));
        Assert.Contains("Ada", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Feeds_a_newsroom_defines_stand_before_topics_and_authors()
    {
        var titles = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["authors/ada"] = "Ada",
            ["front-page"] = "Front page",
            ["latest"] = "Latest",
            ["topics/arts"] = "Arts",
        };
        var page = Parse(HomePage.Write(
            Some.Publication(), titles, FormatCase.Formats, new Dictionary<string, string> { ["front-page"] = "Chosen by hand." }));
        Assert.Equal(
            ["Latest", "Front page", "Arts", "Ada"], page.QuerySelectorAll(".feeds .title").Select(link => link.TextContent));
        Assert.Equal("Chosen by hand.", page.QuerySelector(".feeds p")!.TextContent);
    }

    private static byte[] Directory(int topics) => HomePage.Write(
        Some.Publication(),
        new SortedDictionary<string, string>(
            Enumerable.Range(0, topics).ToDictionary(i => $"topics/{"aé1日"[i % 4]}-{i}", i => $"Topic {i}"), StringComparer.Ordinal)
        {
            [FeedName.Latest] = "Latest",
            ["long-reads"] = "Long reads",
        },
        FormatCase.Formats);

    private static IDocument Parse(string name) => Parse(All[name]);

    private static IDocument Parse(byte[] page) => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page));
}
