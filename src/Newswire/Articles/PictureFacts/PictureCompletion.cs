using Newswire.Articles.Html;

namespace Newswire.Articles.PictureFacts;

/// <summary>
/// Puts found facts into an article. What the CMS sent always wins; what is filled in is written as if the CMS had sent it.
/// </summary>
internal static class PictureCompletion
{
    /// <summary>The addresses of pictures of which a fact is missing, the featured one first, renditions last, each once.</summary>
    public static IReadOnlyList<string> Lacking(Article article) =>
        [.. PicturesOf(article).Where(Lacks).Select(picture => picture.Url).Distinct(StringComparer.Ordinal)];

    /// <summary>The article with facts, by the address of the picture, where it has none of its own.</summary>
    public static Article Complete(Article article, IReadOnlyDictionary<string, FoundFacts> found)
    {
        if (found.Count == 0)
        {
            return article;
        }

        List<Picture> pictures = [.. article.Pictures.Select(Completed)];

        // Where the first of several figures with one picture has its size, that of the others is left to the CMS too.
        var sized = article.Pictures.Zip(pictures)
            .Where(pair => (pair.First.Width, pair.First.Height) != (pair.Second.Width, pair.Second.Height))
            .ToDictionary(pair => pair.First.Url, pair => found[pair.First.Url], StringComparer.Ordinal);
        return article with
        {
            Featured = article.Featured is { } featured ? Completed(featured) : null,
            Pictures = pictures,
            Body = FigureSizes.Write(article.Body, sized),
        };

        Picture Completed(Picture picture)
        {
            var completed = found.TryGetValue(picture.Url, out var facts) ? facts.Complete(picture) : picture;
            return completed.Rights is { Rendition: { } rendition } rights
                ? completed with { Rights = rights with { Rendition = Completed(rendition) } }
                : completed;
        }
    }

    /// <summary>
    /// The facts that the article had before and lacks as sent now, by the address of the picture. Completing the same
    /// content again with them gives the same article.
    /// </summary>
    public static IReadOnlyDictionary<string, FoundFacts> Carried(Article sent, Article before)
    {
        var carried = new Dictionary<string, FoundFacts>(StringComparer.Ordinal);
        var inBody = ByUrl(before.Pictures);
        var anywhere = ByUrl(PicturesOf(before));
        foreach (var picture in sent.Pictures)
        {
            Carry(picture, inBody.GetValueOrDefault(picture.Url) ?? anywhere.GetValueOrDefault(picture.Url));
        }

        if (sent.Featured is { } featured)
        {
            Carry(featured, anywhere.GetValueOrDefault(featured.Url));
        }

        foreach (var rendition in RenditionsOf(sent))
        {
            Carry(rendition, anywhere.GetValueOrDefault(rendition.Url));
        }

        return carried;

        void Carry(Picture now, Picture? then)
        {
            if (then is not null)
            {
                var known = carried.GetValueOrDefault(now.Url) ?? new FoundFacts();
                var gained = (now.Width is null && then.Width is not null) || (now.Height is null && then.Height is not null);
                carried[now.Url] = new FoundFacts(
                    known.Width ?? (gained ? then.Width : null),
                    known.Height ?? (gained ? then.Height : null),
                    known.Type ?? (now.Type is null ? then.Type : null),
                    known.LengthBytes ?? (now.LengthBytes is null ? then.LengthBytes : null));
            }
        }
    }

    private static bool Lacks(Picture picture) =>
        picture.Width is null || picture.Height is null || picture.Type is null || picture.LengthBytes is null;

    private static IEnumerable<Picture> PicturesOf(Article article) => [.. Shown(article), .. RenditionsOf(article)];

    private static IEnumerable<Picture> RenditionsOf(Article article) =>
        Shown(article).Select(picture => picture.Rights?.Rendition).OfType<Picture>();

    private static IEnumerable<Picture> Shown(Article article) =>
        article.Featured is { } featured ? [featured, .. article.Pictures] : article.Pictures;

    private static Dictionary<string, Picture> ByUrl(IEnumerable<Picture> pictures) =>
        pictures.DistinctBy(picture => picture.Url, StringComparer.Ordinal)
            .ToDictionary(picture => picture.Url, StringComparer.Ordinal);
}
