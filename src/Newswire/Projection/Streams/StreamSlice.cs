using Newswire.Feeds;

namespace Newswire.Projection.Streams;

/// <summary>The stretch of a walk that one pass goes through.</summary>
/// <param name="Walk">The walk as it was before.</param>
/// <param name="Until">The oldest key of the stretch; null when it reaches the end.</param>
/// <param name="Articles">The ids of the articles in it, newest first.</param>
internal sealed record StreamSlice(StreamWalk Walk, EntryKey? Until, IReadOnlyList<string> Articles);
