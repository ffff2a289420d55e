using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using CsCheck;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Formats.Ninjs;
using Newswire.TestKit;
using Newswire.Tests.Formats.Ninjs;

namespace Newswire.Tests.Formats;

/// <summary>Whatever the article, nothing of a picture that may not be passed on is in anything partners get.</summary>
public sealed class SyndicatedOutputProperties
{
    private const string Secret = "classified";

    private static readonly Uri Page = new("https://news.example/story");

    // One and two have nothing in their place, three itself in small, four another picture; five and six are open.
    private static readonly Picture[] Pictures =
    [
        Held(1),
        Held(2),
        Held(3, new Picture { Url = "https://news.example/permitted-3.jpg", Width = 3 }),
        Held(4, new Picture { Url = "https://news.example/permitted-4.jpg", Caption = "Permitted 4" }),
        Picture("open-5"),
        Picture("open-6"),
    ];

    private static readonly Gen<string> Address =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Select((picture, form) => Forms(Pictures[picture].Url)[form]);

    private static readonly Gen<string> Piece = Gen.OneOf(
        Address.Select(url => $"<figure><img src='{url}'></figure>"),
        Address.Select(url => $"words<img src='{url}'>words"),
        Address.Select(url => $"<img src='/blank.gif' data-src='{url}'>"),
        Gen.Int[0, 5].Select(number => InTwoSizes(Pictures[number].Url)),
        Address.Select(url => $"<a href='{url}'>words"),
        Articles.Html.BodyHtmlProperties.Soup);

    private static readonly Gen<Article> Any =
        Gen.Select(Piece.Array[0, 10].Select(string.Concat), Gen.Int[0, 6], Gen.Int[0, 5]).Select((html, featured, form) =>
        {
            var above = featured == 0 ? null : Pictures[featured - 1] with { Url = Forms(Pictures[featured - 1].Url)[form] };
            var body = BodyHtml.Clean(html, Page, Pictures, above);
            return Some.Article(body: body.Html, featured: body.Featured, pictures: body.Pictures);
        });

    [Fact]
    public void No_address_caption_alternative_text_or_credit_of_a_picture_held_back_is_in_any_output() =>
        Any.Sample(article =>
        {
            var passedOn = SyndicatedArticle.Of(article);
            foreach (var format in FormatCase.Formats)
            {
                var document = FormatCase.Write(format, Some.FeedHead(), Some.Entry(article: passedOn.Article));
                Assert.DoesNotContain(Secret, WebUtility.HtmlDecode(Encoding.UTF8.GetString(document)), StringComparison.OrdinalIgnoreCase);
            }

            var item = NinjsItem.Write(Some.Publication(), Version, passedOn);
            Assert.Empty(NinjsSchema.Faults(item));
            Assert.DoesNotContain(
                NinjsReader.Strings(JsonNode.Parse(item)), text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        }, iter: 1_000);

    [Fact]
    public void The_text_is_the_same_and_stands_without_a_hole() =>
        Any.Sample(article =>
        {
            var body = SyndicatedArticle.Of(article).Article.Body;

            Assert.Equal(RunningText.Of(article.Body), RunningText.Of(body));

            // The cleaning leaves nothing empty, so nothing for it to do means that there is no hole.
            Assert.Equal(body, BodyHtml.Clean(body, Page, []).Html);
        });

    [Fact]
    public void What_may_be_passed_on_stands_where_the_picture_stood() =>
        Any.Sample(article =>
        {
            var passedOn = SyndicatedArticle.Of(article).Article;

            Assert.Equal(
                Sources(article.Body).Select(Expected).OfType<string>(),
                Sources(passedOn.Body));
            Assert.Equal(article.Featured is null ? null : Expected(article.Featured.Url), passedOn.Featured?.Url);
        });

    private static NinjsVersion Version { get; } = new()
    {
        Id = "tag:news.example,2026:harbour-bridge",
        Version = 1,
        FirstCreated = Some.Morning,
        VersionCreated = Some.Morning,
    };

    // What is to stand in the place of an image, by the name of its file alone; null for nothing.
    private static string? Expected(string url) =>
        url.Contains($"{Secret}-3", StringComparison.OrdinalIgnoreCase) ? "https://news.example/permitted-3.jpg"
        : url.Contains($"{Secret}-4", StringComparison.OrdinalIgnoreCase) ? "https://news.example/permitted-4.jpg"
        : url.Contains(Secret, StringComparison.OrdinalIgnoreCase) ? null
        : url;

    private static IEnumerable<string> Sources(string body) =>
        new HtmlParser().ParseDocument(body).QuerySelectorAll("img").Select(image => image.GetAttribute("src")!);

    // The small one has a name that tells nothing but to Expected. What stands before may be half a comment.
    private static string InTwoSizes(string url)
    {
        var small = $"/480{new Uri(url).AbsolutePath[..^4]}/a.jpg";
        return $"><img src='{small}' srcset='{small} 480w, {url} 960w'>words <a href='{small}'>words</a>";
    }

    private static string[] Forms(string url) =>
    [
        url,
        url + "?w=400&h=3",
        url + "#top",
        url.Replace("https://", "http://", StringComparison.Ordinal),
        url.Replace(".jpg", "-300x200.jpg", StringComparison.Ordinal),
        "https://proxy.example/?url=" + Uri.EscapeDataString(url),
    ];

    private static Picture Held(int number, Picture? rendition = null)
    {
        var picture = Picture($"{Secret}-{number}");
        if (rendition is { Caption: null })
        {
            // It is the same picture, so what is said of it may be said.
            picture = picture with { Caption = "Permitted 3", Alt = "Permitted 3", Credits = ["Permitted 3"] };
        }

        return picture with { Rights = new PictureRights { Syndicate = false, Rendition = rendition } };
    }

    private static Picture Picture(string name) => Some.Picture(
        $"https://news.example/{name}.jpg", caption: $"What {name} shows > & \"more\"", alt: $"Alt {name}", credits: $"By {name}");
}
