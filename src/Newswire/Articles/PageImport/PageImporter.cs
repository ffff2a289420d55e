using System.Text;
using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Reads an article off its web page.</summary>
internal static class PageImporter
{
    /// <summary>Elements read of a page; a page of 4 MiB that has more is no article.</summary>
    public const int MaxElements = 200_000;

    private const int ShortestUnnamedProse = 200;

    /// <summary>Reads a page. Never fails: what is no article comes back with what was looked for.</summary>
    /// <param name="html">The page, hostile or not.</param>
    /// <param name="address">Where the page was, for its relative addresses; if null, what it calls canonical.</param>
    public static ImportResult Import(string html, Uri? address)
    {
        var tree = HtmlTree.Parse(html, MaxElements);
        if (tree.IsOverfull)
        {
            return new ImportResult.NoArticle([$"a page of fewer than {MaxElements} elements"]);
        }

        var page = tree.Root;
        var baseUrl = BaseOf(page, address);

        // What the page says to machines is meant to be exact; what it shows fills the gaps.
        using var graph = JsonLdGraph.Of(page);
        var proseLengths = ArticleContainer.ProseLengths(page);
        var container = ArticleContainer.Find(page, proseLengths);
        var said = JsonLdFacts.Read(graph, baseUrl).Or(MetaFacts.Read(page, baseUrl));
        var facts = WithPrintedCredits(said.Or(MarkupFacts.Read(page, container?.Element, baseUrl, said)), page);

        // The body last: headline, standfirst and featured picture must be known to be left out of it.
        var blocks = container is null ? null : ArticleBlocks.Of(container, facts, proseLengths, baseUrl);
        var body = blocks is { Paragraphs: > 0 } ? blocks.Markup : FromText(facts.Body);
        var lacking = Lacking(facts, body, container, proseLengths, page);
        if (lacking.Count > 0)
        {
            return new ImportResult.NoArticle(lacking);
        }

        var told = JsonLdImages.WithRights(graph, baseUrl);
        var featured = PageFacts.Complete(facts.Featured, blocks?.FeaturedAsShown);
        return new ImportResult.Found(new ImportedPage
        {
            Headline = facts.Headline!,
            Standfirst = facts.Standfirst,
            BodyHtml = body!,
            CanonicalUrl = facts.CanonicalUrl,
            Published = facts.Published,
            Updated = facts.Updated,
            Language = facts.Language,
            Authors = facts.Authors,
            Topics = facts.Topics,
            Featured = featured is null ? null : WithRights(featured, told),
            Pictures = InBody(body!, baseUrl, told),
            Section = facts.Section,
            Correction = facts.Correction,
        });
    }

    private static Picture WithRights(Picture featured, IReadOnlyList<Picture> told)
    {
        var file = ImageFile.NamedBy(featured.Url).First();
        return told.FirstOrDefault(picture => ImageFile.NamedBy(picture.Url).Any(file.IsSame)) is { } twin
            ? featured with
            {
                Credits = featured.Credits.Count > 0 ? featured.Credits : twin.Credits,
                Rights = featured.Rights ?? twin.Rights,
            }
            : featured;
    }

    private static IReadOnlyList<Picture> InBody(string body, Uri? baseUrl, IReadOnlyList<Picture> told)
    {
        if (told.Count == 0)
        {
            return [];
        }

        var forms = new PictureForms(HtmlTree.Parse(body, MaxElements).Root, baseUrl, told);
        return [.. told.Where(picture => forms.Shows(picture.Url))
            .Select(picture => new Picture { Url = picture.Url, Credits = picture.Credits, Rights = picture.Rights })];
    }

    private static List<string> Lacking(
        PageFacts facts, string? body, ArticleContainer? container, Dictionary<HtmlElement, int> proseLengths, HtmlElement page)
    {
        var lacking = new List<string>();
        if (facts.Headline is null)
        {
            lacking.Add("a headline: JSON-LD headline, og:title, itemprop=headline or h1");
        }

        if (body is null)
        {
            lacking.Add("a body: paragraphs in itemprop=articleBody, .article-body, .entry-content, article or main, or JSON-LD articleBody");
        }

        var looksLikeOne = container is not null && !IsFront(page)
            && (container.IsNamed || proseLengths[container.Element] >= ShortestUnnamedProse);
        if (!facts.IsArticle && !looksLikeOne)
        {
            lacking.Add("a sign of an article: JSON-LD of type NewsArticle, og:type article, itemtype Article,"
                + " article:published_time or a body of several sentences");
        }

        return lacking;
    }

    /// <summary>A section front shows many articles, each with a linked heading.</summary>
    private static bool IsFront(HtmlElement page) =>
        page.Descendants.Where(element => HtmlNames.Headings.Contains(element.Name) && !PageChrome.IsInNavigation(element, page))
            .Count(heading => heading.Parent?.Name == "a"
                || heading.Descendants.Any(element => element.Name == "a" && element["href"] is not null)) > 2;

    private static PageFacts WithPrintedCredits(PageFacts facts, HtmlElement page) =>
        facts.Featured is { Credits.Count: 0 } featured
        && MarkupFacts.AfterLabel(page.Descendants, "Featured Image Credit:") is { } printed
            ? facts with { Featured = featured with { Credits = Credits.Split(printed) } }
            : facts;

    private static Uri? BaseOf(HtmlElement page, Uri? address)
    {
        var declared = WebAddress.Resolve(page.Descendants.FirstOrDefault(element => element.Name == "base")?["href"], address)
            ?? (address is null ? MetaFacts.Read(page, baseUrl: null).CanonicalUrl : null);
        return declared is null ? address : new Uri(declared);
    }

    private static string? FromText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Contains("</p>", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var paragraphs = new StringBuilder();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            paragraphs.Append("<p>");
            BodyAttributes.AppendText(paragraphs, PlainText.From(line));
            paragraphs.Append("</p>");
        }

        return paragraphs.ToString();
    }
}
