using Newswire.Projection;

namespace Newswire.Operations.Articles;

/// <summary>An article that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">What readers see of it.</param>
public sealed record ArticleHit(string Id, ArticleState State)
{
    /// <summary>The headline as readers see, saw last or will see it; null when there is none or it was erased.</summary>
    public string? Headline => ContentOf(State)?.Headline;

    /// <summary>The language of the headline; null for the publication's.</summary>
    public string? Language => ContentOf(State)?.Language;

    internal static Newswire.Articles.Article? ContentOf(ArticleState state) => state switch
    {
        ArticleState.Visible visible => visible.Article,
        ArticleState.Scheduled scheduled => scheduled.Article,
        ArticleState.Gone gone => gone.Article,
        _ => null,
    };
}
