using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Partners.Profiles;
using Newswire.Projection;

namespace Newswire.Partners.Output;

/// <summary>An article of a feed, and what a partner gets of it. Pure.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Original">The article as readers see it.</param>
/// <param name="Entry">What may be passed on of it.</param>
/// <param name="Refusals">Why the partner does not get it, each a sentence for the newsroom; empty when it does.</param>
public sealed record PartnerArticle(string Id, Article Original, PartnerEntry Entry, IReadOnlyList<string> Refusals)
{
    /// <summary>Whether the partner gets it.</summary>
    public bool IsGiven => Refusals.Count == 0;

    /// <summary>The addresses of the article's pictures that may not be passed on, in the order of reading.</summary>
    public IEnumerable<string> PicturesLeftOut => Pictures(Original).Except(Pictures(Entry.Content.Article), StringComparer.Ordinal);

    /// <summary>The addresses of the pictures that stand in for some of those.</summary>
    public IEnumerable<string> PicturesInstead => Pictures(Entry.Content.Article).Except(Pictures(Original), StringComparer.Ordinal);

    /// <summary>What the partner with this profile gets of an article that readers see.</summary>
    public static PartnerArticle Of(Publication publication, IProfile profile, CarriedArticle article, DateTimeOffset at)
    {
        var entry = PartnerEntry.Of(publication, article.Id, article.State);
        return new PartnerArticle(article.Id, article.State.Article, entry, profile.Refusals(publication, entry, at));
    }

    private static IEnumerable<string> Pictures(Article article) =>
        (article.Featured is { } featured ? [featured, .. article.Pictures] : article.Pictures).Select(picture => picture.Url);
}
