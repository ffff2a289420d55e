using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Feeds.Definitions;
using Newswire.Json;
using Newswire.Projection;

namespace Newswire.Http.Definitions;

/// <summary>Brings a file of definitions into force: all of it or nothing.</summary>
internal sealed class FeedFile(DefinitionIntake intake, FeedsInForce feeds, ProjectionRunner projection)
{
    /// <param name="json">The file; see <see cref="FeedDefinitionReader.ReadFile"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IResult> ApplyAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        FeedDefinitionReader.ReadFile(json) switch
        {
            JsonOutcome<IReadOnlyList<FeedDefinition>>.Malformed malformed => Problem.Malformed(malformed.Detail).ToResult(),
            JsonOutcome<IReadOnlyList<FeedDefinition>>.Refused refused => Problem.Invalid(refused.Faults, "file").ToResult(),
            JsonOutcome<IReadOnlyList<FeedDefinition>>.Accepted accepted =>
                await DefineAsync(accepted.Value, accepted.Ignored, cancellationToken),
            var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
        };

    private async Task<IResult> DefineAsync(
        IReadOnlyList<FeedDefinition> definitions, IReadOnlyList<string> ignored, CancellationToken cancellationToken)
    {
        // What is equal to what is in force is left out, so what was accepted must be in force first.
        await projection.CatchUpAsync(cancellationToken);
        var inForce = await feeds.DefinitionsAsync(cancellationToken);
        List<(int Index, FeedDefinition Item)> changed = [.. definitions.Index().Where(pair => !inForce.Holds(pair.Item))];
        if (changed.Count > 0)
        {
            var (_, conflicts) = await intake.DefineAsync(changed.ConvertAll(pair => pair.Item), cancellationToken);
            if (conflicts.Count > 0)
            {
                return Problem.FeedConflict(
                    [.. conflicts.Select(conflict => conflict.Fault with
                    {
                        Pointer = $"/feeds/{changed[conflict.Index].Index}{conflict.Fault.Pointer}",
                    })]).ToResult();
            }
        }

        var defined = changed.Select(pair => pair.Index).ToHashSet();
        return new JsonResult<FeedFileAnswer>(
            changed.Count > 0 ? StatusCodes.Status202Accepted : StatusCodes.Status200OK,
            new FeedFileAnswer(
                [.. definitions.Index().Select(pair => new AppliedFeed(
                    pair.Item.Name, defined.Contains(pair.Index) ? "defined" : "unchanged"))],
                ignored.Count > 0 ? ignored : null),
            HttpJson.Answers.FeedFileAnswer);
    }
}
