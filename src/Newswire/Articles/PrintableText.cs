using Newswire.Articles.Html;

namespace Newswire.Articles;

/// <summary>The promise of <see cref="Article"/> that every string can stand in an XML document, checked.</summary>
internal static class PrintableText
{
    public static bool IsPrintable(this Article article) =>
        Strings(article).All(text => text is null || XmlText.IsClean(text));

    private static IEnumerable<string?> Strings(Article article) =>
    [
        article.Headline, article.Standfirst, article.Body, article.Url, article.Language, article.Rights,
        .. article.Authors.SelectMany(author => new[] { author.Name, author.Url }),
        .. article.Topics.Select(topic => topic.Name),
        .. article.Pictures.SelectMany(Strings),
        .. article.Featured is null ? [] : Strings(article.Featured),
    ];

    private static IEnumerable<string?> Strings(Picture picture) =>
        [picture.Url, picture.Type, picture.Caption, picture.Alt, .. picture.Credits];
}
