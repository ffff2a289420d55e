using System.Text.Json;
using CsCheck;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Articles.PictureFacts;
using Newswire.TestKit;

namespace Newswire.Tests.Articles.PictureFacts;

public sealed class PictureCompletionTests
{
    private const string Url = "https://news.example/bridge.jpg";

    private static readonly Uri Page = new("https://news.example/story");
    private static readonly FoundFacts Facts = new(1200, 800, "image/jpeg", 123_456);

    [Fact]
    public void Only_what_is_missing_is_filled_in()
    {
        var sent = Some.Picture(width: 600, height: 400, type: null, lengthBytes: null);

        Assert.Equal(sent with { Type = "image/jpeg", LengthBytes = 123_456 }, Facts.Complete(sent));
        Assert.Equal(sent with { Type = "image/png", LengthBytes = 1 }, Facts.Complete(sent with { Type = "image/png", LengthBytes = 1 }));
    }

    [Theory]
    [InlineData(null, null, 1200, 800)]
    [InlineData(1200, null, 1200, 800)]
    [InlineData(null, 800, 1200, 800)]
    [InlineData(600, null, 600, null)]
    [InlineData(null, 400, null, 400)]
    [InlineData(600, 400, 600, 400)]
    public void A_side_is_filled_in_only_beside_a_side_of_the_same_file(int? width, int? height, int? expectedWidth, int? expectedHeight) =>
        Assert.Equal((expectedWidth, expectedHeight), Facts.Complete(width, height));

    [Fact]
    public void The_featured_picture_comes_first_and_each_picture_once()
    {
        var article = Some.Article(
            featured: Bare("https://news.example/2.jpg"),
            pictures: [Bare("https://news.example/1.jpg"), Bare("https://news.example/2.jpg"), Some.Picture("https://news.example/3.jpg")]);

        Assert.Equal(["https://news.example/2.jpg", "https://news.example/1.jpg"], PictureCompletion.Lacking(article));
    }

    [Fact]
    public void A_rendition_is_completed_as_its_picture_is_and_keeps_what_was_found()
    {
        var rendition = Bare(Url + "?small");
        var sent = Some.Article(featured: Some.Picture() with { Rights = new PictureRights { Syndicate = false, Rendition = rendition } });

        var completed = PictureCompletion.Complete(sent, new Dictionary<string, FoundFacts> { [rendition.Url] = Facts });

        Assert.Equal([rendition.Url], PictureCompletion.Lacking(sent));
        Assert.Equal(Facts.Complete(rendition), completed.Featured!.Rights!.Rendition);
        Assert.Equal(Facts, PictureCompletion.Carried(sent, completed)[rendition.Url]);
    }

    [Theory]
    [InlineData("<p>Words</p><figure><img src=\"/bridge.jpg\"><figcaption>A bridge</figcaption></figure>")]
    [InlineData("<img src='/bridge.jpg?a=1&amp;b=2' alt='say &quot;&lt;img src=\"x\">&quot; &amp; more'><p>&lt;img src=\"https://news.example/bridge.jpg\"&gt;</p>")]
    [InlineData("<img src=/bridge.jpg width=600 height=400><img src=/other.jpg>")]
    [InlineData("<img src=/bridge.jpg width=1200><img src=/other.jpg height=5>")]
    [InlineData("<ul><li><img src=/bridge.jpg>a<li><img src=/other.jpg>b</ul>")]
    [InlineData("")]
    public void A_body_is_written_as_if_the_CMS_had_sent_the_size(string html)
    {
        var unsaid = BodyHtml.Clean(html, Page, []);
        var said = BodyHtml.Clean(html, Page, [.. unsaid.Pictures.Select(picture => Facts.Complete(picture))]);

        var completed = PictureCompletion.Complete(
            Some.Article(body: unsaid.Html, pictures: unsaid.Pictures),
            unsaid.Pictures.ToDictionary(picture => picture.Url, _ => Facts));

        Assert.Equal(said.Html, completed.Body);
        Assert.Equal(Json(said.Pictures), Json(completed.Pictures));
    }

