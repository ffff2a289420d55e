namespace Newswire.Articles.Html;

/// <summary>The pictures a CMS sent as data beside the body: what they say wins over what markup says.</summary>
internal sealed class ListedPictures
{
    private readonly List<Picture> pictures = [];
    private readonly Dictionary<string, Picture> byUrl = new(StringComparer.Ordinal);
    private readonly PictureForms forms;
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    /// <summary>Takes the pictures as listed; those without a usable address are left out.</summary>
    /// <param name="listed">The pictures.</param>
    /// <param name="baseUrl">Where relative addresses start.</param>
    /// <param name="body">The body as sent, which may show them in other forms.</param>
    public ListedPictures(IReadOnlyList<Picture> listed, Uri baseUrl, HtmlElement body)
    {
        foreach (var picture in listed)
        {
            if (WebAddress.Resolve(picture.Url, baseUrl) is { } url && byUrl.TryAdd(url, picture with { Url = url }))
            {
                pictures.Add(byUrl[url]);
            }
        }

        forms = new PictureForms(body, baseUrl, pictures);
    }

    /// <summary>The listed pictures that <see cref="Complete"/> was not asked for, in order.</summary>
    public IEnumerable<Picture> NotShown => pictures
        .Where(picture => !shown.Contains(picture.Url))
        .Select(picture => Described(picture, picture));

    /// <summary>
    /// A picture found in markup, with the facts of its listed twin where that gives any. Of one in another form these are
    /// what is said of it, not size and type.
    /// </summary>
    public Picture Complete(Picture found)
    {
        shown.Add(found.Url);
        if (!byUrl.ContainsKey(found.Url) && forms.ToldOf(found.Url) is { } told)
        {
            shown.Add(told);
            return Described(found, byUrl[told]);
        }

        return !byUrl.TryGetValue(found.Url, out var listed) ? found : Described(found, listed) with
        {
            Width = listed.Width ?? found.Width,
            Height = listed.Height ?? found.Height,
            Type = listed.Type ?? found.Type,
            LengthBytes = listed.LengthBytes ?? found.LengthBytes,
        };
    }

    private Picture Described(Picture found, Picture listed) => found with
    {
        Caption = listed.Caption ?? found.Caption,
        Alt = listed.Alt ?? found.Alt,
        Credits = listed.Credits.Count > 0 ? listed.Credits : found.Credits,
        Rights = forms.Complete(listed.Rights, listed.Url, found.Url),
    };
}
