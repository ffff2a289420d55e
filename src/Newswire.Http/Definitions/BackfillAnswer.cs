using Newswire.Projection;

namespace Newswire.Http.Definitions;

/// <summary>How far a feed has been filled from the articles that were there already.</summary>
/// <param name="Done">How many articles were looked at.</param>
/// <param name="Share">Which share of all that is, from 0 to 1.</param>
internal sealed record BackfillAnswer(int Done, double Share)
{
    /// <summary>Null when the feed has its whole history.</summary>
    public static BackfillAnswer? Of(string feed, IReadOnlyList<FeedWalk> walks) =>
        walks.FirstOrDefault(walk => walk.Feed == feed) is { } walk ? new(walk.Done, Math.Round(walk.Share, 4)) : null;
}
