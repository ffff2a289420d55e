using System.Xml.Linq;
using Newswire.Importing.Feeds;
using Newswire.Importing.Xml;

namespace Newswire.Importing.WordPress;

/// <summary>
/// An export of WordPress in one file or several. It is read twice: a post may refer to what stands behind it, or in another file.
/// </summary>
internal sealed class WordPressExport(IReadOnlyList<ImportFile> files, IReadOnlyList<string> types) : IImportSource
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ImportedItem> ReadAsync(CancellationToken cancellationToken) =>
        Read(cancellationToken).ToAsyncEnumerable();

    private IEnumerable<ImportedItem> Read(CancellationToken cancellationToken)
    {
        var library = new WordPressLibrary();
        foreach (var part in files.SelectMany(file => XmlParts.Read(file.Open)).OfType<XmlPart.Element>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            library.Read(part.Value);
        }

        foreach (var file in files)
        {
            foreach (var part in XmlParts.Read(file.Open))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Item(part, library, file.Name) is { } item)
                {
                    yield return item;
                }
            }
        }
    }

    private ImportedItem? Item(XmlPart part, WordPressLibrary library, string file) => part switch
    {
        XmlPart.Element { Value: { Name.LocalName: "item" } item } element =>
            WordPressArticle.Of(PostOf(item, library), library, types, $"{file}, line {element.Line}, post {Wxr.Text(item, "post_id")}"),
        XmlPart.PassedOver passed => new ImportedItem.LeftOut($"{file}, line {passed.Line}", passed.Reason),
        XmlPart.Broken broken => new ImportedItem.LeftOut($"{file}, line {broken.Line}", broken.Reason),
        _ => null,
    };

    private static WordPressPost PostOf(XElement item, WordPressLibrary library)
    {
        var thumbnail = Wxr.Meta(item, "_thumbnail_id");
        var featured = library.PictureOf(thumbnail);
        return new WordPressPost
        {
            Number = Wxr.Text(item, "post_id"),
            Guid = item.Rss("guid").Text(),
            Type = Wxr.Text(item, "post_type"),
            Status = Wxr.Text(item, "status"),
            HasPassword = Wxr.Text(item, "post_password") is not null,
            Title = item.Rss("title").Text(),
            Url = item.Rss("link").Text(),
            Content = Wxr.Encoded(item, "/content/"),
            Excerpt = Wxr.Encoded(item, "/excerpt/")?.Trim() is { Length: > 0 } excerpt ? excerpt : null,
            Published = SourceDate.Read(Wxr.Text(item, "post_date_gmt")) ?? SourceDate.Read(item.Rss("pubDate").Text()),
            Modified = SourceDate.Read(Wxr.Text(item, "post_modified_gmt")),
            Language = library.Language,
            Authors = Authors(item, library),
            Categories = Categories(item, library),
            Tags = [.. Terms(item, "post_tag").Select(FeedVocabulary.Text).OfType<string>()],
            Featured = featured,
            Losses = thumbnail is not null && featured is null
                ? [$"The featured picture {thumbnail} is not in the export, and is missing."]
                : [],
        };
    }

    private static List<string> Authors(XElement item, WordPressLibrary library)
    {
        // With the plugin Co-Authors Plus the byline is a list of terms; without it, whoever has the post.
        List<string> together = [.. Terms(item, "author")
            .Select(term => library.NameOf(Login(term) ?? "") is { Length: > 0 } name && name != Login(term) ? name : term.Text())
            .OfType<string>()];
        return together.Count > 0 ? together
            : item.Element(FeedVocabulary.DublinCore + "creator").Text() is { } login ? [library.NameOf(login)]
            : [];
    }

    private static string? Login(XElement term) =>
        term.Attribute("nicename")?.Value is { } name && name.StartsWith("cap-", StringComparison.Ordinal) ? name[4..] : term.Attribute("nicename")?.Value;

    private static List<string> Categories(XElement item, WordPressLibrary library)
    {
        var primary = library.CategoryOf(Wxr.Meta(item, "_yoast_wpseo_primary_category", "rank_math_primary_category"));
        List<string> all = [.. Terms(item, "category").Select(FeedVocabulary.Text).OfType<string>()];
        return [.. all.OrderByDescending(name => name == primary)];
    }

    private static IEnumerable<XElement> Terms(XElement item, string domain) =>
        item.RssAll("category").Where(category => category.Attribute("domain")?.Value == domain);
}
