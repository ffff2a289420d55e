using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>By what articles are placed in feeds during one pass.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Definitions">What the newsroom has said of its feeds.</param>
/// <param name="Now">The moment of the pass.</param>
internal sealed record Placement(Publication Publication, FeedDefinitions Definitions, DateTimeOffset Now)
{
    /// <summary>How long before they are shown some partners get articles.</summary>
    public IReadOnlyList<TimeSpan> EarlyAccess { get; init; } = [];

    /// <summary>The longest that any partner ever had.</summary>
    public TimeSpan? LongestEarlyAccess { get; init; }

    /// <summary>Whether some partner may have been given the article under embargo.</summary>
    public bool IsOpen(ArticleState.Scheduled scheduled) => scheduled.From - LongestEarlyAccess <= Now;

    /// <summary>Every live feed that carries the article.</summary>
    public IReadOnlyList<string> Selecting(Article article) => Definitions.Selecting(article, Publication.Language);

    /// <summary>The feeds that have these names now.</summary>
    public IEnumerable<string> Live(IEnumerable<string> names) =>
        names.Select(name => Definitions.MovedTo(name) ?? name).Where(IsLive).Distinct(StringComparer.Ordinal);

    /// <summary>Until when documents say that the article is gone.</summary>
    public DateTimeOffset TombstoneEnd(ArticleState.Gone gone) => gone.When.AddDays(Publication.TombstoneDays);

    /// <summary>Whether readers are to find a feed under this name.</summary>
    public bool IsLive(string name) => Definitions.MovedTo(name) is null && !Definitions.IsRetired(name);
}
