namespace Newswire.Articles.Html;

/// <summary>
/// Under which addresses a body offers the pictures whose rights are told. Each image element names several for one and
/// the same picture, of which one is kept; rights that go by another would miss their picture.
/// </summary>
internal sealed class PictureForms
{
    private readonly Dictionary<string, HashSet<string>> alsoAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> shownAs = new(StringComparer.Ordinal);

    /// <param name="root">The body.</param>
    /// <param name="baseUrl">Where relative addresses start.</param>
    /// <param name="told">The pictures beside the body, their addresses absolute; those without rights do not matter.</param>
    public PictureForms(HtmlElement root, Uri? baseUrl, IEnumerable<Picture> told)
    {
        var byPlace = told.Where(picture => picture.Rights is not null)
            .SelectMany(picture => ImageFile.NamedBy(picture.Url), (picture, file) => (picture.Url, File: file))
            .ToLookup(named => named.File.Place, StringComparer.Ordinal);
        foreach (var image in byPlace.Count == 0 ? [] : root.Descendants.Where(FigureReader.IsImage))
        {
            List<string> addresses = [.. ImageSource.Addresses(image, baseUrl)];
            var shownHere = addresses.SelectMany(ImageFile.NamedBy)
                .SelectMany(file => byPlace[file.Place].Where(named => named.File.IsSame(file)))
                .Select(named => named.Url)
                .Distinct(StringComparer.Ordinal);
            foreach (var url in shownHere)
            {
                if (ImageSource.Read(image, baseUrl) is { } shown)
                {
                    shownAs.TryAdd(shown.Url, url);
                }

                alsoAt.TryAdd(url, new HashSet<string>(StringComparer.Ordinal));
                alsoAt[url].UnionWith(addresses);
            }
        }
    }

    /// <summary>Whether the body shows the picture of which rights are told under this address.</summary>
    public bool Shows(string told) => shownAs.ContainsValue(told);

    /// <summary>The address under which rights are told of the picture that the body shows at this one; null if none are.</summary>
    public string? ToldOf(string shownUrl) => shownAs.GetValueOrDefault(shownUrl);

    /// <summary>The rights with the other addresses of a picture of which they are told.</summary>
    /// <param name="rights">The rights.</param>
    /// <param name="told">The address under which they are told.</param>
    /// <param name="kept">The address that the picture keeps.</param>
    public PictureRights? Complete(PictureRights? rights, string told, string kept)
    {
        if (rights is null || !alsoAt.TryGetValue(told, out var addresses))
        {
            return rights;
        }

        var file = ImageFile.NamedBy(kept).First();
        List<string> others = [.. addresses.Append(told).Distinct(StringComparer.Ordinal)
            .Where(address => !ImageFile.NamedBy(address).Any(file.IsSame))];
        return others.Count == 0 ? rights : rights with { AlsoAt = others };
    }
}
