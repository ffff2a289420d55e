using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>What a pass has to do for one feed.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="IsLive">Whether readers are to find it under this name; if not, what is left of it goes.</param>
/// <param name="Articles">The articles that stand, stood or may stand in it.</param>
/// <param name="Slice">The stretch of its history that is derived anew; null when none is.</param>
/// <param name="Definition">What the newsroom says of it; null when nothing.</param>
internal sealed record FeedTask(
    string Feed, bool IsLive, IReadOnlyList<TouchedArticle> Articles, WalkSlice? Slice, FeedDefinition? Definition)
{
    /// <summary>Whether its subscription document may look different though no article of it has changed.</summary>
    public bool IsDrawnAnew { get; init; }
}
