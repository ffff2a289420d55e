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
    /// <summary>The article with language, rights and byline, the publication's where it has none of its own.</summary>
    public static Article Complete(Publication publication, Article article) => article with
    {
        Language = article.Language ?? publication.Language,
        Rights = article.Rights ?? publication.Rights,
        Authors = article.Authors.Count > 0
            ? article.Authors
            : [new Author(publication.Title, FeedAddresses.Site(publication))],
    };

    /// <summary>The publication as Dublin Core names it.</summary>
    public static ForeignElement Publisher(Publication publication) =>
        new(Vocabulary.DublinCore, "publisher", publication.Title);
}
