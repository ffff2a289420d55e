using Newswire.Feeds;

namespace Newswire.Projection.Streams;

/// <summary>The stretch of a walk that one pass goes through.</summary>
/// <param name="Walk">The walk as it was before.</param>
/// <param name="Until">The oldest key of the stretch; null when it reaches the end.</param>
/// <param name="Articles">The ids of the articles in it, newest first, each with the moment from which on it matters.</param>
internal sealed record StreamSlice(
    StreamWalk Walk, EntryKey? Until, IReadOnlyList<(string Id, DateTimeOffset Moment)> Articles);
