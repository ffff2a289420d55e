namespace Newswire.Articles.Html;

/// <summary>The elements whose end has not come yet, the innermost last, counted by name so that most questions are O(1).</summary>
internal sealed class OpenElements
{
    private readonly List<HtmlElement> elements = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

    public int Count => elements.Count;

    /// <summary>The innermost open element; null if none is open.</summary>
    public HtmlElement? Innermost => elements.Count == 0 ? null : elements[^1];

    /// <summary>The innermost open element's name; empty if none is open.</summary>
    public string Top => Innermost?.Name ?? "";

    public bool Has(string name) => byName.GetValueOrDefault(name) > 0;

    public string NameAt(int index) => elements[index].Name;

    public void Push(HtmlElement element)
    {
        elements.Add(element);
        byName[element.Name] = byName.GetValueOrDefault(element.Name) + 1;
    }

    /// <summary>Ends the element at the index and all inside it.</summary>
    public void PopThrough(int index)
    {
        for (var i = elements.Count - 1; i >= index; i--)
        {
            byName[elements[i].Name]--;
        }

        elements.RemoveRange(index, elements.Count - index);
    }

    /// <summary>Ends the innermost element of that name and all inside it, unless a wall stands between.</summary>
    public void PopThroughNearest(string name, Func<string, bool> isWall)
    {
        for (var i = elements.Count - 1; i >= 0 && Has(name); i--)
        {
            if (elements[i].Name == name)
            {
                PopThrough(i);
                return;
            }

            if (isWall(elements[i].Name))
            {
                return;
            }
        }
    }

    /// <summary>Formatting that ends in the wrong place formats nothing, rather than all that follows.</summary>
    public void LoseMeaning(int index)
    {
        var element = elements[index];
        if (HtmlNames.Formatting.Contains(element.Name))
        {
            byName[element.Name]--;
            element.LoseMeaning();
            byName[element.Name] = byName.GetValueOrDefault(element.Name) + 1;
        }
    }
}
