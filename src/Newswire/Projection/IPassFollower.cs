namespace Newswire.Projection;

/// <summary>Somebody who passes on what a pass has brought: to subscribers, to readers, to partners.</summary>
public interface IPassFollower
{
    /// <summary>
    /// Called when all of it can be read, and before the pass counts as done: what this makes durable, mostly a message in
    /// a queue, is lost by no crash. It comes again for a pass that is repeated, and for all there is when the projection
    /// is rebuilt. Projecting waits for it, so it does no more than put the news where somebody else takes them up.
    /// </summary>
    /// <exception cref="Storage.StorageAwayException">Storage did not answer; the pass is repeated.</exception>
    Task FollowAsync(PassNews news, CancellationToken cancellationToken);
}
