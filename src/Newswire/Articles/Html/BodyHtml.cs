using System.Text;

namespace Newswire.Articles.Html;

/// <summary>Makes the body of an article out of what a CMS sent: safe anywhere, in one form, the same for the same input.</summary>
internal static class BodyHtml
{
    /// <summary>The size of the largest clean body in bytes of UTF-8: 4 MiB.</summary>
    public const int MaxLengthBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Elements a body may have; the longest live blogs have some 20,000. The sanitizer's DOM takes a third of a second at this
    /// number of siblings and grows with its square.
    /// </summary>
    public const int MaxElements = 30_000;

    /// <summary>Cleans a body.</summary>
    /// <param name="html">HTML or plain text, hostile or not.</param>
    /// <param name="baseUrl">The article's address: relative addresses start there.</param>
    /// <param name="listed">Pictures sent beside the body, plain text in their fields; those the body lacks go to its end.</param>
    /// <param name="featured">The picture above the article, whose rights hold in the body as well; null if there is none.</param>
    public static CleanBody Clean(string html, Uri baseUrl, IReadOnlyList<Picture> listed, Picture? featured = null)
    {
        // Hostile markup ends here: from now on everything is shallow, well nested and counted.
        var tree = HtmlTree.Parse(html, MaxElements);
        if (tree.IsOverfull)
        {
            return new CleanBody("", [], TooLarge: true);
        }

        // Everything wanted is written anew rather than everything unwanted removed: removing from long lists of
        // siblings is quadratic in every DOM.
        var writer = new BodyWriter(baseUrl, new ListedPictures(listed, baseUrl, tree.Root));
        writer.Write(tree.Root);
        if (writer.IsTooLarge)
        {
            return new CleanBody("", [], TooLarge: true);
        }

        // What is published rests on a sanitizer many people have attacked, not on the writer alone.
        var clean = XmlText.Clean(NewsSanitizer.Sanitize(writer.Html));
        return Encoding.UTF8.GetByteCount(clean) > MaxLengthBytes
            ? new CleanBody("", [], TooLarge: true)
            : new CleanBody(clean, writer.Pictures) { Featured = featured is null ? null : WithForms(featured, tree.Root, baseUrl) };
    }

    private static Picture WithForms(Picture featured, HtmlElement body, Uri baseUrl) => featured with
    {
        Rights = new PictureForms(body, baseUrl, [featured]).Complete(featured.Rights, featured.Url, featured.Url),
    };
}
