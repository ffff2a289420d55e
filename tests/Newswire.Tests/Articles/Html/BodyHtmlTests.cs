using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.TestKit;

namespace Newswire.Tests.Articles.Html;

public sealed class BodyHtmlTests
{
    private static readonly Uri Page = new("https://news.example/uk/story");

    [Theory]
    [InlineData("<p>One</p><p>Two <em>words</em></p>")]
    [InlineData("<h2>Title</h2><ul><li>a</li><li>b <b>c</b></li></ul><ol start=\"3\"><li>d</li></ol>")]
    [InlineData("<blockquote><p>Said</p></blockquote><hr><pre>a\n  b</pre>")]
    [InlineData("<dl><dt>Term</dt><dd>What it means</dd></dl>")]
    [InlineData("<p><a href=\"https://x.example/a?b=1&amp;c\" rel=\"nofollow\">x</a> <sup>2</sup><br>line</p>")]
    [InlineData("<table><caption>C</caption><thead><tr><th scope=\"col\">A</th></tr></thead><tbody><tr><td colspan=\"2\">1</td><td></td></tr></tbody></table>")]
    [InlineData("<p lang=\"ar\" dir=\"rtl\">نص</p>")]
    [InlineData("<figure><img src=\"https://x.example/a.jpg\" alt=\"A\" width=\"10\" height=\"20\"><figcaption>Caption. <cite>X / Y</cite></figcaption></figure>")]
    public void Ordinary_markup_comes_through_unchanged(string html) => Assert.Equal(html, Clean(html));

    [Theory]
    [InlineData("", "")]
    [InlineData("<div><p> &nbsp; </p><br></div><!-- x -->", "")]
    [InlineData("First\nline\n\nSecond &amp; last", "<p>First\nline</p><p>Second &amp; last</p>")]
    [InlineData("Hello <b>you</b>", "<p>Hello <b>you</b></p>")]
    [InlineData("<div>One</div><div>Two<p>Three</p>Four</div>", "<p>One</p><p>Two</p><p>Three</p><p>Four</p>")]
    [InlineData("<section><article><span>x</span></article></section>", "<p>x</p>")]
    [InlineData("<h1>Big</h1>", "<h2>Big</h2>")]
    [InlineData("<b><p>x</p></b>", "<p><b>x</b></p>")]
    [InlineData("<p>a<p>b<ul><li>c<li>d</ul>", "<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>")]
    [InlineData("<p>one <b>two <i>three</b> four</i></p>", "<p>one <b>two <i>three</i></b> four</p>")]
    [InlineData("<table><td>1<td>2<tr><td>3</table>", "<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>")]
    [InlineData("<table>loose<tr><td>1</table>", "<table><tbody><tr><td>loose</td></tr><tr><td>1</td></tr></tbody></table>")]
    [InlineData("<li>stray</li>", "<p>stray</p>")]
    public void Loose_markup_gets_a_proper_form(string html, string clean) => Assert.Equal(clean, Clean(html));

