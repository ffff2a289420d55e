namespace Newswire.Articles.Html;

/// <summary>The pictures of an article that may not be passed on, and what goes in their place.</summary>
/// <remarks>
/// An image is known by its file (<see cref="ImageFile"/>): whoever holds it back once holds it back everywhere. What the
/// newsroom names as rendition may be another form of the same file, so exactly that address may be passed on.
/// </remarks>
internal sealed class HeldBackPictures
{
    private readonly Dictionary<string, List<(ImageFile File, Picture Picture)>> byPlace = new(StringComparer.Ordinal);
    private readonly HashSet<string> urls = new(StringComparer.Ordinal);
    private readonly HashSet<string> permitted = new(StringComparer.Ordinal);

    /// <param name="pictures">All pictures of the article.</param>
    public HeldBackPictures(IEnumerable<Picture> pictures)
    {
        List<Picture> held = [.. pictures.Where(picture => picture.Rights?.Syndicate == false)];
        urls.UnionWith(held.Select(picture => WithoutFragment(picture.Url)));
        foreach (var picture in held)
        {
            Add(picture);
        }

        // Held back by the one and permitted by the other: held back.
        permitted.ExceptWith(urls);
    }

    /// <summary>Whether everything may be passed on.</summary>
    public bool IsEmpty => urls.Count == 0;

    /// <summary>Whether the address leads to a picture that is held back.</summary>
    public bool Has(string address) =>
        WithoutFragment(address) is var plain && !permitted.Contains(plain) && (urls.Contains(plain) || Find(address).Any());

    /// <summary>What may be passed on of the picture: itself, its rendition with what is said of it, or nothing.</summary>
    public Picture? Of(Picture picture)
    {
        if (!Has(picture.Url))
        {
            return picture;
        }

        return RenditionOf(picture.Url) switch
        {
            null => null,
            { } rendition when SaysNothing(rendition) => rendition with
            {
                Caption = picture.Caption,
                Alt = picture.Alt,
                Credits = picture.Credits,
                Rights = Remaining(picture.Rights),
            },
            var rendition => rendition,
        };
    }

    /// <summary>The rendition that goes in place of a picture that is held back, as the newsroom sent it; null if none may.</summary>
    public Picture? RenditionOf(string address) => Find(address)
        .OrderByDescending(picture => picture.Url == address)
        .Select(picture => picture.Rights!.Rendition)
        .FirstOrDefault(rendition => rendition is not null && permitted.Contains(WithoutFragment(rendition.Url)));

    /// <summary>Whether the rendition is the picture in another form: what is said of the picture is true of it.</summary>
    public static bool SaysNothing(Picture rendition) =>
        rendition is { Caption: null, Alt: null, Credits.Count: 0, Rights: null };

    private void Add(Picture picture)
    {
        foreach (var file in new[] { picture.Url }.Concat(picture.Rights!.AlsoAt ?? []).SelectMany(ImageFile.NamedBy))
        {
            if (!byPlace.TryGetValue(file.Place, out var files))
            {
                byPlace.Add(file.Place, files = []);
            }

            files.Add((file, picture));
        }

        if (picture.Rights.Rendition is { } rendition)
        {
            permitted.Add(WithoutFragment(rendition.Url));
        }
    }

    private IEnumerable<Picture> Find(string address) =>
        from named in ImageFile.NamedBy(address)
        from held in byPlace.GetValueOrDefault(named.Place) ?? []
        where held.File.IsSame(named)
        select held.Picture;

    private static PictureRights? Remaining(PictureRights? rights) =>
        rights is null or { CopyrightNotice: null, Licensor: null, License: null, UsageTerms: null }
            ? null
            : rights with { Syndicate = null, Rendition = null, AlsoAt = null };

    private static string WithoutFragment(string address) => address.Split('#')[0];
}
