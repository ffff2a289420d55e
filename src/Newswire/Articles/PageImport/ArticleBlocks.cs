using System.Text;
using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Copies the article's blocks out of its container and leaves the page around and between them behind.</summary>
internal sealed class ArticleBlocks
{
    private readonly IReadOnlyDictionary<HtmlElement, int> proseLengths;
    private readonly PageFacts facts;
    private readonly bool isNamed;
    private readonly Uri? baseUrl;
    private readonly int allProse;
    private readonly StringBuilder markup = new();
    private bool skipNextList;

    private ArticleBlocks(
        ArticleContainer container, PageFacts facts, IReadOnlyDictionary<HtmlElement, int> proseLengths, Uri? baseUrl)
    {
        this.facts = facts;
        this.proseLengths = proseLengths;
        this.baseUrl = baseUrl;
        isNamed = container.IsNamed;
        allProse = proseLengths.GetValueOrDefault(container.Element);
        WriteChildren(container.Element);
    }

    /// <summary>Paragraphs, list items and quotes copied that hold words.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>The featured picture as the container shows it; null if it does not.</summary>
    public Picture? FeaturedAsShown { get; private set; }

    /// <summary>The blocks as markup.</summary>
    public string Markup => markup.ToString();

    /// <summary>Copies the blocks of an article of which these facts are known.</summary>
    public static ArticleBlocks Of(
        ArticleContainer container, PageFacts facts, IReadOnlyDictionary<HtmlElement, int> proseLengths, Uri? baseUrl) =>
        new(container, facts, proseLengths, baseUrl);

    private void WriteChildren(HtmlElement parent)
    {
        foreach (var node in parent.Children)
        {
            if (node is HtmlText text)
            {
                BodyAttributes.AppendText(markup, text.Text);
            }
            else if (node is HtmlElement element && !IsLeftOut(element))
            {
                WriteElement(element);
            }
        }
    }

    private bool IsLeftOut(HtmlElement element)
    {
        var holdsMost = proseLengths.GetValueOrDefault(element) * 2 > allProse;
        var isLooseDate = element is { Name: "time", Parent.Name: "article" or "main" or "section" or "div" };
        if (isLooseDate || PageChrome.IsChrome(element, holdsMost))
        {
            return true;
        }

        if (element.Name is "ul" or "ol" && skipNextList)
        {
            skipNextList = false;
            return true;
        }

        var isLine = element.Name is "p" or "li" or "dt" || HtmlNames.Headings.Contains(element.Name)
            || (HtmlNames.Blocks.Contains(element.Name) && !element.Children.Any(IsBlock));
        if (!isLine || FigureReader.IsFigure(element))
        {
            return false;
        }

        var line = PlainText.OneLine(element.TextContent);
        var isChrome = PageChrome.IsChromeLine(line);
        skipNextList = isChrome && HtmlNames.Headings.Contains(element.Name);
        return isChrome || IsHeaderAgain(element, line);
    }

    private bool IsHeaderAgain(HtmlElement element, string line) =>
        element.Name == "h1"
        || (line == facts.Headline && (Paragraphs == 0 || HtmlNames.Headings.Contains(element.Name)))
        || (!isNamed && Paragraphs == 0 && line == facts.Standfirst);

    private static bool IsBlock(HtmlNode node) =>
        node is HtmlElement element && (HtmlNames.Blocks.Contains(element.Name) || FigureReader.IsImage(element));

    private void WriteElement(HtmlElement element)
    {
        if (element.Name == "header")
        {
            WriteHeadings(element);
            return;
        }

        if ((FigureReader.IsImage(element) || FigureReader.IsFigure(element)) && IsFeatured(element))
        {
            return;
        }

        Paragraphs += element.Name is "p" or "li" or "blockquote" && proseLengths.ContainsKey(element) ? 1 : 0;
        markup.Append('<').Append(element.Name);
        foreach (var (name, value) in element.Attributes)
        {
            if (IsPlainName(name) && !name.StartsWith("on", StringComparison.Ordinal) && name != "style")
            {
                BodyAttributes.Add(markup, name, value);
            }
        }

        markup.Append('>');
        if (FigureReader.IsFigure(element))
        {
            WriteAll(element);
        }
        else
        {
            WriteChildren(element);
        }

        if (!HtmlNames.Void.Contains(element.Name))
        {
            markup.Append("</").Append(element.Name).Append('>');
        }
    }

    /// <summary>A figure comes along whole: in it, a byline names the photographer.</summary>
    private void WriteAll(HtmlElement figure)
    {
        foreach (var node in figure.Children)
        {
            if (node is HtmlText text)
            {
                BodyAttributes.AppendText(markup, text.Text);
            }
            else if (node is HtmlElement element && !HtmlNames.Unseen.Contains(element.Name))
            {
                WriteElement(element);
            }
        }
    }

    /// <summary>Of a header only headings are article: the posts of a live blog have theirs there.</summary>
    private void WriteHeadings(HtmlElement header)
    {
        foreach (var heading in header.Descendants.Where(element => HtmlNames.Headings.Contains(element.Name) && !IsLeftOut(element)))
        {
            WriteElement(heading);
        }
    }

    private bool IsFeatured(HtmlElement element)
    {
        if (facts.Featured is not { } featured)
        {
            return false;
        }

        var shown = FigureReader.IsFigure(element) ? FigureReader.Read(element, baseUrl) : [.. Single(element)];
        if (shown is not [var only] || !PageFacts.IsSameImage(only.Url, featured.Url))
        {
            return false;
        }

        FeaturedAsShown ??= only;
        return true;
    }

    private IEnumerable<Picture> Single(HtmlElement image) => ImageSource.Read(image, baseUrl) is { } picture ? [picture] : [];

    private static bool IsPlainName(string name) => name.Length < 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':');
}
