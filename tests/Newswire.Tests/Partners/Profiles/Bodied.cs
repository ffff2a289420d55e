using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.TestKit;

namespace Newswire.Tests.Partners.Profiles;

/// <summary>Articles with a body as ingest makes it.</summary>
internal static class Bodied
{
    /// <param name="html">The body as sent; addresses start at the publication's site.</param>
    /// <param name="pictures">What is known of the pictures in it.</param>
    public static Article Of(string html, params IReadOnlyList<Picture> pictures)
    {
        var body = BodyHtml.Clean(html, new Uri("https://news.example/"), pictures);
        return Some.Article(body: body.Html, pictures: body.Pictures);
    }
}
