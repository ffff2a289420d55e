using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Finds the element that holds the article's paragraphs.</summary>
/// <param name="Element">The element.</param>
/// <param name="IsNamed">True if the page itself says that this is an article's body.</param>
internal sealed record ArticleContainer(HtmlElement Element, bool IsNamed)
{
    // A live blog has hundreds of parts; the search for what holds them all goes over each at each level.
    private const int MaxParts = 1000;

    private static readonly string[] BodyClasses =
    [
        "article-body", "article__body", "articleBody", "article-body-content", "entry-content", "post-content", "post-body", "story-body",
        "story-body__inner", "gh-content", "article-content", "article__content", "field--name-body", "td-post-content",
        "amp-article-body", "amp-wp-article-content", "article-text", "story-content", "content-body",
    ];

    /// <summary>The container; null if no element holds a paragraph.</summary>
    public static ArticleContainer? Find(HtmlElement page, IReadOnlyDictionary<HtmlElement, int> proseLengths)
    {
        List<HtmlElement> elements = [.. page.Descendants.Where(element => proseLengths.ContainsKey(element))];
        foreach (var (matches, isNamed) in Preferences())
        {
            List<HtmlElement> found = [.. elements.Where(element => matches(element))];
            if (found.Count > 0)
            {
                return new ArticleContainer(Widest(found, page, proseLengths), isNamed);
            }
        }

        // Nobody named it: the smallest element that still holds most of the page's prose.
        var all = proseLengths.GetValueOrDefault(page);
        var smallest = elements.FindLast(element => element.Name != "p" && proseLengths[element] * 2 > all);
        return smallest is null ? null : new ArticleContainer(smallest, IsNamed: false);
    }

    /// <summary>
    /// Characters of prose per element, by one pass: the text of paragraphs below it that are not links. Elements without
    /// prose, and those that hold navigation only, are left out.
    /// </summary>
    public static Dictionary<HtmlElement, int> ProseLengths(HtmlElement page)
    {
        var lengths = new Dictionary<HtmlElement, int>();
        Measure(page, isParagraph: false);
        return lengths;

        int Measure(HtmlElement element, bool isParagraph)
        {
            var length = 0;
            foreach (var node in element.Children)
            {
                if (node is HtmlText text)
                {
                    length += isParagraph ? text.Text.AsSpan().Trim().Length : 0;
                }
                else if (node is HtmlElement child && child.Name != "a" && !PageChrome.IsChrome(child, holdsMost: true))
                {
                    length += Measure(child, isParagraph || child.Name is "p" or "li" or "blockquote" || IsLooseText(child));
                }
            }

            if (length > 0)
            {
                lengths[element] = length;
            }

            return length;
        }
    }

    private static IEnumerable<(Predicate<HtmlElement> Matches, bool IsNamed)> Preferences()
    {
        yield return (element => MarkupFacts.Says(element, "articleBody") || MetaFacts.HasToken(element["property"], "content:encoded"), true);
        yield return (element => element["class"] is { } names && Array.Exists(BodyClasses, name => MetaFacts.HasToken(names, name)), true);
        yield return (element => MetaFacts.HasToken(element["class"], "body") && IsInArticle(element), true);
        yield return (element => element["data-component"] is "text-block" or "text" && IsInArticle(element), true);
        yield return (element => element.Name == "article", false);
        yield return (element => element.Name == "main" || element["role"] == "main", false);
    }

    /// <summary>The one with most prose, or what holds them all if no single one has most of it.</summary>
    private static HtmlElement Widest(List<HtmlElement> found, HtmlElement page, IReadOnlyDictionary<HtmlElement, int> proseLengths)
    {
        var best = found.MaxBy(element => proseLengths[element])!;
        if (found.Count > MaxParts)
        {
            return best;
        }

        var outer = new HashSet<HtmlElement>(found);
        var sum = found.Where(element => !HasAbove(element, outer)).Sum(element => (long)proseLengths[element]);
        if (proseLengths[best] * 10L >= sum * 6)
        {
            return best;
        }

        var common = best;
        while (common != page && found.Sum(element => IsWithin(element, common) ? (long)proseLengths[element] : 0) * 10 < sum * 9)
        {
            common = common.Parent ?? page;
        }

        return common;
    }

    private static bool IsLooseText(HtmlElement element) =>
        element.Name == "div" && element.Children.Any(node => node is HtmlText text && text.Text.AsSpan().Trim().Length > 80);

    private static bool IsInArticle(HtmlElement element)
    {
        for (var above = element.Parent; above is not null; above = above.Parent)
        {
            if (above.Name is "article" or "main")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAbove(HtmlElement element, HashSet<HtmlElement> others)
    {
        for (var above = element.Parent; above is not null; above = above.Parent)
        {
            if (others.Contains(above))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(HtmlElement element, HtmlElement holder)
    {
        for (var above = element; above is not null; above = above.Parent!)
        {
            if (above == holder)
            {
                return true;
            }
        }

        return false;
    }
}
