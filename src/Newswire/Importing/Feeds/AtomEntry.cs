using System.Xml.Linq;
using Newswire.Articles;
using Newswire.Articles.Submissions;
using Newswire.Importing.Xml;

namespace Newswire.Importing.Feeds;

/// <summary>Reads an entry of Atom (RFC 4287 §4.1.2) as an article, and a deleted one (RFC 6721) as a withdrawal.</summary>
internal static class AtomEntry
{
    private static readonly XNamespace Atom = FeedVocabulary.Atom;

    /// <summary>The article; or why it is none.</summary>
    public static ImportedItem Read(XElement entry, FeedContext feed, string place)
    {
        var url = AtomLink.Find(entry, "alternate", feed.Base);
        if ((entry.Element(Atom + "id").Text() ?? url) is not { } identity)
        {
            return new ImportedItem.LeftOut(place, "It has neither an id nor a link: nothing says that it is the same article the next time.");
        }

        var content = entry.Element(Atom + "content");
        var start = XmlBase.Of(content ?? entry, feed.Base);
        var body = AbsoluteMarkup.Of(AtomText.Read(content), start, url);
        var pictures = MediaPictures.Of(entry, feed.Base);
        List<Author> authors = [.. entry.Elements(Atom + "author").SelectMany(author => AtomPerson.Read(author, feed.Base))];
        var article = new Submission
        {
            Headline = AtomText.Read(entry.Element(Atom + "title")),
            Standfirst = AtomText.Read(entry.Element(Atom + "summary")),
            Body = body,
            Url = url,
            Language = FeedContext.LanguageOf(entry.Attribute(XNamespace.Xml + "lang")?.Value) ?? feed.Language,
            Authors = authors.Count > 0 ? authors : feed.Authors,
            Topics = [.. entry.Elements(Atom + "category").Select(Topic).OfType<string>().Distinct(StringComparer.Ordinal)],
            FeaturedPicture = pictures.Count > 0 ? pictures[0] : null,
            Pictures = BodyPictures.Told(body, start, pictures),
            Rights = AtomText.Read(entry.Element(Atom + "rights")) ?? feed.Rights,
        };
        return ArticleItem.Of(
            place,
            SourceId.Of(identity),
            article,
            SourceDate.Read(entry.Element(Atom + "published").Text()),
            SourceDate.Read(entry.Element(Atom + "updated").Text()),
            body is not null ? []
            : content?.Attribute("src") is null ? ["The feed has no body, only a summary."]
            : ["The body is elsewhere (content with src), and was not fetched."]);
    }

    /// <summary>The withdrawal of <c>at:deleted-entry</c>: of every version up to the moment it names.</summary>
    public static ImportedItem ReadDeleted(XElement deleted, string place) =>
        deleted.Attribute("ref")?.Value is { Length: > 0 } identity && SourceDate.Read(deleted.Attribute("when")?.Value) is { } when
            ? new ImportedItem.Withdrawal(place, SourceId.Of(identity), ArticleItem.VersionOf(when))
            : new ImportedItem.LeftOut(place, "It says that an entry was deleted, and not which or when.");

    private static string? Topic(XElement category) =>
        category.Attribute("label")?.Value is { Length: > 0 } label ? label
        : category.Attribute("term")?.Value is { Length: > 0 } term ? term
        : null;
}
