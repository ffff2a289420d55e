using System.Globalization;
using System.Xml.Linq;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Importing.Xml;

namespace Newswire.Importing.Feeds;

/// <summary>Reads the pictures of an entry: Media RSS 1.5.1, enclosures of RSS and of Atom.</summary>
internal static class MediaPictures
{
    private static readonly XNamespace Media = FeedVocabulary.Media;

    /// <summary>The pictures in order, each once, the one that the feed shows with the entry first.</summary>
    public static IReadOnlyList<Picture> Of(XElement entry, Uri? document)
    {
        List<Picture> told = [.. entry.Elements(Media + "group")
            .Select(Best)
            .Concat(entry.Elements(Media + "content"))
            .OfType<XElement>()
            .Where(IsPicture)
            .Select(content => OfContent(content, document))
            .OfType<Picture>()];
        var enclosed = entry.RssAll("enclosure").Select(enclosure => Of(enclosure, "url", document))
            .Concat(entry.Elements(FeedVocabulary.Atom + "link")
                .Where(link => link.Attribute("rel")?.Value == "enclosure")
                .Select(link => Of(link, "href", document)))
            .OfType<Picture>()
            .FirstOrDefault(picture => picture.Type?.StartsWith("image/", StringComparison.Ordinal) == true);

        // The enclosure says which of several is shown; what Media RSS says of it is more.
        IEnumerable<Picture> first = enclosed is null ? [] : [told.Find(picture => picture.Url == enclosed.Url) ?? enclosed];
        List<Picture> all = [.. first.Concat(told).DistinctBy(picture => picture.Url, StringComparer.Ordinal)];
        return all.Count > 0 ? all : [.. entry.Elements(Media + "thumbnail").Select(thumbnail => OfContent(thumbnail, document)).OfType<Picture>().Take(1)];
    }

    /// <summary>A group holds one picture in several sizes.</summary>
    private static XElement? Best(XElement group) =>
        group.Elements(Media + "content").Where(IsPicture)
            .OrderByDescending(content => content.Attribute("isDefault")?.Value == "true")
            .ThenByDescending(content => Number(content, "width") ?? 0)
            .FirstOrDefault();

    private static bool IsPicture(XElement content) =>
        content.Attribute("medium")?.Value is { } medium ? medium == "image"
        : content.Attribute("type")?.Value is { } type ? type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        : ImageFileName(content.Attribute("url")?.Value);

    private static bool ImageFileName(string? url) =>
        url?.Split('?', '#')[0] is { } path
        && path.LastIndexOf('.') is > 0 and var dot
        && path[(dot + 1)..].ToLowerInvariant() is "jpg" or "jpeg" or "png" or "gif" or "webp" or "avif";

    private static Picture? OfContent(XElement content, Uri? document) =>
        Of(content, "url", document) is not { } picture ? null : picture with
        {
            Width = Pixels(content, "width"),
            Height = Pixels(content, "height"),
            LengthBytes = Number(content, "fileSize") is > 0 and var bytes ? bytes : null,
            Caption = Around(content, "description").Select(FeedVocabulary.Text).FirstOrDefault(),
            Alt = content.Elements(Media + "title").Select(FeedVocabulary.Text).FirstOrDefault(),
            Credits = [.. Around(content, "credit").Select(FeedVocabulary.Text).OfType<string>().Distinct(StringComparer.Ordinal)],
            Rights = Around(content, "copyright") is [var copyright, ..] && copyright.Text() is { } notice
                ? new PictureRights { CopyrightNotice = notice, License = WebAddress.Resolve(copyright.Attribute("url")?.Value, document) }
                : null,
        };

    /// <summary>What is said of one content, or else of the group it is in (Media RSS, "Optional Elements").</summary>
    private static List<XElement> Around(XElement content, string name)
    {
        List<XElement> own = [.. content.Elements(Media + name)];
        return own.Count > 0 || content.Parent?.Name != Media + "group" ? own : [.. content.Parent.Elements(Media + name)];
    }

    private static Picture? Of(XElement element, string attribute, Uri? document) =>
        WebAddress.Resolve(element.Attribute(attribute)?.Value, XmlBase.Of(element, document)) is { } url
            ? new Picture
            {
                Url = url,
                Type = element.Attribute("type")?.Value.Split(';')[0].Trim().ToLowerInvariant() is { } type
                    && type.StartsWith("image/", StringComparison.Ordinal) ? type : null,
                LengthBytes = Number(element, "length") is > 1 and var bytes ? bytes : null,
            }
            : null;

    private static int? Pixels(XElement content, string name) => Number(content, name) is > 0 and <= 100_000 and var pixels ? (int)pixels : null;

    private static long? Number(XElement content, string name) =>
        long.TryParse(content.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
