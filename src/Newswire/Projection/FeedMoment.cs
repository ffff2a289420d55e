using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>What a feed carries at a moment: what its subscription document would say if it were written now.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="Definition">What the newsroom says of it; null when nothing.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Articles">Its articles, newest first.</param>
/// <param name="Gone">Those that have gone from it lately, newest first.</param>
public sealed record FeedMoment(
    string Feed,
    FeedDefinition? Definition,
    string Title,
    IReadOnlyList<CarriedArticle> Articles,
    IReadOnlyList<GoneArticle> Gone)
{
    /// <summary>When any of it last became as it is.</summary>
    public DateTimeOffset Modified { get; init; }

    /// <summary>When it will next be otherwise if no change comes; null: never.</summary>
    public DateTimeOffset? Until { get; init; }
}
