using System.Globalization;
using System.Text;

namespace Newswire.Articles.Html;

/// <summary>The one form in which pictures stand in bodies; the feed formats and the partners' rules rely on it.</summary>
internal static class CanonicalFigure
{
    /// <summary>Writes the picture as <c>figure</c>, its credits in one <c>cite</c>.</summary>
    public static void Write(StringBuilder html, Picture picture)
    {
        html.Append("<figure>");
        WriteImage(html, picture);
        if (picture.Caption is not null || picture.Credits.Count > 0)
        {
            WriteCaption(html, picture);
        }

        html.Append("</figure>");
    }

    /// <summary>Writes the picture alone, as the figure begins with it.</summary>
    public static void WriteImage(StringBuilder html, Picture picture)
    {
        html.Append("<img");
        BodyAttributes.Add(html, "src", picture.Url);
        BodyAttributes.Add(html, "alt", picture.Alt ?? "");
        WriteSize(html, picture.Width, picture.Height);
        html.Append('>');
    }

    /// <summary>Writes what is known of the size; the last attributes of the image.</summary>
    public static void WriteSize(StringBuilder html, int? width, int? height)
    {
        BodyAttributes.Add(html, "width", width?.ToString(CultureInfo.InvariantCulture));
        BodyAttributes.Add(html, "height", height?.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteCaption(StringBuilder html, Picture picture)
    {
        html.Append("<figcaption>");
        BodyAttributes.AppendText(html, picture.Caption);
        if (picture.Credits.Count > 0)
        {
            html.Append(picture.Caption is null ? "<cite>" : " <cite>");
            BodyAttributes.AppendText(html, string.Join(" / ", picture.Credits));
            html.Append("</cite>");
        }

        html.Append("</figcaption>");
    }
}
