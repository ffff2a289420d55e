using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>
/// What a pass has brought that somebody outside may have to be told of. It may tell more than has changed, and a pass
/// that is repeated after a crash tells all of it again.
/// </summary>
/// <param name="Feeds">The feeds whose subscription documents were written or removed, in the order of their names.</param>
/// <param name="Articles">The articles that were changed, or for which the time had come.</param>
/// <param name="Definitions">What the newsroom says of its feeds.</param>
/// <param name="Now">The moment of the pass.</param>
/// <param name="Repairing">Whether it did again what another pass left unfinished: views may be as they were found.</param>
public sealed record PassNews(
    IReadOnlyList<string> Feeds,
    IReadOnlyList<ArticleNews> Articles,
    FeedDefinitions Definitions,
    DateTimeOffset Now,
    bool Repairing)
{
    /// <summary>The partners whose streams have news, in the order of their names.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];
}
