namespace Newswire.Projection.Generations;

/// <summary>How far the generation has come that is being built.</summary>
/// <param name="DoneBytes">How much of the catalog it has taken in.</param>
/// <param name="TotalBytes">How much the one has that is served, which grows meanwhile.</param>
public sealed record RebuildProgress(long DoneBytes, long TotalBytes);
