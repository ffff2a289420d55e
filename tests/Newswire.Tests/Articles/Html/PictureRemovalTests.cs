using AngleSharp.Html.Parser;
using CsCheck;
using Newswire.Articles;
using Newswire.Articles.Html;

namespace Newswire.Tests.Articles.Html;

public sealed class PictureRemovalTests
{
    private const string Excluded = "https://news.example/x.jpg?a=1&b=2";
    private const string Figure = "<figure><img src=\"https://news.example/x.jpg?a=1&amp;b=2\" alt=\"a > b\"><figcaption>It. <cite>Bo</cite></figcaption></figure>";
    private const string Other = "<figure><img src=\"https://news.example/o.jpg\" alt=\"\"></figure>";

    private static readonly Uri Page = new("https://news.example/uk/story");

    [Theory]
    [InlineData($"{Figure}", "")]
    [InlineData($"<p>a</p>{Figure}<p>b</p>", "<p>a</p><p>b</p>")]
    [InlineData($"{Figure}{Other}{Figure}", $"{Other}")]
    [InlineData($"<ul><li>a</li><li>{Figure}</li></ul>", "<ul><li>a</li></ul>")]
    [InlineData($"<ul><li><blockquote>{Figure}</blockquote></li></ul><p>a</p>", "<p>a</p>")]
    [InlineData($"<ul><li>{Figure}{Other}</li></ul>", $"<ul><li>{Other}</li></ul>")]
    [InlineData($"<blockquote lang=\"cy\">{Figure}<p>a</p></blockquote>", "<blockquote lang=\"cy\"><p>a</p></blockquote>")]
    [InlineData(
        $"<table><tbody><tr><td>{Figure}</td><td>a</td></tr></tbody></table>",
        "<table><tbody><tr><td></td><td>a</td></tr></tbody></table>")]
    [InlineData($"<table><tbody><tr><td></td><td>{Figure}</td></tr></tbody></table>", "")]
    [InlineData($"<ul><li>one{Figure}two</li></ul>", "<ul><li>one two</li></ul>")]
    [InlineData($"<ul><li><b>one</b><blockquote>{Figure}</blockquote>{Figure}<i>two</i>three</li></ul>", "<ul><li><b>one</b> <i>two</i>three</li></ul>")]
    [InlineData($"<ul><li>one{Figure}<p>two</p>{Figure}three</li></ul>", "<ul><li>one<p>two</p>three</li></ul>")]
    [InlineData($"<ul><li>one{Figure}<br>two</li></ul>", "<ul><li>one<br>two</li></ul>")]
    [InlineData("<table><tbody><tr><td></td></tr></tbody></table>", "<table><tbody><tr><td></td></tr></tbody></table>")]
    [InlineData("<p>see <a href=\"https://news.example/x.jpg?a=1&amp;b=2#top\" title=\"a > b\">the <b>bridge</b></a></p>", "<p>see the <b>bridge</b></p>")]
    [InlineData("<p>see <a href=\"https://news.example/x.jpg?a=1\">it</a></p>", "<p>see it</p>")]
    [InlineData("<p>see <a href=\"https://news.example/y.jpg?a=1\">it</a></p>", "<p>see <a href=\"https://news.example/y.jpg?a=1\">it</a></p>")]
    [InlineData("<p>https://news.example/x.jpg?a=1&amp;b=2</p>", "<p>https://news.example/x.jpg?a=1&amp;b=2</p>")]
    public void A_picture_leaves_no_hole(string body, string expected) =>
        Assert.Equal(expected, PictureRemoval.Remove(body, HeldBack(Excluded)));

    [Theory]
    [InlineData("<p>a", "<p>a")]
    [InlineData("<p title=\"a", "<p title=\"a")]
    [InlineData("a</b></p>", "a</b></p>")]
    [InlineData("<", "<")]
    [InlineData("<img src=\"https://news.example/x.jpg?a=1&amp;b=2", "")]
    public void A_body_that_is_not_clean_does_no_harm(string body, string expected) =>
        Assert.Equal(expected, PictureRemoval.Remove(body, HeldBack(Excluded)));

    [Fact]
    public void Without_pictures_a_body_is_as_clean_as_it_was_and_has_the_same_words_and_other_pictures() =>
        Gen.Select(BodyHtmlProperties.Soup, Gen.Int[0, 7]).Sample(
            (soup, choice) =>
            {
                var body = BodyHtml.Clean(soup, Page, []);
                var urls = body.Pictures.Where((_, i) => (choice >> i & 1) == 1).Select(picture => picture.Url).ToHashSet();

                var rest = PictureRemoval.Remove(body.Html, HeldBack([.. urls]));

                // The cleaning leaves nothing empty, so nothing for it to do means that there is no hole.
                Assert.Equal(BodyHtml.Clean(rest, Page, []).Html, rest);
                Assert.Equal(RunningText.Of(body.Html), RunningText.Of(rest));
                Assert.Equal(Sources(body.Html).Where(url => !urls.Contains(url)), Sources(rest));
            },
            iter: 5_000);

    private static HeldBackPictures HeldBack(params string[] urls) =>
        new(urls.Select(url => new Picture { Url = url, Rights = new PictureRights { Syndicate = false } }));

    private static IEnumerable<string> Sources(string body) =>
        new HtmlParser().ParseDocument(body).QuerySelectorAll("img").Select(image => image.GetAttribute("src")!);
}
