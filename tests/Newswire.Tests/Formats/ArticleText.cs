using CsCheck;
using Newswire.Formats;
using Newswire.TestKit;

namespace Newswire.Tests.Formats;

/// <summary>The texts of an article, and the article made of them: what a round trip compares.</summary>
public sealed record ArticleText(
    string Headline,
    string Standfirst,
    string Body,
    string Author,
    string Topic,
    string Caption,
    string Credit,
    string Rights)
{
    internal static readonly Gen<ArticleText> Any =
        Gen.Select(CleanText.Any, CleanText.Any, CleanText.Any, CleanText.Any)
            .SelectMany(_ => Gen.Select(CleanText.Any, CleanText.Any, CleanText.Any, CleanText.Any), (a, b) =>
                new ArticleText(a.Item1, a.Item2, "<p>" + a.Item3, a.Item4, b.Item1, b.Item2, b.Item3, b.Item4));

    public string Url => "https://news.example/?a=" + Uri.EscapeDataString(Headline) + "&b='\"";

    public Entry Entry() => Some.Entry(article: Some.Article(
        Headline,
        Standfirst,
        Body,
        Url,
        authors: [Author],
        topics: [Topic],
        featured: Some.Picture(caption: Caption, credits: [Credit])) with
    { Rights = Rights });
}