    [Fact]
    public void Whatever_a_body_holds_it_is_completed_as_if_the_CMS_had_sent_the_sizes() =>
        Soup.Sample(
            html =>
            {
                var unsaid = BodyHtml.Clean(html, Page, []);
                var said = BodyHtml.Clean(html, Page, [.. unsaid.Pictures.Select(picture => Facts.Complete(picture) with { Caption = null, Credits = [], Alt = null })]);
                var completed = PictureCompletion.Complete(
                    Some.Article(body: unsaid.Html, pictures: unsaid.Pictures),
                    unsaid.Pictures.ToDictionary(picture => picture.Url, _ => Facts, StringComparer.Ordinal));

                Assert.Equal(said.Html, completed.Body);
                Assert.Equal(completed.Body, BodyHtml.Clean(completed.Body, Page, []).Html);
            },
            iter: 5_000);

    [Fact]
    public void Where_the_first_of_several_figures_has_a_size_the_others_keep_what_they_have()
    {
        var body = BodyHtml.Clean("<img src=/bridge.jpg width=600 height=400><p>x</p><img src=/bridge.jpg>", Page, []);

        var completed = Complete(Some.Article(body: body.Html, pictures: body.Pictures));

        Assert.Equal(body.Html, completed.Body);
        Assert.Equal(123_456, completed.Pictures[0].LengthBytes);
    }

    [Theory]
    [InlineData("<img src=/bridge.jpg>")]
    [InlineData("<img src=/bridge.jpg width=600 height=400><p>x</p><img src=/bridge.jpg>")]
    [InlineData("<img src=/bridge.jpg width=1200>")]
    [InlineData("<img src=/bridge.jpg width=600>")]
    public void Sent_again_and_completed_from_what_it_was_it_is_what_it_was(string html)
    {
        var body = BodyHtml.Clean(html, Page, []);
        Picture?[] featured = [null, Bare(Url), Some.Picture(width: 2000, height: 1125, lengthBytes: null), Bare("https://news.example/other.jpg")];
        Assert.All(featured, picture =>
        {
            var sent = Some.Article(body: body.Html, featured: picture, pictures: body.Pictures);
            FoundFacts[] found = [Facts, new(Type: "image/jpeg"), new(1200, 800), new(LengthBytes: 5), new()];
            Assert.All(found, facts =>
            {
                var before = PictureCompletion.Complete(
                    sent, new Dictionary<string, FoundFacts> { [Url] = facts, ["https://news.example/other.jpg"] = facts });

                Assert.Equal(Json(before), Json(PictureCompletion.Complete(sent, PictureCompletion.Carried(sent, before))));
            });
        });
    }

    [Fact]
    public void A_picture_that_moves_to_the_top_takes_its_facts_along()
    {
        var before = Some.Article(pictures: [Some.Picture()]);
        var sent = Some.Article(featured: Bare(Url));

        var carried = PictureCompletion.Complete(sent, PictureCompletion.Carried(sent, before));

        Assert.Equal((1200, 800, "image/jpeg", 123_456L), (carried.Featured!.Width, carried.Featured.Height, carried.Featured.Type, carried.Featured.LengthBytes));
    }

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<figure>", "</figure>", "<figcaption>", "</figcaption>", "word", "&lt;img src=\"https://news.example/bridge.jpg\"&gt;",
        "<img src=/bridge.jpg>", "<img src=\"/bridge.jpg?a=1&amp;b=2&copy=3\" alt='&lt;img src=&quot;/bridge.jpg&quot; alt=&quot;>'>",
        "<img src='/i\"j.jpg' alt=\"'\">", "<img src=/other.jpg width=1200>", "<a href='/x' title='<img src=\"/bridge.jpg\">'>", "</a>",
        "<img alt='width=\"5\"' src=/i&nbsp;j.jpg>", "<li>", "<ul>", "<table><tr><td>", "<img src=/third.jpg height=800 width=1200>",
    ];

    private static readonly Gen<string> Soup =
        Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(pieces => string.Concat(pieces.Select(piece => Pieces[piece])));

    private static Picture Bare(string url) => Some.Picture(url, width: null, height: null, type: null, lengthBytes: null);

    private static Article Complete(Article article) =>
        PictureCompletion.Complete(article, new Dictionary<string, FoundFacts> { [Url] = Facts });

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
