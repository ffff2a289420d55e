using Newswire.Projection.Generations;

namespace Newswire.Http.Rebuilding;

/// <summary>What projections there are.</summary>
/// <param name="Served">The number of the one that is served.</param>
/// <param name="Building">The one that is being built; absent when none is.</param>
/// <param name="Removing">The numbers of those whose objects are being removed.</param>
/// <param name="Last">How the last one that was built ended; absent when none was.</param>
internal sealed record RebuildAnswer(
    int Served, BuildingAnswer? Building, IReadOnlyList<int> Removing, BuildOutcomeAnswer? Last)
{
    public static RebuildAnswer Of(GenerationRecord record, RebuildProgress? progress) => new(
        record.Served,
        record.Building is { } building && progress is not null ? BuildingAnswer.Of(building, progress) : null,
        [.. record.Retired.Select(retired => retired.Number)],
        record.Last is { } last ? BuildOutcomeAnswer.Of(last) : null);
}
