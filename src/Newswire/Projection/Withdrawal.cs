namespace Newswire.Projection;

/// <summary>A withdrawal or an erasure that is remembered for its date.</summary>
/// <param name="Received">When it was accepted.</param>
/// <param name="ThroughVersion">Takes back every version up to this one; null: every version received before.</param>
public sealed record Withdrawal(DateTimeOffset Received, long? ThroughVersion = null)
{
    /// <summary>Whether it takes the version back. In doubt (the same instant) it does.</summary>
    public bool Covers(VersionKey version) =>
        ThroughVersion is { } through ? version.Version <= through : version.Received <= Received;
}
