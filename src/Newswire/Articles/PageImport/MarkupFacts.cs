using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Reads what the visible page says: microdata and RDFa first, then what elements and class names suggest.</summary>
internal static class MarkupFacts
{
    // The picture above an article comes before others.
    private const int MaxFeaturedCandidates = 20;

    /// <summary>What the page shows of the article.</summary>
    /// <param name="page">The whole page.</param>
    /// <param name="body">The element the article's body was found in; null if none.</param>
    /// <param name="baseUrl">Where relative addresses start.</param>
    /// <param name="known">What the page says to machines.</param>
    public static PageFacts Read(HtmlElement page, HtmlElement? body, Uri? baseUrl, PageFacts known)
    {
        var scope = Around(body) ?? page;
        List<HtmlElement> elements = [.. scope.Descendants.Where(element => !PageChrome.IsInNavigation(element, scope))];
        var heading = elements.Find(element => element.Name == "h1" && Says(element, "headline"))
            ?? elements.Find(element => element.Name == "h1")
            ?? page.Descendants.FirstOrDefault(element => element.Name == "h1");
        return new PageFacts
        {
            IsArticle = page.Descendants.Any(element =>
                (element["itemtype"] ?? element["typeof"])?.Contains("Article", StringComparison.Ordinal) == true),
            Headline = Text(heading) ?? Text(elements.Find(element => Says(element, "headline"))),
            Standfirst = Standfirst(elements),
            Published = Date(elements, "datePublished")
                ?? elements.Where(element => element.Name == "time").Select(Moment).FirstOrDefault(date => date is not null),
            Updated = Date(elements, "dateModified") ?? elements
                .Where(element => element.Name == "time" && PageValues.Words(element["class"]).Any(word => word is "updated" or "modified"))
                .Select(Moment).FirstOrDefault(date => date is not null),
            Language = elements.Find(element => element.Name == "article")?["lang"],
            Authors = Authors(elements, baseUrl),
            Topics = Topics(elements),
            Section = Text(elements.Find(element => Says(element, "articleSection"))),
            Featured = Featured(elements, body, baseUrl, known.Featured?.Url),
        };
    }

    /// <summary>True for the element that shows the standfirst.</summary>
    public static bool IsStandfirst(HtmlElement element) =>
        PageValues.Words(element["class"])
            .Any(word => word is "standfirst" or "dek" or "subtitle" or "subheadline" or "subheading" or "strapline")
        || Says(element, "alternativeHeadline");

    /// <summary>True if microdata or RDFa give the element this meaning.</summary>
    public static bool Says(HtmlElement element, string property) =>
        MetaFacts.HasToken(element["itemprop"], property)
        || MetaFacts.HasToken(element["property"], property) || MetaFacts.HasToken(element["property"], "schema:" + property);

    private static HtmlElement? Around(HtmlElement? body)
    {
        HtmlElement? main = null;
        for (var above = body; above is not null; above = above.Parent)
        {
            if (above.Name == "main" || (main is null && above.Name == "article"))
            {
                main = above;
            }
        }

        return main;
    }

    private static string? Standfirst(List<HtmlElement> elements)
    {
        var element = elements.Find(IsStandfirst)
            ?? elements.Find(element => Says(element, "description") && !FigureAbove(element))
            ?? elements.Find(element => element.Name is "p" or "div" or "h2" && HasWord(element, "summary"));
        return Text(element?.Descendants.FirstOrDefault(child => child.Name == "p") ?? element);
    }

    private static DateTimeOffset? Date(List<HtmlElement> elements, string property) =>
        elements.Where(element => Says(element, property)).Select(Moment).FirstOrDefault(date => date is not null);

    private static DateTimeOffset? Moment(HtmlElement element) =>
        PageValues.Date(element["datetime"] ?? element["content"] ?? PlainText.OneLine(element.TextContent));

