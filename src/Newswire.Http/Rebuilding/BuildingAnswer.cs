using Newswire.Projection.Generations;

namespace Newswire.Http.Rebuilding;

/// <summary>A projection in the making.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Purpose"><c>rebuild</c> or <c>verify</c>.</param>
/// <param name="Started">When it was asked for.</param>
/// <param name="DoneBytes">How much of the catalog it has taken in.</param>
/// <param name="TotalBytes">How much there is to take in; grows as long as changes come.</param>
internal sealed record BuildingAnswer(
    int Number, BuildPurpose Purpose, DateTimeOffset Started, long DoneBytes, long TotalBytes)
{
    public static BuildingAnswer Of(Building building, RebuildProgress progress) => new(
        building.Number, building.Purpose, building.Started, progress.DoneBytes, progress.TotalBytes);
}
