namespace Newswire.Articles.Html;

/// <summary>The words of a body as somebody reads them aloud: without markup, and without what stands under pictures.</summary>
internal static class RunningText
{
    /// <summary>The words with one space between; empty if there are none.</summary>
    /// <param name="body">A body as <see cref="BodyHtml"/> makes it.</param>
    public static string Of(string body) =>
        PlainText.OneLine(HtmlTree.Parse(body, maxElements: int.MaxValue).Root.TextWithout(element => element.Name == "figcaption"));
}
