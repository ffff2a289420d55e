using Newswire.Feeds;
using Newswire.Projection;

namespace Newswire.Operations.Feeds;

/// <summary>A feed as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Definition">What was said of it; null for one that came into being by itself.</param>
/// <param name="Walk">How far it is filled, while that goes on; null when it has its history.</param>
public sealed record FeedStanding(string Name, string Title, FeedDefinition? Definition, FeedWalk? Walk)
{
    /// <summary>Every live feed, those that are being filled first, then the defined ones, each by name. Pure.</summary>
    public static IReadOnlyList<FeedStanding> Of(FeedDefinitions definitions, FeedList list, IReadOnlyList<FeedWalk> walks) =>
    [
        .. list.Titles.Keys.Union(definitions.ByName.Keys, StringComparer.Ordinal)
            .Where(definitions.IsLive)
            .Select(name => new FeedStanding(
                name,
                list.Titles.GetValueOrDefault(name) ?? definitions.Title(name, []),
                definitions.Find(name),
                walks.FirstOrDefault(walk => walk.Feed == name)))
            .OrderBy(feed => feed.Walk is null)
            .ThenBy(feed => feed.Definition is null)
            .ThenBy(feed => feed.Name, StringComparer.Ordinal),
    ];
}
