using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// Whose an article is, said in its own entry: partners file articles one by one, and what the document said of all of
/// them is then lost.
/// </summary>
internal static class Attribution
{
    /// <summary>Where the article's licence is, or that it has none while the feed has one.</summary>
    public static string? License(Publication publication, Article article) =>
        EntryLicense.Of(publication, article) ?? (publication.LicenceUrl is null ? null : EntryLicense.Unspecified);

    /// <summary>The article with language, rights and byline, the publication's where it has none of its own.</summary>
    public static Article Complete(Publication publication, Article article) => article with
    {
        Language = article.Language ?? publication.Language,
        Rights = article.Rights ?? publication.Rights,
        Authors = article.Authors.Count > 0
            ? article.Authors
            : [new Author(publication.Title, FeedAddresses.Site(publication))],
    };

    /// <summary>The vocabularies of <see cref="Of"/>.</summary>
    public static IReadOnlyList<XmlVocabulary> Vocabularies(Publication publication) =>
        publication.UsageTerms is null ? [Vocabulary.DublinCore] : [Vocabulary.DublinCore, Vocabulary.XmpRights];

    /// <summary>The publication, as Dublin Core names it, and what may be done with the article, as photographs say it of themselves.</summary>
    public static IEnumerable<ForeignElement> Of(Publication publication)
    {
        yield return new(Vocabulary.DublinCore, "publisher", publication.Title);
        if (publication.UsageTerms is { } terms)
        {
            yield return new(Vocabulary.XmpRights, "UsageTerms", terms);
        }
    }
}
