using Newswire.Formats.Ninjs;

namespace Newswire.Projection;

/// <summary>An article that was in a feed and is gone.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version readers saw last.</param>
/// <param name="Published">First publication.</param>
/// <param name="State">When it went, and what it was.</param>
/// <param name="Why">Why it went.</param>
public sealed record GoneArticle(string Id, long Version, DateTimeOffset Published, ArticleState.Gone State, NinjsEnd Why)
{
    /// <summary>What is left of an article that is gone at the moment.</summary>
    public static GoneArticle Of(ArticleView view, ArticleState.Gone state, DateTimeOffset now)
    {
        var last = view.Held.Last(held => held.Version.From <= now).Version;
        return new GoneArticle(
            view.Id,
            last.Key.Version,
            view.Published,
            state,
            state.Article is null ? NinjsEnd.Erased
            : last.Expires == state.When ? NinjsEnd.Expired
            : NinjsEnd.Withdrawn);
    }
}
