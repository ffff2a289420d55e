namespace Newswire.Operations.Health;

/// <summary>How a part is.</summary>
/// <param name="State">How it is.</param>
/// <param name="Since">Since when, as far as this process knows.</param>
public sealed record PartHealth(HealthState State, DateTimeOffset Since)
{
    /// <summary>The same part a moment later.</summary>
    public PartHealth Then(HealthState state, DateTimeOffset now) => state == State ? this : new PartHealth(state, now);
}
