using System.Text.RegularExpressions;

namespace Newswire.Formats.Html.Developers;

/// <summary>
/// The little of CommonMark that descriptions use: paragraphs, <c>`code`</c>, <c>**strong**</c> and
/// <c>[links](https://…)</c>. Everything else is text.
/// </summary>
internal static partial class MarkdownText
{
    /// <summary>Every paragraph as one.</summary>
    public static void WriteParagraphs(HtmlMarkup page, string text)
    {
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            page.Write($"<p>");
            WriteLine(page, paragraph);
            page.WriteLine($"</p>");
        }
    }

    /// <summary>The text in the line that is being written.</summary>
    public static void WriteLine(HtmlMarkup page, string text)
    {
        var at = 0;
        foreach (Match mark in Marks().Matches(text))
        {
            page.Write($"{text[at..mark.Index]}");
            at = mark.Index + mark.Length;
            if (mark.Groups["code"] is { Success: true } code)
            {
                page.Write($"<code>{code.Value}</code>");
            }
            else if (mark.Groups["strong"] is { Success: true } strong)
            {
                page.Write($"<strong>{strong.Value}</strong>");
            }
            else
            {
                page.Write($"""<a href="{mark.Groups["url"].Value}">{mark.Groups["text"].Value}</a>""");
            }
        }

        page.Write($"{text[at..]}");
    }

    [GeneratedRegex(
        @"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\[(?<text>[^\]]+)\]\((?<url>https://[^)\s]+)\)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
