using System.Globalization;
using Newswire.Articles;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>Which picture stands for an article where a partner does not take every one.</summary>
internal static class LeadPicture
{
    /// <summary>The featured picture if it will do, otherwise the first in the body that will; null if there is none.</summary>
    public static Picture? Of(Article article, Predicate<Picture> willDo) =>
        EntryPictures.Of(article).FirstOrDefault(picture => willDo(picture));

    /// <summary>Whether a picture can be an enclosure, whose type and length must be known, of a size in pixels.</summary>
    public static bool IsEnclosure(Picture picture, int minSide) =>
        picture is { Type: not null, LengthBytes: not null } && SmallerSide(picture) >= minSide;

    /// <summary>Why there is none, a sentence for the newsroom.</summary>
    public static string Missing(string partner, Article article, int minSide)
    {
        var demand = string.Create(
            CultureInfo.InvariantCulture, $"{partner} wants one of at least {minSide} pixels on its smaller side.");
        var largest = EntryPictures.Of(article).MaxBy(SmallerSide);
        return largest is null ? $"The article has no picture; {demand}"
            : SmallerSide(largest) == 0 ? $"Of no picture width and height are known; {demand}"
            : SmallerSide(largest) < minSide ? Say($"The largest picture has {largest.Width} × {largest.Height} pixels; {demand}")
            : Say($"Of the picture with {largest.Width} × {largest.Height} pixels type or length is unknown; {demand}");
    }

    private static int SmallerSide(Picture picture) => Math.Min(picture.Width ?? 0, picture.Height ?? 0);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
