using Newswire.Projection.Generations;

namespace Newswire.Http.Rebuilding;

/// <summary>How the building of a projection ended.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Purpose"><c>rebuild</c> or <c>verify</c>.</param>
/// <param name="Started">When it was asked for.</param>
/// <param name="Ended">When it was over.</param>
/// <param name="End"><c>served</c>, <c>verified</c> or <c>abandoned</c>.</param>
/// <param name="Differences">Where documents were not what the catalog says; absent unless they were compared.</param>
internal sealed record BuildOutcomeAnswer(
    int Number,
    BuildPurpose Purpose,
    DateTimeOffset Started,
    DateTimeOffset Ended,
    BuildEnd End,
    IReadOnlyList<Difference>? Differences)
{
    public static BuildOutcomeAnswer Of(BuildOutcome outcome) => new(
        outcome.Building.Number,
        outcome.Building.Purpose,
        outcome.Building.Started,
        outcome.Ended,
        outcome.End,
        outcome.End == BuildEnd.Verified ? outcome.Differences : null);
}
