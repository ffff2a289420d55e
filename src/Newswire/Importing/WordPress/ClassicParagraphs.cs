using System.Text;
using System.Text.RegularExpressions;

namespace Newswire.Importing.WordPress;

/// <summary>
/// Makes the paragraphs that the classic editor leaves out: a blank line ends one, a line end within one is a line break. WordPress does so
/// (<c>wpautop</c>) when it shows a post.
/// </summary>
internal static partial class ClassicParagraphs
{
    private const string Blocks =
        "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr"
        + "|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul";

    /// <summary>Blocks in which paragraphs are made as well.</summary>
    private static readonly string[] Holders = ["article", "aside", "blockquote", "center", "div", "footer", "header", "main", "section"];

    /// <summary>The text in paragraphs.</summary>
    public static string Make(string text)
    {
        var html = new StringBuilder();
        var paragraph = new StringBuilder();
        var kept = 0;
        string? keeping = null;
        var at = 0;
        foreach (Match tag in BlockTag().Matches(text))
        {
            var run = text[at..tag.Index];
            at = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            var isEnd = tag.Groups["end"].Length > 0;
            if (keeping is not null)
            {
                // Inside a table or a list line ends mean nothing, and in pre they mean themselves.
                html.Append(run).Append(tag.Value);
                kept += name != keeping ? 0 : isEnd ? -1 : 1;
                keeping = kept > 0 ? keeping : null;
                continue;
            }

            Add(paragraph, run, html);
            Flush(paragraph, html);
            html.Append(tag.Value);
            if (!isEnd && name != "hr" && !Array.Exists(Holders, holder => holder == name))
            {
                (keeping, kept) = (name, 1);
            }
        }

        if (keeping is not null)
        {
            html.Append(text, at, text.Length - at);
        }
        else
        {
            Add(paragraph, text[at..], html);
            Flush(paragraph, html);
        }

        return html.ToString();
    }

    private static void Add(StringBuilder paragraph, string run, StringBuilder html)
    {
        var parts = BlankLine().Split(run);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                Flush(paragraph, html);
            }

            paragraph.Append(parts[i]);
        }
    }

    private static void Flush(StringBuilder paragraph, StringBuilder html)
    {
        var text = paragraph.ToString().Trim();
        paragraph.Clear();
        if (text.Length > 0)
        {
            // A line that ends with a line break needs no second one, and one inside a tag is none.
            html.Append("<p>").Append(LineEnd().Replace(text, match => match.Groups["tag"].Length > 0 ? match.Value : "<br>")).Append("</p>");
        }
    }

    [GeneratedRegex($"<(?<end>/?)(?<name>{Blocks})(\\s[^<>]*)?/?>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"\n[ \t]*(\n[ \t]*)+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"(?<tag><br\s*/?>\s*|<[^<>]*>)|[ \t]*\n\s*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LineEnd();
}
