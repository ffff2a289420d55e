using Newswire.Formats.Ninjs;
using Newswire.Partners;
using Newswire.Partners.Output;
using Newswire.Projection;

namespace Newswire.Http.Partners;

/// <summary>What a partner gets of a feed, as the newsroom sees it.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="Profile">Whose rules decide.</param>
/// <param name="Addresses">Where the partner gets it in each format, by extension.</param>
/// <param name="Articles">The feed's newest articles, newest first.</param>
/// <param name="Gone">What the partner is told to take down, newest first.</param>
internal sealed record PartnerOutputAnswer(
    string Feed,
    PartnerProfile Profile,
    IReadOnlyDictionary<string, string> Addresses,
    IReadOnlyList<PartnerOutputAnswer.Article> Articles,
    IReadOnlyList<PartnerOutputAnswer.Removal> Gone)
{
    /// <summary>An article of the feed.</summary>
    /// <param name="Id">The article's id.</param>
    /// <param name="Headline">The headline.</param>
    /// <param name="Published">First publication.</param>
    /// <param name="Given">Whether the partner gets it.</param>
    /// <param name="Reasons">Why it does not; left out when it does.</param>
    /// <param name="PicturesLeftOut">Addresses of pictures that may not be passed on; left out when all may.</param>
    /// <param name="PicturesInstead">Addresses of those that stand in for them; left out when none do.</param>
    internal sealed record Article(
        string Id,
        string Headline,
        DateTimeOffset Published,
        bool Given,
        IReadOnlyList<string>? Reasons,
        IReadOnlyList<string>? PicturesLeftOut,
        IReadOnlyList<string>? PicturesInstead)
    {
        public static Article Of(PartnerArticle article) => new(
            article.Id,
            article.Original.Headline,
            article.Entry.Published,
            article.IsGiven,
            NullIfEmpty(article.Refusals),
            NullIfEmpty([.. article.PicturesLeftOut]),
            NullIfEmpty([.. article.PicturesInstead]));

        private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string> list) => list.Count > 0 ? list : null;
    }

    /// <summary>An article that is gone.</summary>
    /// <param name="Id">The article's id.</param>
    /// <param name="When">When it went.</param>
    /// <param name="Why"><c>withdrawn</c>, <c>expired</c> or <c>erased</c>.</param>
    internal sealed record Removal(string Id, DateTimeOffset When, string Why)
    {
        public static Removal Of(GoneArticle gone) => new(gone.Id, gone.State.When, gone.Why switch
        {
            NinjsEnd.Expired => "expired",
            NinjsEnd.Erased => "erased",
            _ => "withdrawn",
        });
    }
}
