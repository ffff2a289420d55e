namespace Newswire.Articles.Html;

/// <summary>Reads the pictures of a figure with caption and credits, in whichever markup a CMS writes them.</summary>
internal static class FigureReader
{
    private static readonly string[] CreditWords = ["credit", "copyright", "attribution", "photographer", "byline-photo"];

    /// <summary>Elements that show pictures.</summary>
    public static bool IsImage(HtmlElement element) => element.Name is "img" or "amp-img";

    /// <summary>True for a figure, or for what WordPress wrote before there were figures.</summary>
    public static bool IsFigure(HtmlElement element) =>
        element.Name == "figure" || (element.Name == "div" && HasClass(element, "wp-caption"));

    /// <summary>
    /// The figure's pictures in order, none if it shows none that can be kept; null if it holds more than pictures with
    /// a caption, such as a table or the rest of an article whose figure was never ended.
    /// </summary>
    public static IReadOnlyList<Picture>? Read(HtmlElement figure, Uri? baseUrl)
    {
        if (HoldsMore(figure))
        {
            return null;
        }

        var pictures = new List<Picture>();
        Collect(figure, baseUrl, pictures);
        return pictures;
    }

    /// <summary>Caption and credits of the element that holds them, be it a figcaption or the whole figure.</summary>
    public static (string? Caption, IReadOnlyList<string> Credits) ReadCaption(HtmlElement holder, IEnumerable<HtmlElement> alsoCredits)
    {
        var credited = holder.Descendants.Where(element => IsCredit(element) && !IsInsideAnother(element, holder)).Concat(alsoCredits);
        List<string> credits = [.. credited.SelectMany(element => Credits.Split(element.TextContent)).Distinct(StringComparer.Ordinal)];
        var caption = PlainText.OneLine(holder.TextWithout(element => IsCredit(element) || IsFigure(element)));
        if (credits.Count == 0)
        {
            (caption, var taken) = Credits.TakeFrom(caption);
            credits = [.. taken];
        }

        return (caption.Length == 0 ? null : caption, credits);
    }

    private static void Collect(HtmlElement figure, Uri? baseUrl, List<Picture> pictures)
    {
        var first = pictures.Count;
        HtmlElement? caption = null;
        var outsideCredits = new List<HtmlElement>();
        CollectBelow(figure, ref caption);
        if (pictures.Count == first)
        {
            return;
        }

        var (text, credits) = ReadCaption(caption ?? figure, caption is null ? [] : outsideCredits);
        var last = pictures[^1];
        pictures[^1] = last with
        {
            Caption = last.Caption ?? text,
            Credits = last.Credits.Count > 0 ? last.Credits : credits,
        };

        void CollectBelow(HtmlElement element, ref HtmlElement? caption)
        {
            foreach (var child in element.Children.OfType<HtmlElement>())
            {
                if (IsFigure(child))
                {
                    Collect(child, baseUrl, pictures);
                }
                else if (IsImage(child))
                {
                    pictures.AddRange(ImageSource.Read(child, baseUrl) is { } picture ? [picture] : Array.Empty<Picture>());
                }
                else if (IsCaption(child))
                {
                    caption ??= child;
                }
                else if (IsCredit(child))
                {
                    outsideCredits.Add(child);
                }
                else if (!HtmlNames.Unseen.Contains(child.Name))
                {
                    CollectBelow(child, ref caption);
                }
            }
        }
    }

    private static bool HoldsMore(HtmlElement figure)
    {
        var paragraphs = 0;
        foreach (var element in figure.Descendants)
        {
            var isMore = element.Name is "table" or "blockquote" or "pre" or "ul" or "ol" or "dl" || HtmlNames.Headings.Contains(element.Name);
            if (element.Name is "p" && !IsCaption(element) && !IsCredit(element))
            {
                paragraphs++;
            }

            if ((isMore || paragraphs > 1) && !IsInCaption(element, figure))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInCaption(HtmlElement element, HtmlElement figure)
    {
        for (var above = element.Parent; above is not null && above != figure; above = above.Parent)
        {
            if (IsCaption(above))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCaption(HtmlElement element) =>
        element.Name == "figcaption" || HasClass(element, "wp-caption-text") || HasClass(element, "caption")
        || element["itemprop"] is "caption" or "description";

    private static bool IsCredit(HtmlElement element) =>
        element.Name is "cite" or "small"
        || element["itemprop"] is "copyrightHolder" or "creator" or "author" or "creditText"
        || (element["class"] is { } names && Array.Exists(CreditWords, word => names.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True if a credit or a figure between the two already accounts for the element.</summary>
    private static bool IsInsideAnother(HtmlElement element, HtmlElement holder)
    {
        for (var above = element.Parent; above is not null && above != holder; above = above.Parent)
        {
            if (IsCredit(above) || IsFigure(above))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasClass(HtmlElement element, string name) =>
        element["class"] is { } names && names.Split((char[]?)null).Contains(name, StringComparer.OrdinalIgnoreCase);
}
