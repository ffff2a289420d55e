using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>What a pass has to do for one feed.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="IsLive">Whether readers are to find it under this name; if not, what is left of it goes.</param>
/// <param name="Articles">The articles that stand, stood or may stand in it.</param>
/// <param name="Slices">The stretches of its history that are derived anew.</param>
/// <param name="Definition">What the newsroom says of it; null when nothing.</param>
internal sealed record FeedTask(
    string Feed,
    bool IsLive,
    IReadOnlyList<TouchedArticle> Articles,
    IReadOnlyList<WalkSlice> Slices,
    FeedDefinition? Definition)
{
    /// <summary>Whether it may look different though no article of it has changed.</summary>
    public bool IsDrawnAnew => Slices.Count > 0;

    /// <summary>Whether the feed has to be there: the newsroom has defined it, or an article names it.</summary>
    public bool IsCalledFor => IsLive && (Definition is not null || Articles.Any(Names));

    private bool Names(TouchedArticle article) =>
        article.Named.Contains(Feed) || article.Selecting.Contains(Feed) || article.Mourning.Contains(Feed);
}
