using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.TestKit;

namespace Newswire.Tests.Articles;

public sealed class SyndicatedArticleTests
{
    private const string Url = "https://news.example/bridge.jpg";
    private const string Small = "https://news.example/small.jpg";

    private static readonly PictureRights Agency = new()
    {
        CopyrightNotice = "© Tidewater",
        Licensor = new Licensor("Tidewater"),
        License = "https://tidewater.example/terms",
        UsageTerms = "Once.",
    };

    private static readonly Picture HeldBack = Some.Picture() with { Rights = Agency with { Syndicate = false } };
    private static readonly Picture SmallBridge = new() { Url = Small, Width = 480, Height = 320, Type = "image/jpeg", LengthBytes = 9 };

    [Fact]
    public void An_article_whose_pictures_may_all_be_passed_on_is_passed_on_as_it_is()
    {
        var article = WithBody("<p>a</p>", Some.Picture() with { Rights = Agency }, Exchanged(SmallBridge, syndicate: true)) with
        {
            Featured = Some.Picture() with { Rights = Agency with { Syndicate = true } },
        };

        Assert.Same(article, SyndicatedArticle.Of(article).Article);
    }

    [Fact]
    public void A_picture_that_may_not_be_is_gone_and_the_text_closes_over_it()
    {
        var passedOn = Of(WithBody("<p>a</p><img src=/bridge.jpg><p>b <a href=/bridge.jpg?full>c</a></p>", HeldBack) with { Featured = HeldBack });

        Assert.Equal("<p>a</p><p>b c</p>", passedOn.Body);
        Assert.Null(passedOn.Featured);
        Assert.Empty(passedOn.Pictures);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_holds_an_image_back_once_holds_it_back_everywhere(bool isSaidOfFeatured)
    {
        var open = Some.Picture("https://news.example/bridge-300x200.jpg?x=1");
        var passedOn = Of(WithBody("<p>a</p>", isSaidOfFeatured ? open : HeldBack) with { Featured = isSaidOfFeatured ? HeldBack : open });

        Assert.Equal(("<p>a</p>", null, 0), (passedOn.Body, passedOn.Featured, passedOn.Pictures.Count));
    }

    [Fact]
    public void A_rendition_that_says_nothing_of_itself_takes_over_what_is_said_of_the_picture()
    {
        var passedOn = Of(WithBody("<ul><li>a<img src=/bridge.jpg>b</ul>", Exchanged(SmallBridge)) with { Featured = Exchanged(SmallBridge) });

        var expected = SmallBridge with { Caption = HeldBack.Caption, Alt = HeldBack.Alt, Credits = HeldBack.Credits, Rights = Agency };
        Assert.Equal(expected, passedOn.Featured);
        Assert.Equal([expected], passedOn.Pictures);
        Assert.Equal(
            "<ul><li>a<figure><img src=\"https://news.example/small.jpg\" alt=\"A bridge over a harbour\" width=\"480\" height=\"320\">"
            + "<figcaption>The bridge at dawn. <cite>Mei Tanaka / Harbour Press</cite></figcaption></figure>b</li></ul>",
            passedOn.Body);
    }

    [Theory]
    [InlineData("The ferry.", null, null, "<figcaption>The ferry.</figcaption>")]
    [InlineData(null, "Bo", null, "<figcaption><cite>Bo</cite></figcaption>")]
    [InlineData(null, null, "https://news.example/terms", "")]
    public void A_rendition_that_says_anything_of_itself_takes_over_nothing(string? caption, string? credit, string? license, string figcaption)
    {
        var ferry = SmallBridge with
        {
            Caption = caption,
            Credits = credit is null ? [] : [credit],
            Rights = license is null ? null : new PictureRights { License = license },
        };
        var passedOn = Of(WithBody("<p>a</p><img src=/bridge.jpg><p>b</p>", Exchanged(ferry)));

        Assert.Equal([ferry], passedOn.Pictures);
        Assert.Equal(
            $"<p>a</p><figure><img src=\"{Small}\" alt=\"\" width=\"480\" height=\"320\">{figcaption}</figure><p>b</p>", passedOn.Body);
    }

    [Fact]
    public void Each_figure_keeps_the_caption_it_has()
    {
        var article = WithBody("", Exchanged(SmallBridge)) with
        {
            Body = $"<figure><img src=\"{Url}\" alt=\"\"><figcaption>One.</figcaption></figure><p>a</p><figure><img src=\"{Url}\" alt=\"x\"></figure>",
        };

        Assert.Equal(
            $"<figure><img src=\"{Small}\" alt=\"\" width=\"480\" height=\"320\"><figcaption>One.</figcaption></figure><p>a</p>"
            + $"<figure><img src=\"{Small}\" alt=\"x\" width=\"480\" height=\"320\"></figure>",
            Of(article).Body);
    }

    [Fact]
    public void Exactly_the_address_of_the_rendition_may_be_another_form_of_the_file()
    {
        const string Form = Url + "?w=480";
        var passedOn = Of(WithBody($"<img src=/bridge.jpg><p><a href='{Form}#x'>a</a> <a href='{Url}?w=481'>b</a></p>", Exchanged(new Picture { Url = Form })));

        Assert.Equal(
            $"<figure><img src=\"{Form}\" alt=\"A bridge over a harbour\"><figcaption>The bridge at dawn. <cite>Mei Tanaka / Harbour Press</cite>"
            + $"</figcaption></figure><p><a href=\"{Form}#x\">a</a> b</p>",
            passedOn.Body);
        Assert.Equal([Form], passedOn.Pictures.Select(picture => picture.Url));
    }

    [Fact]
    public void A_rendition_that_may_not_be_passed_on_itself_takes_no_place()
    {
        var passedOn = Of(WithBody("<p>a</p>", Exchanged(SmallBridge), HeldBack with { Url = Small }));

        Assert.Equal(("<p>a</p>", 0), (passedOn.Body, passedOn.Pictures.Count));
    }

    [Fact]
    public void A_picture_is_exchanged_for_its_own_rendition_before_that_of_another_form_of_it()
    {
        var wide = Exchanged(new Picture { Url = "https://news.example/wide.jpg" }) with { Url = Url + "?wide" };
        var passedOn = Of(WithBody("<p>a</p>", Exchanged(SmallBridge)) with { Featured = wide });

        Assert.Equal("https://news.example/wide.jpg", passedOn.Featured!.Url);
        Assert.Equal([Small], passedOn.Pictures.Select(picture => picture.Url));
    }

    [Fact]
    public void An_address_that_is_none_is_still_the_one_that_is_held_back() =>
        Assert.Null(Of(Some.Article(featured: HeldBack with { Url = "bridge.jpg" })).Featured);

    [Fact]
    public void Two_pictures_with_one_rendition_are_one_picture() =>
        Assert.Single(Of(WithBody("<p>a</p>", Exchanged(SmallBridge), Exchanged(SmallBridge) with { Url = "https://news.example/ferry.jpg" })).Pictures);

    [Fact]
    public void What_may_be_passed_on_may_be_passed_on()
    {
        var once = Of(WithBody("<p>a</p><img src=/bridge.jpg>", Exchanged(new Picture { Url = Url + "?w=480" })));

        Assert.Same(once, Of(once));
    }

    private static Article Of(Article article) => SyndicatedArticle.Of(article).Article;

    private static Picture Exchanged(Picture rendition, bool syndicate = false) =>
        HeldBack with { Rights = Agency with { Syndicate = syndicate, Rendition = rendition } };

    private static Article WithBody(string html, params Picture[] listed)
    {
        var body = BodyHtml.Clean(html, new Uri("https://news.example/story"), listed);
        return Some.Article(body: body.Html, pictures: body.Pictures);
    }
}
