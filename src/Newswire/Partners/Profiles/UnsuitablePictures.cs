using Newswire.Articles;

namespace Newswire.Partners.Profiles;

/// <summary>Articles without the pictures that a partner cannot take.</summary>
internal static class UnsuitablePictures
{
    private static readonly PictureRights HeldBack = new() { Syndicate = false };

    /// <summary>
    /// The article without the pictures, as <see cref="SyndicatedArticle.Of"/> leaves out those nobody may have: with
    /// caption, credits and links to the file, and without a hole in the text.
    /// </summary>
    public static Article WithoutPictures(this Article article, Predicate<Picture> isUnsuitable)
    {
        return SyndicatedArticle.Of(article with
        {
            Featured = article.Featured is { } featured ? Marked(featured) : null,
            Pictures = [.. article.Pictures.Select(Marked)],
        }).Article;

        Picture Marked(Picture picture) => isUnsuitable(picture) ? picture with { Rights = HeldBack } : picture;
    }
}
