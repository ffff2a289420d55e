using Newswire.Articles;
using Newswire.Articles.Html;

namespace Newswire.Importing;

/// <summary>Finds which of the pictures that a source tells of stand in a body, and under which address.</summary>
internal static class BodyPictures
{
    /// <summary>
    /// What is told of the pictures in the body, under the addresses by which the body shows them. Pictures that the body does not show are
    /// left out: a submission would add them to it.
    /// </summary>
    /// <param name="body">The body as HTML; null when there is none.</param>
    /// <param name="start">Where its relative addresses start.</param>
    /// <param name="told">The pictures that the source tells of, under absolute addresses.</param>
    public static IReadOnlyList<Picture> Told(string? body, Uri? start, IReadOnlyList<Picture> told)
    {
        if (body is null || told.Count == 0 || !body.Contains('<'))
        {
            return [];
        }

        var files = told.SelectMany(picture => ImageFile.NamedBy(picture.Url), (picture, file) => (Picture: picture, File: file)).ToList();
        return [.. HtmlTree.Parse(body, BodyHtml.MaxElements).Root.Descendants
            .Where(FigureReader.IsImage)
            .Select(image => ImageSource.Read(image, start))
            .OfType<Picture>()
            .DistinctBy(shown => shown.Url, StringComparer.Ordinal)
            .Select(shown => Twin(shown, files))
            .OfType<Picture>()];
    }

    private static Picture? Twin(Picture shown, List<(Picture Picture, ImageFile File)> files)
    {
        List<ImageFile> forms = [.. ImageFile.NamedBy(shown.Url)];
        return files.Find(known => forms.Exists(known.File.IsSame)).Picture is not { } told ? null
            : told.Url == shown.Url ? told
            : told with { Url = shown.Url, Width = null, Height = null, Type = null, LengthBytes = null };
    }
}
