using Newswire.Articles;

namespace Newswire.Formats;

/// <summary>The pictures of an article as a feed tells of them: the featured one first, each image once.</summary>
internal static class EntryPictures
{
    public static IReadOnlyList<Picture> Of(Article article)
    {
        if (article.Featured is null && article.Pictures.Count == 0)
        {
            return [];
        }

        var pictures = new List<Picture>(article.Pictures.Count + 1);
        if (article.Featured is { } featured)
        {
            pictures.Add(featured);
        }

        foreach (var picture in article.Pictures)
        {
            // An article has few pictures, so looking through them is cheaper than a set.
            if (!pictures.Exists(known => known.Url == picture.Url))
            {
                pictures.Add(picture);
            }
        }

        return pictures;
    }
}
