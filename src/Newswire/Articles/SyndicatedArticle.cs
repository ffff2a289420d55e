using Newswire.Articles.Html;

namespace Newswire.Articles;

/// <summary>
/// An article as it may be passed on to others. Whatever partners get is written from one of these, and
/// <see cref="Of"/> is the only way to one, so that no output can forget what may not be passed on.
/// </summary>
public sealed record SyndicatedArticle
{
    private SyndicatedArticle(Article article) => Article = article;

    /// <summary>The content that is left.</summary>
    public Article Article { get; }

    /// <summary>
    /// The article without the pictures that may not be passed on (<see cref="PictureRights.Syndicate"/>), or with their
    /// renditions in the same places. A picture that goes takes caption, credits and links to the file along, and the
    /// article reads as if it had never been there. The text is the same.
    /// </summary>
    /// <remarks>A caption is what stands in the figure. The same words in a paragraph are the article's text, and stay.</remarks>
    public static SyndicatedArticle Of(Article article)
    {
        IReadOnlyList<Picture> pictures = article.Featured is { } featured ? [featured, .. article.Pictures] : article.Pictures;
        var held = new HeldBackPictures(pictures);
        return new SyndicatedArticle(held.IsEmpty ? article : article with
        {
            Body = PictureRemoval.Remove(article.Body, held),
            Featured = article.Featured is null ? null : held.Of(article.Featured),
            Pictures = [.. article.Pictures.Select(held.Of).OfType<Picture>().DistinctBy(picture => picture.Url, StringComparer.Ordinal)],
        });
    }
}
