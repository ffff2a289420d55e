namespace Newswire.Projection.Generations;

/// <summary>What came of building a generation.</summary>
/// <param name="Building">What was built.</param>
/// <param name="Ended">When that was over.</param>
/// <param name="End">How.</param>
public sealed record BuildOutcome(Building Building, DateTimeOffset Ended, BuildEnd End)
{
    /// <summary>Where the documents that are served differ, at most <see cref="DocumentComparison.MaxDifferences"/>; empty unless they were compared.</summary>
    public IReadOnlyList<Difference> Differences { get; init => field = value ?? []; } = [];
}
