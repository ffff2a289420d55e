namespace Newswire.Projection.Streams;

/// <summary>
/// That something has happened by which a partner may have, or may have had, an article: a reason to look at it. What the
/// partner is told is what the article is to it when it asks.
/// </summary>
/// <param name="Id">The article's id.</param>
/// <param name="Act">What happened.</param>
/// <param name="Moment">When it happened, by the clock of who accepted it: the same after a rebuild.</param>
/// <param name="Safe">Everything that happened before this moment stands before this entry.</param>
public sealed record StreamEntry(string Id, StreamAct Act, DateTimeOffset Moment, DateTimeOffset Safe);
