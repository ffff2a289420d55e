using Newswire.Json;
using Newswire.Partners;
using Newswire.Projection;
using Newswire.Server.Hosting;

namespace Newswire.Server.Partners;

/// <summary>Brings a file of partners into force: all of it or nothing.</summary>
internal sealed class PartnerFile(PartnerIntake intake, ProjectionRunner projection)
{
    /// <param name="json">The file; see <see cref="PartnerReader.ReadFile"/>.</param>
    /// <param name="output">Gets a line for each partner.</param>
    /// <param name="errors">Gets a line for each fault.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StartException">Nothing was applied; the faults were written.</exception>
    public async Task ApplyAsync(
        ReadOnlyMemory<byte> json, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var (records, ignored) = PartnerReader.ReadFile(json) switch
        {
            JsonOutcome<IReadOnlyList<Partner>>.Accepted accepted => (accepted.Value, accepted.Ignored),
            JsonOutcome<IReadOnlyList<Partner>>.Refused refused => throw await FileFaults.RefusedAsync(refused.Faults, errors),
            JsonOutcome<IReadOnlyList<Partner>>.Malformed malformed => throw new StartException(malformed.Detail),
            var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
        };
        foreach (var pointer in ignored)
        {
            await output.WriteLineAsync($"{pointer} is not known and was ignored.");
        }

        // A file of feeds may have been applied a moment ago; the feeds it defines are known once they are in force.
        await projection.CatchUpAsync(cancellationToken);
        var (changes, faults) = await intake.DefineAsync(records, cancellationToken);
        if (faults.Count > 0)
        {
            throw await FileFaults.RefusedAsync(
                [.. faults.Select(fault => fault.Fault.Pointer.Length == 0
                    ? fault.Fault
                    : fault.Fault with { Pointer = $"/partners/{fault.Index}{fault.Fault.Pointer}" })],
                errors);
        }

        foreach (var (record, change) in records.Zip(changes))
        {
            await output.WriteLineAsync($"{record.Name}  {change switch
            {
                PartnerChange.Created => "created",
                PartnerChange.Replaced => "replaced",
                _ => "is so already",
            }}");
        }
    }
}
