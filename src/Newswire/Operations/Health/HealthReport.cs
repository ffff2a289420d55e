namespace Newswire.Operations.Health;

/// <summary>How it is at a moment.</summary>
/// <param name="Storage">Whether storage answers.</param>
/// <param name="Freshness">Whether the documents keep up with the catalog; as it was known last while storage does not answer.</param>
/// <param name="Lag">How far they are behind it; null while storage does not answer.</param>
public sealed record HealthReport(PartHealth Storage, PartHealth Freshness, TimeSpan? Lag)
{
    /// <summary>How the whole is.</summary>
    public HealthState State => Storage.State > Freshness.State ? Storage.State : Freshness.State;
}
