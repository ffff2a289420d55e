using System.Globalization;
using System.Net;
using System.Text;
using Newswire.Articles.PictureFacts;

namespace Newswire.Articles.Html;

/// <summary>Writes sizes that were found later into the figures of a clean body, as <see cref="CanonicalFigure"/> would have.</summary>
internal static class FigureSizes
{
    // Text holds no "<" and no quoted value a quote, so in a clean body this begins an image and nothing else.
    private const string ImageStart = "<img src=\"";

    /// <summary>The body with the sizes of pictures that have none in it.</summary>
    /// <param name="body">A body as <see cref="BodyHtml"/> makes it.</param>
    /// <param name="found">Facts by the address of the picture.</param>
    public static string Write(string body, IReadOnlyDictionary<string, FoundFacts> found)
    {
        if (found.Count == 0)
        {
            return body;
        }

        var written = new StringBuilder(body.Length + 256);
        var from = 0;
        while (body.IndexOf(ImageStart, from, StringComparison.Ordinal) is >= 0 and var at)
        {
            var (src, width, height, sizeAt, end) = Read(body, at + "<img".Length);
            written.Append(body, from, sizeAt - from);
            if (found.TryGetValue(WebUtility.HtmlDecode(src), out var facts))
            {
                (width, height) = facts.Complete(width, height);
            }

            CanonicalFigure.WriteSize(written, width, height);
            from = end;
        }

        return written.Append(body, from, body.Length - from).ToString();
    }

    /// <summary>Reads the attributes that begin at <paramref name="at"/>.</summary>
    /// <returns>Those of interest, where the size begins or would, and where the tag ends.</returns>
    private static (string Src, int? Width, int? Height, int SizeAt, int End) Read(string body, int at)
    {
        var src = "";
        int? width = null;
        int? height = null;
        var sizeAt = at;
        while (body[at] == ' ')
        {
            var valueAt = body.IndexOf('"', at) + 1;
            var valueEnd = body.IndexOf('"', valueAt);
            var value = body.AsSpan(valueAt, valueEnd - valueAt);
            var name = body.AsSpan(at + 1, valueAt - at - 3);
            if (name is "width")
            {
                width = int.Parse(value, CultureInfo.InvariantCulture);
            }
            else if (name is "height")
            {
                height = int.Parse(value, CultureInfo.InvariantCulture);
            }
            else
            {
                src = name is "src" ? value.ToString() : src;
                sizeAt = valueEnd + 1;
            }

            at = valueEnd + 1;
        }

        return (src, width, height, sizeAt, at);
    }
}
