using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// Markup as a tree that is well nested, shallow and built in linear time. The tree builder of the HTML standard is
/// neither: misnested formatting makes it copy without bound and foster parenting searches all siblings, so hostile
/// markup meets this one first. Well-nested markup means here what it means there.
/// </summary>
/// <param name="Root">Holds everything; carries the attributes of <c>html</c>.</param>
/// <param name="IsOverfull">True if the source held more elements than any article; the tree is cut short there.</param>
internal sealed record HtmlTree(HtmlElement Root, bool IsOverfull)
{
    /// <summary>Reads any text as HTML. Never fails.</summary>
    /// <param name="html">The text.</param>
    /// <param name="maxElements">The number of elements at which the tree is overfull.</param>
    public static HtmlTree Parse(string html, int maxElements)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var builder = new TreeBuilder(maxElements);
        while (!builder.IsOverfull)
        {
            var token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag when token is HtmlTagToken tag:
                    builder.Start(tag);
                    tokenizer.State = ContentOf(tag.Name);
                    break;
                case HtmlTokenType.EndTag:
                    builder.End(token.Name);
                    break;
                case HtmlTokenType.Character:
                    builder.Text(token.Data);
                    break;
                case HtmlTokenType.EndOfFile:
                    return new HtmlTree(builder.Finish(), IsOverfull: false);
            }
        }

        return new HtmlTree(builder.Finish(), IsOverfull: true);
    }

    /// <summary>How the tokenizer must read on inside an element: markup, or text up to its end tag.</summary>
    internal static HtmlParseMode ContentOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
