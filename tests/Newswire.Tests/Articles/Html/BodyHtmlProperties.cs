using AngleSharp.Html.Parser;
using CsCheck;
using Newswire.Articles.Html;

namespace Newswire.Tests.Articles.Html;

public sealed class BodyHtmlProperties
{
    private static readonly Uri Page = new("https://news.example/uk/story");

    private static readonly Gen<string> Names = OneOf(
        "p", "b", "i", "a href=/x", "a", "div", "h1", "h2", "ul", "li", "ol", "dl", "dt", "dd", "blockquote", "table", "tr", "td", "caption", "tbody",
        "figure", "figcaption", "cite", "img src=/i.jpg alt='x &amp; y'", "img src=/j.jpg width=5 height=6", "br", "hr", "pre", "span", "script", "style", "svg", "q",
        "sub", "p onclick=x lang=en", "a href='javascript:x'", "a href=\"jav\nascript:x\" onmouseover=y", "img src=x onerror=y", "form", "section", "code",
        "iframe", "title", "select", "math", "small", "div class=wp-caption", "a href='//h.example/%zz&{' title='a&{b'", "picture", "source srcset='/s.jpg 2x'");

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Names.Select(name => $"<{name}>"),
        Names.Select(name => $"</{name.Split(' ')[0]}>"),
        OneOf(
            "word", " ", "\n\n", "\n", "a & b", "&lt;script&gt;", "&#1;", "&#xD800;", "&nbsp;", "\0", "\uFFFE", "<!--", "-->", "<![CDATA[", "]]>", "<", ">", "\"",
            "Photo: Ada Bo / PA", "(Ada Bo/PA)", "Ada Bo, Mei Ito", ". ", "javascript:x", "&amp;amp;"));

    internal static readonly Gen<string> Soup = Pieces.Array[0, 40].Select(pieces => string.Concat(pieces));

    [Fact]
    public void Cleaning_a_clean_body_changes_nothing() =>
        Soup.Sample(
            soup =>
            {
                var once = BodyHtml.Clean(soup, Page, []);
                var twice = BodyHtml.Clean(once.Html, Page, []);
                Assert.Equal(once.Html, twice.Html);
                Assert.Equal(once.Pictures.Select(Facts), twice.Pictures.Select(Facts));
            },
            iter: 5_000);

    [Fact]
    public void Nothing_in_a_clean_body_runs_or_leads_astray() =>
        Soup.Sample(
            soup =>
            {
                var body = BodyHtml.Clean(soup, Page, []);
                Assert.DoesNotContain("<script", body.Html, StringComparison.OrdinalIgnoreCase);
                Assert.True(XmlText.IsClean(body.Html));
                foreach (var element in new HtmlParser().ParseDocument(body.Html).Body!.QuerySelectorAll("*"))
                {
                    Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
                    foreach (var url in new[] { element.GetAttribute("href"), element.GetAttribute("src") }.OfType<string>())
                    {
                        Assert.Contains(new Uri(url).Scheme, (string[])["http", "https", "mailto", "tel"]);
                    }
                }
            },
            iter: 3_000);

    [Fact]
    public void Every_picture_listed_stands_in_the_body_and_no_figure_stands_in_another() =>
        Soup.Sample(
            soup =>
            {
                var body = BodyHtml.Clean(soup, Page, []);
                var document = new HtmlParser().ParseDocument(body.Html);
                Assert.Equal(body.Pictures.Select(picture => picture.Url), document.QuerySelectorAll("body > figure > img, li > figure > img, td > figure > img, th > figure > img, dd > figure > img, blockquote > figure > img, ul > figure > img, ol > figure > img, dl > figure > img").Select(image => image.GetAttribute("src")!).Distinct());
                Assert.Empty(document.QuerySelectorAll("figure figure, p figure, img:not(figure > img)"));
            },
            iter: 3_000);

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static string Facts(Newswire.Articles.Picture picture) =>
        $"{picture.Url} {picture.Width} {picture.Height} {picture.Caption} {picture.Alt} {string.Join('|', picture.Credits)}";
}
