namespace Newswire.Projection.Generations;

/// <summary>A generation in the making.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Purpose">What happens when it has caught up with the one that is served.</param>
/// <param name="Started">When it was asked for.</param>
public sealed record Building(int Number, BuildPurpose Purpose, DateTimeOffset Started);
