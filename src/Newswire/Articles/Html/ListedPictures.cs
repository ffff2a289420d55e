namespace Newswire.Articles.Html;

/// <summary>The pictures a CMS sent as data beside the body: what they say wins over what markup says.</summary>
internal sealed class ListedPictures
{
    private readonly List<Picture> pictures = [];
    private readonly Dictionary<string, Picture> byUrl = new(StringComparer.Ordinal);
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    /// <summary>Takes the pictures as listed; those without a usable address are left out.</summary>
    public ListedPictures(IReadOnlyList<Picture> listed, Uri baseUrl)
    {
        foreach (var picture in listed)
        {
            if (WebAddress.Resolve(picture.Url, baseUrl) is { } url && byUrl.TryAdd(url, picture with { Url = url }))
            {
                pictures.Add(byUrl[url]);
            }
        }
    }

    /// <summary>The listed pictures that <see cref="Complete"/> was not asked for, in order.</summary>
    public IEnumerable<Picture> NotShown => pictures.Where(picture => !shown.Contains(picture.Url));

    /// <summary>A picture found in markup, with the facts of its listed twin where that gives any.</summary>
    public Picture Complete(Picture found)
    {
        shown.Add(found.Url);
        return !byUrl.TryGetValue(found.Url, out var listed) ? found : found with
        {
            Width = listed.Width ?? found.Width,
            Height = listed.Height ?? found.Height,
            Type = listed.Type ?? found.Type,
            LengthBytes = listed.LengthBytes ?? found.LengthBytes,
            Caption = listed.Caption ?? found.Caption,
            Alt = listed.Alt ?? found.Alt,
            Credits = listed.Credits.Count > 0 ? listed.Credits : found.Credits,
            Rights = listed.Rights ?? found.Rights,
        };
    }
}
