using Newswire.Articles.Html;

namespace Newswire.Articles;

/// <summary>Articles without the pictures that may not be passed on.</summary>
public static class ExcludedPictures
{
    /// <summary>
    /// The article as if it never had the pictures: they are gone from the lists and from the body, with caption, credits
    /// and links to the file. The text is the same, and nothing empty is left. The article itself if none is excluded.
    /// </summary>
    /// <remarks>A caption is what stands in the figure. The same words in a paragraph are the article's text, and stay.</remarks>
    /// <param name="article">The article.</param>
    /// <param name="isExcluded">
    /// Whether a picture may not be passed on. An image is known by its address: if the featured picture and one in the
    /// body are the same image, either excludes both.
    /// </param>
    public static Article Without(this Article article, Predicate<Picture> isExcluded)
    {
        var urls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var picture in article.Pictures.Append(article.Featured))
        {
            if (picture is not null && isExcluded(picture))
            {
                urls.Add(picture.Url);
            }
        }

        return urls.Count == 0 ? article : article with
        {
            Body = PictureRemoval.Remove(article.Body, urls),
            Featured = article.Featured is { } featured && urls.Contains(featured.Url) ? null : article.Featured,
            Pictures = [.. article.Pictures.Where(picture => !urls.Contains(picture.Url))],
        };
    }
}
