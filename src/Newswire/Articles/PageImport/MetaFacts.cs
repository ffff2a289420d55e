using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>Reads the head of a page: Open Graph, <c>article:*</c>, Twitter, Parse.ly, Dublin Core, link and language.</summary>
internal sealed class MetaFacts
{
    private static readonly string[] AuthorNames =
        ["article:author", "og:article:author", "author", "parsely-author", "dc.creator", "dcterms.creator", "byl"];

    private static readonly string[] TopicNames =
        ["article:tag", "og:article:tag", "parsely-tags", "news_keywords", "keywords", "dc.subject"];

    private static readonly string[] ImageNames =
        ["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "parsely-image-url"];

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private MetaFacts(HtmlElement page)
    {
        foreach (var meta in page.Descendants.Where(element => element.Name == "meta"))
        {
            var content = meta["content"];
            if ((meta["property"] ?? meta["name"] ?? meta["http-equiv"]) is { } name && !string.IsNullOrWhiteSpace(content))
            {
                if (!values.TryGetValue(name.Trim(), out var list))
                {
                    values.Add(name.Trim(), list = []);
                }

                list.Add(content);
            }
        }
    }

    /// <summary>What the head of the page says.</summary>
    public static PageFacts Read(HtmlElement page, Uri? baseUrl)
    {
        var meta = new MetaFacts(page);
        var canonical = page.Descendants.FirstOrDefault(element => element.Name == "link" && HasToken(element["rel"], "canonical"));
        return new PageFacts
        {
            IsArticle = meta.First("og:type") is "article" or "news.article"
                || meta.First("article:published_time", "parsely-pub-date") is not null,
            Headline = WithoutSiteName(
                PlainText.OrNull(meta.First("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title")),
                meta.First("og:site_name")),
            Standfirst = PlainText.OrNull(meta.First(
                "og:description", "twitter:description", "description", "dc.description", "dcterms.description")),
            CanonicalUrl = WebAddress.Resolve(canonical?["href"], baseUrl) ?? WebAddress.Resolve(meta.First("og:url", "parsely-link"), baseUrl),
            Published = PageValues.Date(meta.First(
                "article:published_time", "og:article:published_time", "parsely-pub-date", "dc.date", "dc.date.issued",
                "dcterms.created", "pubdate", "publish-date", "date")),
            Updated = PageValues.Date(meta.First("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")),
            Language = page["lang"] ?? page["xml:lang"] ?? meta.First("og:locale", "content-language", "dc.language")?.Replace('_', '-'),
            Authors = meta.Authors(),
            Topics = meta.Topics(),
            Section = PlainText.OrNull(meta.First("article:section", "og:article:section", "parsely-section")),
            Featured = meta.Featured(baseUrl),
        };
    }

    /// <summary>True if a list of tokens such as <c>rel</c> or <c>class</c> has this one.</summary>
    public static bool HasToken(string? tokens, string token) =>
        tokens is { Length: < 1000 } && tokens.Split((char[]?)null).Contains(token, StringComparer.OrdinalIgnoreCase);

    private static string? WithoutSiteName(string? title, string? siteName)
    {
        if (title is null || siteName is null || !title.EndsWith(siteName, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        var rest = title[..^siteName.Length].TrimEnd();
        return rest.Length > 1 && rest[^1] is '|' or '-' or '–' or '—' or '·' or ':' ? rest[..^1].TrimEnd() : title;
    }

    private IReadOnlyList<Author> Authors()
    {
        foreach (var name in AuthorNames)
        {
            // Open Graph asks for profile addresses here, and many give names.
            var names = All(name).Where(value => !value.Contains("://", StringComparison.Ordinal) && !value.StartsWith('@'));
            List<Author> authors = [.. names.SelectMany(PageValues.Byline)];
            if (authors.Count > 0)
            {
                return [.. authors.Distinct()];
            }
        }

        return [];
    }

    private IReadOnlyList<string> Topics()
    {
        foreach (var name in TopicNames)
        {
            var tags = All(name);
            if (tags.Count > 0)
            {
                return tags is [var only] ? PageValues.CommaList(only) : PageValues.Distinct(tags);
            }
        }

        return [];
    }

    private Picture? Featured(Uri? baseUrl)
    {
        var url = WebAddress.Resolve(First(ImageNames), baseUrl);
        return url is null ? null : new Picture
        {
            Url = url,
            Width = ImageSource.Pixels(First("og:image:width")),
            Height = ImageSource.Pixels(First("og:image:height")),
            Alt = PlainText.OrNull(First("og:image:alt", "twitter:image:alt")),
        };
    }

    private List<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    private string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var found))
            {
                return found[0].Trim();
            }
        }

        return null;
    }
}
