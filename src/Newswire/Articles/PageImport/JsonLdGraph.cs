using System.Net;
using System.Text.Json;
using Newswire.Articles.Html;

namespace Newswire.Articles.PageImport;

/// <summary>
/// All JSON-LD of a page as one graph: nodes by id, the article among them, and images. What is no JSON is passed over: the page
/// has other sources.
/// </summary>
internal sealed class JsonLdGraph : IDisposable
{
    private const int MaxScripts = 32;
    private const int MaxNodes = 20_000;
    private const int MaxImages = 500;

    private static readonly HashSet<string> ArticleTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle",
        "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "SatiricalArticle",
        "TechArticle", "AdvertiserContentArticle", "SocialMediaPosting",
    };

    // Articles named here are other articles: teasers, parts, sources.
    private static readonly HashSet<string> NotThisPage = new(StringComparer.Ordinal)
    {
        "itemListElement", "liveBlogUpdate", "hasPart", "isPartOf", "comment", "publisher", "author", "blogPost", "blogPosts",
        "isBasedOn", "citation", "relatedLink", "about", "mentions", "subjectOf", "significantLink",
    };

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    private readonly List<JsonDocument> documents = [];
    private readonly List<JsonElement> images = [];
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    private JsonLdGraph(HtmlElement page)
    {
        var ahead = new Queue<JsonElement>();
        var scripts = page.Descendants.Where(element =>
            element.Name == "script" && element["type"]?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true);
        foreach (var script in scripts.Take(MaxScripts))
        {
            if (Parse(string.Concat(script.Children.OfType<HtmlText>().Select(text => text.Text))) is { } document)
            {
                documents.Add(document);
                ahead.Enqueue(document.RootElement);
            }
        }

        for (var nodes = 0; nodes < MaxNodes && ahead.TryDequeue(out var node); nodes++)
        {
            Visit(node, ahead);
        }
    }

    /// <summary>The article this page is; the outermost if there are several.</summary>
    public JsonElement? Article { get; private set; }

    /// <summary>The images of the page, whatever they belong to.</summary>
    public IReadOnlyList<JsonElement> Images => images;

    /// <summary>Reads all JSON-LD scripts of a page.</summary>
    public static JsonLdGraph Of(HtmlElement page) => new(page);

    /// <summary>A string or number as text; null for anything else.</summary>
    public static string? AsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => XmlText.Clean(value.GetString() ?? ""),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON but no text.
            return null;
        }
    }

    /// <summary>The values of a property: the elements of an array, else the one value; references are followed.</summary>
    public IEnumerable<JsonElement> Values(JsonElement node, string property)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(property, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Resolve) : [Resolve(value)];
    }

    /// <summary>The first value of a property as text; of an object, the first of the inner properties it has.</summary>
    public string? Text(JsonElement node, string property, params ReadOnlySpan<string> inner)
    {
        foreach (var value in Values(node, property))
        {
            if (AsText(value) is { Length: > 0 } text)
            {
                return text;
            }

            foreach (var name in inner)
            {
                if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var part)
                    && AsText(part) is { Length: > 0 } innerText)
                {
                    return innerText;
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => documents.ForEach(document => document.Dispose());

    private static JsonDocument? Parse(string script)
    {
        // Some systems wrap the script in a CDATA section, others escape it as if it were text.
        var json = script.Replace("//<![CDATA[", "", StringComparison.Ordinal).Replace("<![CDATA[", "", StringComparison.Ordinal)
            .Replace("//]]>", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Trim();
        return TryParse(json) ?? (json.Contains("&quot;", StringComparison.Ordinal) ? TryParse(WebUtility.HtmlDecode(json)) : null);
    }

    private static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Decoding may have brought half a surrogate pair to light.
            return null;
        }
    }

    private void Visit(JsonElement node, Queue<JsonElement> ahead)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray().Take(MaxNodes - ahead.Count))
            {
                ahead.Enqueue(item);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Article is null && Values(node, "@type").Any(IsArticleType))
            {
                Article = node;
            }
            else if (images.Count < MaxImages && Values(node, "@type").Any(type => NameOf(type) == "ImageObject"))
            {
                images.Add(node);
            }

            var properties = node.EnumerateObject().Take(MaxNodes).ToList();
            if (properties.Count > 1 && node.TryGetProperty("@id", out var id) && AsText(id) is { } name)
            {
                byId.TryAdd(name, node);
            }

            foreach (var property in properties.Where(property => property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            {
                if (!NotThisPage.Contains(property.Name) && ahead.Count < MaxNodes)
                {
                    ahead.Enqueue(property.Value);
                }
            }
        }
    }

    private static bool IsArticleType(JsonElement type) => NameOf(type) is { } name && ArticleTypes.Contains(name);

    private static string? NameOf(JsonElement type) => AsText(type) is { } name ? name[(name.LastIndexOf('/') + 1)..] : null;

    private JsonElement Resolve(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@id", out var id)
        && AsText(id) is { } name && byId.TryGetValue(name, out var node)
            ? node
            : value;
}