    private static IReadOnlyList<Author> Authors(List<HtmlElement> elements, Uri? baseUrl)
    {
        List<HtmlElement> marked = [.. elements.Where(element => Says(element, "author") && !FigureAbove(element))];
        List<Author> authors = [.. marked.SelectMany(element => Person(element, baseUrl))];
        if (authors.Count == 0)
        {
            var links = elements.Where(element => MetaFacts.HasToken(element["rel"], "author"));
            authors = [.. links.SelectMany(element => Person(element, baseUrl))];
        }

        if (authors.Count == 0 && elements.Find(element => HasWord(element, "byline") && !FigureAbove(element)) is { } byline)
        {
            authors = [.. PageValues.Byline(byline.TextContent)];
        }

        return [.. authors.DistinctBy(author => author.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<Author> Person(HtmlElement element, Uri? baseUrl)
    {
        var name = element.Descendants.FirstOrDefault(child => Says(child, "name"));
        var link = element.Name == "a" ? element : element.Descendants.FirstOrDefault(child => child.Name == "a");
        var names = PageValues.Byline(name?["content"] ?? (name ?? element).TextContent);
        var url = WebAddress.Resolve(link?["href"], baseUrl);
        return names.Select(author => names.Count == 1 ? author with { Url = url } : author);
    }

    private static IReadOnlyList<string> Topics(List<HtmlElement> elements)
    {
        var links = elements.Where(element => MetaFacts.HasToken(element["rel"], "tag"));
        var tags = PageValues.Distinct(links.Select(element => element.TextContent));
        if (tags.Count == 0 && elements.Find(element => Says(element, "keywords")) is { } keywords)
        {
            tags = PageValues.CommaList(keywords["content"] ?? keywords.TextContent);
        }

        return tags.Count > 0 ? tags : PageValues.CommaList(AfterLabel(elements, "Topics:") ?? AfterLabel(elements, "Tags:"));
    }

    private static Picture? Featured(List<HtmlElement> elements, HtmlElement? body, Uri? baseUrl, string? knownUrl)
    {
        var credits = Credits.Split(AfterLabel(elements, "Featured Image Credit:") ?? "");
        var candidates = elements.Where(element => FigureReader.IsImage(element) && !IsBelow(element, body));
        foreach (var image in candidates.Take(MaxFeaturedCandidates))
        {
            var isFeatured = false;
            HtmlElement? figure = null;
            for (var above = image; above is not null && !isFeatured; above = above.Parent)
            {
                isFeatured = Says(above, "image") || PageValues.Words(above["class"])
                    .Any(word => word is "featured" or "hero" or "lead" or "thumbnail" or "feature");
                figure ??= FigureReader.IsFigure(above) ? above : null;
            }

            if (ImageSource.Read(image, baseUrl) is { } picture
                && (knownUrl is null ? isFeatured : PageFacts.IsSameImage(picture.Url, knownUrl)))
            {
                picture = figure is not null && FigureReader.Read(figure, baseUrl) is [var shown] ? shown : picture;
                return picture.Credits.Count > 0 ? picture : picture with { Credits = credits };
            }
        }

        return null;
    }

    /// <summary>The rest of a line such as "Topics: Crime, Courts".</summary>
    public static string? AfterLabel(IEnumerable<HtmlElement> elements, string label)
    {
        foreach (var element in elements.Where(element => element.Name is "p" or "div" or "li" or "span" or "footer"))
        {
            var start = element.Children.Count > 0 && element.Children[0] is HtmlText first ? first.Text.AsSpan().TrimStart() : default;
            if (element.Children.Count > 0 && element.Children[0] is HtmlElement { Name: "strong" or "b" or "span" } bold)
            {
                start = PlainText.OneLine(bold.TextContent);
            }

            if (start.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return PlainText.OneLine(element.TextContent)[label.Length..].Trim();
            }
        }

        return null;
    }

    private static string? Text(HtmlElement? element) =>
        element is null ? null : PlainText.OneLine(element["content"] ?? element.TextContent) is { Length: > 0 } text ? text : null;

    private static bool HasWord(HtmlElement element, string word) =>
        PageValues.Words(element["class"]).Any(name => name == word);

    private static bool FigureAbove(HtmlElement element) => IsBelow(element, FigureReader.IsFigure);

    private static bool IsBelow(HtmlElement element, HtmlElement? other) => other is not null && IsBelow(element, above => above == other);

    private static bool IsBelow(HtmlElement element, Predicate<HtmlElement> matches)
    {
        for (var above = element; above is not null; above = above.Parent)
        {
            if (matches(above))
            {
                return true;
            }
        }

        return false;
    }
}
