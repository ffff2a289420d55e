using System.Text.Json.Serialization;
using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>
/// How far a feed whose definition has changed has been derived anew from the articles that were there already. The walk
/// goes from the newest article to the oldest, a slice a pass.
/// </summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="Over">
/// The feed whose articles are gone through: <see cref="FeedName.Latest"/> when the feed may carry others than before,
/// the feed itself when they only look different or go.
/// </param>
/// <param name="Before">The articles before this key are still to come; null when all are.</param>
/// <param name="Done">How many articles were looked at.</param>
/// <param name="Share">Which share of all articles that is, from 0 to 1, as far as is known.</param>
public sealed record FeedWalk(string Feed, string Over, EntryKey? Before = null, int Done = 0, double Share = 0)
{
    /// <summary>Whether it goes through the articles that have gone, rather than through those that are there.</summary>
    public bool Gone { get; init; }

    /// <summary>The index that is gone through.</summary>
    [JsonIgnore]
    public IndexLocation Index => Gone ? IndexLocation.Tombstones(Over) : IndexLocation.Entries(Over);
}
