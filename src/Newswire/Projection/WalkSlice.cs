using Newswire.Feeds;

namespace Newswire.Projection;

/// <summary>The stretch of a walk that one pass goes through: the articles from <see cref="Until"/> on, before <c>Walk.Before</c>.</summary>
/// <param name="Walk">The walk as it was before.</param>
/// <param name="Until">The oldest key of the stretch; null when it reaches the end.</param>
public sealed record WalkSlice(FeedWalk Walk, EntryKey? Until = null)
{
    /// <summary>Whether the key lies in the stretch.</summary>
    public bool Covers(EntryKey key) => (Walk.Before is not { } before || key < before) && (Until is not { } until || key >= until);
}
