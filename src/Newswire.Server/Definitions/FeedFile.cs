using Newswire.Feeds;
using Newswire.Feeds.Definitions;
using Newswire.Json;
using Newswire.Projection;
using Newswire.Server.Hosting;

namespace Newswire.Server.Definitions;

/// <summary>Brings a file of definitions into force: all of it or nothing.</summary>
internal sealed class FeedFile(DefinitionIntake intake, FeedsInForce feeds, ProjectionRunner projection)
{
    /// <param name="json">The file; see <see cref="FeedDefinitionReader.ReadFile"/>.</param>
    /// <param name="output">Gets a line for each definition.</param>
    /// <param name="errors">Gets a line for each fault.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StartException">Nothing was applied; the faults were written.</exception>
    public async Task ApplyAsync(
        ReadOnlyMemory<byte> json, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var (definitions, ignored) = FeedDefinitionReader.ReadFile(json) switch
        {
            JsonOutcome<IReadOnlyList<FeedDefinition>>.Accepted accepted => (accepted.Value, accepted.Ignored),
            JsonOutcome<IReadOnlyList<FeedDefinition>>.Refused refused => throw await FileFaults.RefusedAsync(refused.Faults, errors),
            JsonOutcome<IReadOnlyList<FeedDefinition>>.Malformed malformed => throw new StartException(malformed.Detail),
            var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
        };
        foreach (var pointer in ignored)
        {
            await output.WriteLineAsync($"{pointer} is not known and was ignored.");
        }

        // What is equal to what is in force is left out, so what was accepted must be in force first.
        await projection.CatchUpAsync(cancellationToken);
        var inForce = await feeds.DefinitionsAsync(cancellationToken);
        List<(int Index, FeedDefinition Item)> changed = [.. definitions.Index().Where(pair => !inForce.Holds(pair.Item))];
        if (changed.Count > 0)
        {
            var (_, conflicts) = await intake.DefineAsync(changed.ConvertAll(pair => pair.Item), cancellationToken);
            if (conflicts.Count > 0)
            {
                throw await FileFaults.RefusedAsync(
                    [.. conflicts.Select(conflict => conflict.Fault with
                    {
                        Pointer = $"/feeds/{changed[conflict.Index].Index}{conflict.Fault.Pointer}",
                    })],
                    errors);
            }
        }

        var defined = changed.Select(pair => pair.Index).ToHashSet();
        foreach (var (index, definition) in definitions.Index())
        {
            await output.WriteLineAsync($"{definition.Name}  {(defined.Contains(index) ? "defined" : "is so already")}");
        }

        await output.WriteLineAsync(
            changed.Count > 0 ? "The server follows within seconds; 'feeds list' shows how far it has come." : "There is nothing to do.");
    }
}
