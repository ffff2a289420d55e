namespace Newswire.Projection.Generations;

/// <summary>A generation that nobody needs any more.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Since">Since when.</param>
public sealed record RetiredGeneration(int Number, DateTimeOffset Since);
