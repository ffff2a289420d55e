using System.Text.Json;
using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Reads the schema.org article a page carries as JSON-LD.</summary>
internal static class JsonLdFacts
{
    /// <summary>What the article among these nodes says; nothing if there is none.</summary>
    public static PageFacts Read(JsonLdGraph graph, Uri? baseUrl)
    {
        if (graph.Article is not { } article)
        {
            return new PageFacts();
        }

        return new PageFacts
        {
            IsArticle = true,
            Headline = PlainText.OrNull(graph.Text(article, "headline") ?? graph.Text(article, "name")),
            Standfirst = PlainText.OrNull(graph.Text(article, "description") ?? graph.Text(article, "alternativeHeadline")),
            CanonicalUrl = WebAddress.Resolve(graph.Text(article, "mainEntityOfPage", "@id", "url") ?? graph.Text(article, "url"), baseUrl),
            Published = PageValues.Date(graph.Text(article, "datePublished")),
            Updated = PageValues.Date(graph.Text(article, "dateModified")),
            Language = graph.Text(article, "inLanguage", "alternateName", "name")?.Trim(),
            Authors = Authors(graph, article),
            Topics = Topics(graph, article),
            Section = PlainText.OrNull(graph.Text(article, "articleSection")),
            Correction = Correction(graph, article),
            Featured = graph.Values(article, "image").Select(image => JsonLdImages.Read(graph, image, baseUrl))
                .FirstOrDefault(image => image is not null),
            Body = graph.Text(article, "articleBody"),
        };
    }

    private static IReadOnlyList<Author> Authors(JsonLdGraph graph, JsonElement article) =>
    [
        .. graph.Values(article, "author")
            .Select(author => new Author(
                PlainText.From(JsonLdGraph.AsText(author) ?? graph.Text(author, "name") ?? ""),
                WebAddress.Resolve(graph.Text(author, "url") ?? graph.Text(author, "sameAs"), null)))
            .Where(author => author.Name.Length > 0)
            .DistinctBy(author => author.Name, StringComparer.Ordinal),
    ];

    /// <summary>schema.org/correction may also be the address of a page that says it; a feed cannot show that.</summary>
    private static string? Correction(JsonLdGraph graph, JsonElement article) =>
        PlainText.OrNull(graph.Text(article, "correction", "text", "description")) is { } text
        && WebAddress.Resolve(text, baseUrl: null) is null
            ? text
            : null;

    private static IReadOnlyList<string> Topics(JsonLdGraph graph, JsonElement article)
    {
        List<string> keywords =
        [
            .. graph.Values(article, "keywords").Select(value => JsonLdGraph.AsText(value) ?? graph.Text(value, "name") ?? ""),
        ];
        return keywords is [var all] ? PageValues.CommaList(all) : PageValues.Distinct(keywords);
    }
}
