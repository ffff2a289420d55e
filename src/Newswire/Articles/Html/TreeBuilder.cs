using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Newswire.Articles.Html;

/// <summary>
/// Puts tags and text into a tree: ends what is left open, implies the ends HTML lets authors omit, ignores ends of what
/// is not open and starts that would nest too deep. Each token costs at most one walk up the open elements.
/// </summary>
internal sealed class TreeBuilder(int maxElements)
{
    /// <summary>Levels of nesting; start tags below them are ignored. Real pages stay under 60.</summary>
    public const int MaxDepth = 128;

    // Formatting ends earlier than the rest, so that it cannot take the place of paragraphs.
    private const int MaxFormattingDepth = MaxDepth / 2;
    private const int MaxAttributes = 32;

    private readonly OpenElements open = new();
    private readonly StringBuilder pendingText = new();
    private HtmlElement root = new("html", [], parent: null);
    private int elements;

    /// <summary>True once the tree may take no further element.</summary>
    public bool IsOverfull => elements >= maxElements;

    public HtmlElement Finish()
    {
        FlushText();
        return root;
    }

    public void Text(string text) => pendingText.Append(text);

    public void Start(HtmlTagToken tag)
    {
        FlushText();
        var name = tag.Name == "image" ? "img" : tag.Name;
        if (name is "html" && elements == 0)
        {
            root = new HtmlElement("html", Attributes(tag), parent: null);
        }

        if (name is "html" or "head" or "body" || !MakeRoomFor(name))
        {
            return;
        }

        var isVoid = HtmlNames.Void.Contains(name) || (tag.IsSelfClosing && IsForeign(name));
        var isText = HtmlTree.ContentOf(name) != HtmlParseMode.PCData;
        var deepest = HtmlNames.Formatting.Contains(name) ? MaxFormattingDepth : MaxDepth;
        if (isVoid || isText || open.Count < deepest)
        {
            Push(name, Attributes(tag), isVoid);
        }
    }

    public void End(string name)
    {
        FlushText();
        if (!open.Has(name))
        {
            if (name == "br")
            {
                Push("br", [], isVoid: true);
            }

            return;
        }

        var isBlock = HtmlNames.Blocks.Contains(name);
        var misnested = false;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var candidate = open.NameAt(i);
            if (candidate == name && !misnested)
            {
                open.PopThrough(i);
                return;
            }

            if (candidate == name)
            {
                // Its content is half read: ending it here would end the block around the tag as well.
                open.LoseMeaning(i);
                return;
            }

            var wall = candidate is "table" || (candidate is "td" or "th" or "caption" && !HtmlNames.TableParts.Contains(name));
            if (wall && name != "table")
            {
                return;
            }

            misnested |= !isBlock && HtmlNames.Blocks.Contains(candidate);
        }
    }

    /// <summary>Ends what the start of such an element ends; false if it cannot stand here.</summary>
    private bool MakeRoomFor(string name)
    {
        if (HtmlNames.TableParts.Contains(name))
        {
            return MakeRoomInTable(name);
        }

        if (HtmlNames.ClosesParagraph.Contains(name))
        {
            open.PopThroughNearest("p", static wall => wall is "td" or "th" or "caption" or "table" or "button");
        }

        switch (name)
        {
            case "li":
                open.PopThroughNearest("li", EndsList);
                break;
            case "dt" or "dd":
                open.PopThroughNearest("dt", EndsList);
                open.PopThroughNearest("dd", EndsList);
                break;
            case "option" when open.Top == "option":
            case "colgroup" when open.Top == "colgroup":
                open.PopThrough(open.Count - 1);
                break;
            case "a" when open.Has("a"):
                open.PopThroughNearest("a", HtmlNames.Blocks.Contains);
                return !open.Has("a");
        }

        if (HtmlNames.Headings.Contains(name) && HtmlNames.Headings.Contains(open.Top))
        {
            open.PopThrough(open.Count - 1);
        }

        if (name == "form" && IsBetweenCells)
        {
            return false;
        }

        if (name is not ("script" or "style" or "template"))
        {
            OpenCell();
        }

        return true;
    }

    private bool IsBetweenCells => open.Top is "table" or "thead" or "tbody" or "tfoot" or "tr" or "colgroup";

    private bool MakeRoomInTable(string name)
    {
        if (!open.Has("table"))
        {
            return false;
        }

        while (!(open.Top is "table"
            || (name is "tr" or "td" or "th" && open.Top is "thead" or "tbody" or "tfoot")
            || (name is "td" or "th" && open.Top is "tr")
            || (name is "col" && open.Top is "colgroup")))
        {
            open.PopThrough(open.Count - 1);
        }

        if (name is "td" or "th" && open.Top != "tr")
        {
            Push("tr", [], isVoid: false);
        }

        return true;
    }

    /// <summary>What stands in a table but in no cell gets a cell; the standard moves it before the table.</summary>
    private void OpenCell()
    {
        if (IsBetweenCells)
        {
            MakeRoomInTable("td");
            Push("td", [], isVoid: false);
        }
    }

    private void FlushText()
    {
        if (pendingText.Length == 0)
        {
            return;
        }

        var text = XmlText.Clean(pendingText.ToString());
        pendingText.Clear();
        if (IsBetweenCells)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            OpenCell();
        }

        if (text.Length > 0)
        {
            Parent.Add(new HtmlText(text));
        }
    }

    private HtmlElement Parent => open.Innermost ?? root;

    private void Push(string name, IReadOnlyList<KeyValuePair<string, string>> attributes, bool isVoid)
    {
        elements++;
        var element = new HtmlElement(name, attributes, Parent);
        Parent.Add(element);
        if (!isVoid)
        {
            open.Push(element);
        }
    }

    private bool IsForeign(string name) =>
        name.Contains('-', StringComparison.Ordinal) || open.Has("svg") || open.Has("math");

    private static bool EndsList(string name) =>
        HtmlNames.Blocks.Contains(name) && name is not ("div" or "p" or "address" or "li" or "dt" or "dd");

    private static List<KeyValuePair<string, string>> Attributes(HtmlTagToken tag)
    {
        var kept = new List<KeyValuePair<string, string>>(Math.Min(tag.Attributes.Count, MaxAttributes));
        for (var i = 0; i < tag.Attributes.Count && i < MaxAttributes; i++)
        {
            kept.Add(new(tag.Attributes[i].Name, XmlText.Clean(tag.Attributes[i].Value ?? "")));
        }

        return kept;
    }
}
