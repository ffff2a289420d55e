using Newswire.Articles;
using Newswire.Articles.Html;

namespace Newswire.Importing;

/// <summary>What editors write into the one field for captions: the caption, and behind it who made the picture.</summary>
internal static class PrintedCaption
{
    /// <summary>The picture with its caption, and with the credits at the end of it when none are told otherwise.</summary>
    public static Picture Under(Picture picture, string? printed)
    {
        if (PlainText.OrNull(printed) is not { } text)
        {
            return picture;
        }

        var (caption, credits) = picture.Credits.Count > 0 ? (text, picture.Credits) : Credits.TakeFrom(text);
        return picture with { Caption = caption.Length > 0 ? caption : null, Credits = credits };
    }
}
