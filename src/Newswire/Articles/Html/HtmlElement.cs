using System.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// An element of an <see cref="HtmlTree"/>. Trees are at most <see cref="TreeBuilder.MaxDepth"/> and a few levels deep,
/// so that walking one by recursion is safe whatever the markup was.
/// </summary>
internal sealed class HtmlElement(
    string name, IReadOnlyList<KeyValuePair<string, string>> attributes, HtmlElement? parent) : HtmlNode
{
    private List<HtmlNode>? children;

    /// <summary>The tag name in lower case.</summary>
    public string Name { get; private set; } = name;

    /// <summary>The element this one stands in; null for the root.</summary>
    public HtmlElement? Parent { get; } = parent;

    /// <summary>The attributes as found, names in lower case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes => attributes;

    /// <summary>What stands in this element, in order.</summary>
    public IReadOnlyList<HtmlNode> Children => children ?? (IReadOnlyList<HtmlNode>)[];

    /// <summary>All elements below this one, in document order.</summary>
    public IEnumerable<HtmlElement> Descendants
    {
        get
        {
            var ahead = new Stack<HtmlElement>();
            PushChildren(ahead);
            while (ahead.TryPop(out var element))
            {
                yield return element;
                element.PushChildren(ahead);
            }
        }
    }

    /// <summary>The attribute's value; null if the element has none of that name.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (key, value) in attributes)
            {
                if (key == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>All text below this element, in order, without that of elements a reader does not see.</summary>
    public string TextContent => TextWithout(_ => false);

    /// <summary>As <see cref="TextContent"/>, leaving out the elements named and what is in them.</summary>
    public string TextWithout(Func<HtmlElement, bool> skip)
    {
        var text = new StringBuilder();
        Collect(this, text, skip);
        return text.ToString();
    }

    /// <summary>The name becomes <c>span</c>: markup whose end tag came in the wrong place means nothing.</summary>
    public void LoseMeaning() => Name = "span";

    /// <summary>Puts a node at the end of this element.</summary>
    public void Add(HtmlNode node) => (children ??= new List<HtmlNode>(1)).Add(node);

    private static void Collect(HtmlElement element, StringBuilder text, Func<HtmlElement, bool> skip)
    {
        foreach (var node in element.Children)
        {
            if (node is HtmlText run)
            {
                text.Append(run.Text);
            }
            else if (node is HtmlElement child && !HtmlNames.Unseen.Contains(child.Name) && !skip(child))
            {
                var apart = child.Name == "br" || HtmlNames.Blocks.Contains(child.Name);
                text.Append(apart ? " " : "");
                Collect(child, text, skip);
                text.Append(apart ? " " : "");
            }
        }
    }

    private void PushChildren(Stack<HtmlElement> ahead)
    {
        for (var i = Children.Count - 1; i >= 0; i--)
        {
            if (Children[i] is HtmlElement child)
            {
                ahead.Push(child);
            }
        }
    }
}
