namespace Newswire.Operations.Articles;

/// <summary>A picture of which something is not known that feeds would say.</summary>
/// <param name="Host">The host it is on.</param>
/// <param name="File">The last part of its path.</param>
/// <param name="Missing">What is not known, in words.</param>
public sealed record PictureGap(string Host, string File, IReadOnlyList<string> Missing)
{
    /// <summary>The pictures of the article with gaps, the featured one first.</summary>
    public static IReadOnlyList<PictureGap> Of(Newswire.Articles.Article article) =>
    [
        .. (article.Featured is { } featured ? article.Pictures.Prepend(featured) : article.Pictures)
            .DistinctBy(picture => picture.Url, StringComparer.Ordinal)
            .Select(Of)
            .Where(gap => gap.Missing.Count > 0),
    ];

    private static PictureGap Of(Newswire.Articles.Picture picture)
    {
        List<string> missing = [];
        Add(picture.Type is null, "type");
        Add(picture.Width is null || picture.Height is null, "size in pixels");
        Add(picture.LengthBytes is null, "size of the file");
        Add(picture.Alt is null && picture.Caption is null, "text in its place");
        Add(picture.Credits.Count == 0, "credit");
        return Uri.TryCreate(picture.Url, UriKind.Absolute, out var address)
            ? new PictureGap(address.Host, Uri.UnescapeDataString(address.Segments[^1]), missing)
            : new PictureGap("", picture.Url, missing);

        void Add(bool isMissing, string what)
        {
            if (isMissing)
            {
                missing.Add(what);
            }
        }
    }
}
