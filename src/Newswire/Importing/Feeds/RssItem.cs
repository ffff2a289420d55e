using System.Xml.Linq;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Articles.Submissions;
using Newswire.Importing.Xml;

namespace Newswire.Importing.Feeds;

/// <summary>Reads an item of RSS 2.0 or 1.0 as an article.</summary>
internal static class RssItem
{
    private static readonly XName[] Edited =
        [FeedVocabulary.Atom + "updated", FeedVocabulary.DublinCoreTerms + "modified", FeedVocabulary.DublinCore + "modified"];

    private static readonly XName[] Issued =
        [FeedVocabulary.DublinCore + "date", FeedVocabulary.DublinCoreTerms + "issued", FeedVocabulary.DublinCoreTerms + "created", FeedVocabulary.Atom + "published"];

    /// <summary>The article; or why it is none.</summary>
    public static ImportedItem Read(XElement item, FeedContext feed, string place)
    {
        var start = XmlBase.Of(item, feed.Base);
        var guid = item.Rss("guid");
        var isPermaLink = guid?.Attribute("isPermaLink")?.Value.Trim().ToLowerInvariant() != "false";
        var url = WebAddress.Resolve(item.Rss("link").Text(), start)
            ?? AtomLink.Find(item, "alternate", feed.Base)
            ?? (isPermaLink ? WebAddress.Resolve(guid.Text(), baseUrl: null) : null);
        if ((guid.Text() ?? item.Attribute(XName.Get("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"))?.Value ?? url) is not { Length: > 0 } identity)
        {
            return new ImportedItem.LeftOut(place, "It has neither a guid nor a link: nothing says that it is the same article the next time.");
        }

        var (standfirst, body) = Content(item);
        var pictures = MediaPictures.Of(item, feed.Base);
        List<string> topics = [.. item.RssAll("category").Concat(item.Elements(FeedVocabulary.DublinCore + "subject"))
            .Select(FeedVocabulary.Text).OfType<string>().Distinct(StringComparer.Ordinal)];
        var article = new Submission
        {
            Headline = item.Rss("title").Text() ?? item.Elements(FeedVocabulary.DublinCore + "title").Select(FeedVocabulary.Text).FirstOrDefault(),
            Standfirst = standfirst,
            Body = AbsoluteMarkup.Of(body, start, url),
            Url = url,
            Language = FeedContext.LanguageOf(item.Element(FeedVocabulary.DublinCore + "language").Text() ?? item.Attribute(XNamespace.Xml + "lang")?.Value) ?? feed.Language,
            Authors = Authors(item, feed),
            Topics = topics,
            FeaturedPicture = pictures.Count > 0 ? pictures[0] : null,
            Pictures = BodyPictures.Told(body, start, pictures),
            Rights = item.Element(FeedVocabulary.DublinCore + "rights").Text() ?? feed.Rights,
        };
        return ArticleItem.Of(
            place,
            SourceId.Of(identity),
            article,
            SourceDate.Read(item.Rss("pubDate").Text()) ?? First(item, Issued),
            First(item, Edited),
            body is null ? ["The feed has no body, only a summary."] : []);
    }

    /// <summary>
    /// Standfirst and body. Where there is no <c>content:encoded</c> the description is one or the other: the body when it is written
    /// in paragraphs.
    /// </summary>
    private static (string? Standfirst, string? Body) Content(XElement item)
    {
        var description = item.Rss("description").Text();
        var body = item.Element(FeedVocabulary.Content + "encoded").Text() ?? AtomText.Read(item.Element(FeedVocabulary.Atom + "content"));
        if (body is not null)
        {
            return (description == body ? null : description, body);
        }

        return description?.Contains("<p", StringComparison.OrdinalIgnoreCase) == true
            || description?.Contains("<br", StringComparison.OrdinalIgnoreCase) == true
                ? (null, description)
                : (description, null);
    }

    private static IReadOnlyList<Author> Authors(XElement item, FeedContext feed)
    {
        List<Author> named = [.. item.Elements(FeedVocabulary.Atom + "author").SelectMany(author => AtomPerson.Read(author, feed.Base))];
        var names = item.Elements(FeedVocabulary.DublinCore + "creator").Select(FeedVocabulary.Text).OfType<string>().ToList();
        if (names.Count == 0 && item.Rss("author").Text() is { } author)
        {
            // "lawyer@boyer.net (Lawyer Boyer)": nobody's address is anybody's name.
            var (open, close) = (author.IndexOf('(', StringComparison.Ordinal), author.LastIndexOf(')'));
            names = open >= 0 && close > open ? [author[(open + 1)..close]] : author.Contains('@', StringComparison.Ordinal) ? [] : [author];
        }

        List<Author> all = [.. named
            .Concat(names.Where(name => named.TrueForAll(known => known.Name != name)).Select(name => new Author(name)))
            .DistinctBy(one => one.Name, StringComparer.Ordinal)];
        return all.Count > 0 ? all : feed.Authors;
    }

    private static DateTimeOffset? First(XElement item, XName[] names) =>
        names.Select(name => SourceDate.Read(item.Element(name).Text())).FirstOrDefault(date => date is not null);
}