    [Theory]
    [InlineData("<p onclick=\"x\" style=\"color:red\" class=\"c\" id=\"i\" data-x=\"1\">x</p>", "<p>x</p>")]
    [InlineData("<script>x</script><style>y</style><noscript>z</noscript><template>w</template><p>x</p>", "<p>x</p>")]
    [InlineData("<iframe src=\"https://x.example\">fallback</iframe><video>v</video><svg><text>t</text></svg><math>m</math>", "")]
    [InlineData("<form><input value=\"1\"><button>Go</button><select><option>o</select><p>x</p></form>", "<p>x</p>")]
    [InlineData("<p><a href=\"javascript:alert(1)\">x</a></p>", "<p>x</p>")]
    [InlineData("<p><a href=\"jav&#x09;ascript:alert(1)\">x</a><a href=\"&#1;javascript&colon;x\">y</a></p>", "<p>xy</p>")]
    [InlineData("<p><a href=\"//other.example/x\">x</a></p>", "<p><a href=\"https://other.example/x\">x</a></p>")]
    [InlineData("<p><a href=\"mailto:a@b.example\">x</a></p>", "<p><a href=\"mailto:a@b.example\">x</a></p>")]
    [InlineData("<img src=\"data:image/png;base64,x\"><img src=\"javascript:x\"><img src=\"mailto:x@y.example\">", "")]
    [InlineData("<p>a&#1;b&#xFFFE;c&#xD800;d\0</p>", "<p>abc\uFFFDd</p>")]
    [InlineData("<math><mi><style><img src=x onerror=alert(1)></style></mi></math>", "")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "")]
    [InlineData("<plaintext><p>x</p>", "<p>x</p>")]
    public void What_is_not_wanted_is_removed(string html, string clean) => Assert.Equal(clean, Clean(html));

    [Theory]
    [InlineData("<p>a <img src=/i.jpg> b</p>", "<p>a </p><figure><img src=\"https://news.example/i.jpg\" alt=\"\"></figure><p> b</p>")]
    [InlineData("<p><a href=/x><img src=/i.jpg alt=A></a></p>", "<figure><img src=\"https://news.example/i.jpg\" alt=\"A\"></figure>")]
    [InlineData("<img src=data:image/gif;base64,R0 data-src=/real.jpg>", "<figure><img src=\"https://news.example/real.jpg\" alt=\"\"></figure>")]
    [InlineData("<img src=data:x srcset=\"/s.jpg 320w, /l.jpg 1280w\">", "<figure><img src=\"https://news.example/l.jpg\" alt=\"\" width=\"1280\"></figure>")]
    [InlineData("<picture><source srcset=\"/a.webp 2x, /b.webp 1x\"><img alt=A></picture>", "<figure><img src=\"https://news.example/a.webp\" alt=\"A\"></figure>")]
    [InlineData("<img src=/pixel width=1 height=1>", "")]
    [InlineData("<figure><iframe src=x></iframe><figcaption>Watch</figcaption></figure>", "")]
    [InlineData("<figure><table><tr><td>1</td></tr></table></figure>", "<table><tbody><tr><td>1</td></tr></tbody></table>")]
    [InlineData("<div class=wp-caption><img src=/i.jpg><p class=wp-caption-text>Cap</p></div>", "<figure><img src=\"https://news.example/i.jpg\" alt=\"\"><figcaption>Cap</figcaption></figure>")]
    [InlineData(
        "<figure><img src=/1.jpg><img src=/2.jpg><figcaption>Both. Photo: X Y/AP</figcaption></figure>",
        "<figure><img src=\"https://news.example/1.jpg\" alt=\"\"></figure><figure><img src=\"https://news.example/2.jpg\" alt=\"\"><figcaption>Both. <cite>X Y / AP</cite></figcaption></figure>")]
    [InlineData(
        "<figure><figure><img src=/1.jpg><figcaption>One</figcaption></figure><figure><img src=/2.jpg></figure><figcaption>All</figcaption></figure>",
        "<figure><img src=\"https://news.example/1.jpg\" alt=\"\"><figcaption>One</figcaption></figure><figure><img src=\"https://news.example/2.jpg\" alt=\"\"><figcaption>All</figcaption></figure>")]
    [InlineData(
        "<figure><img src=/1.jpg><figcaption><b>Cap</b></figcaption><span class=image-credit>Ada Bo / PA</span></figure>",
        "<figure><img src=\"https://news.example/1.jpg\" alt=\"\"><figcaption>Cap <cite>Ada Bo / PA</cite></figcaption></figure>")]
    [InlineData(
        "<figure><img src=/1.jpg><figcaption><span itemprop=caption>Cap</span> <small itemprop=copyrightHolder>PA</small></figcaption></figure>",
        "<figure><img src=\"https://news.example/1.jpg\" alt=\"\"><figcaption>Cap <cite>PA</cite></figcaption></figure>")]
    public void Every_picture_takes_the_one_form(string html, string clean) => Assert.Equal(clean, Clean(html));

    [Fact]
    public void A_figure_never_ended_does_not_swallow_the_article() =>
        Assert.Equal(
            "<figure><img src=\"https://news.example/1.jpg\" alt=\"\"></figure><p>One</p><p>Two</p>",
            Clean("<figure><img src=/1.jpg><p>One</p><p>Two</p>"));

    [Fact]
    public void What_the_cms_lists_wins_over_markup_and_what_is_missing_comes_last()
    {
        Picture[] listed =
        [
            Some.Picture("https://news.example/extra.jpg", caption: null, alt: null, credits: ["Ada Okafor"]),
            Some.Picture("https://news.example/1.jpg", width: 640, height: null, caption: "Listed", alt: null, credits: ["PA"]),
        ];

        var body = BodyHtml.Clean(
            "<figure><img src=/1.jpg width=10 height=20 alt=A><figcaption>Markup <cite>X</cite></figcaption></figure><p>x</p>", Page, listed);

        Assert.Equal(["https://news.example/1.jpg", "https://news.example/extra.jpg"], body.Pictures.Select(picture => picture.Url));
        var first = body.Pictures[0];
        Assert.Equal((640, 20, "Listed", "A", "image/jpeg", 123_456L), (first.Width, first.Height, first.Caption, first.Alt, first.Type, first.LengthBytes));
        Assert.Equal(["PA"], first.Credits);
        Assert.Equal(
            "<figure><img src=\"https://news.example/1.jpg\" alt=\"A\" width=\"640\" height=\"20\"><figcaption>Listed <cite>PA</cite></figcaption></figure>"
            + "<p>x</p><figure><img src=\"https://news.example/extra.jpg\" alt=\"\" width=\"1200\" height=\"800\"><figcaption><cite>Ada Okafor</cite></figcaption></figure>",
            body.Html);
    }

    [Fact]
    public void A_picture_shown_twice_is_listed_once()
    {
        var body = BodyHtml.Clean("<img src=/1.jpg><p>x</p><img src=/1.jpg>", Page, []);
        Assert.Single(body.Pictures);
        Assert.Equal(2, body.Html.Split("<img").Length - 1);
    }

    [Fact]
    public void A_body_that_would_outgrow_the_limit_says_so()
    {
        var body = BodyHtml.Clean(HostileMarkup.Repeat("&", 1 << 20), Page, []);
        Assert.True(body.TooLarge);
        Assert.Equal("", body.Html);
    }

    private static string Clean(string html) => BodyHtml.Clean(html, Page, []).Html;
}
