using Microsoft.AspNetCore.Http;
using Newswire.Json;
using Newswire.Partners;
using Newswire.Projection;

namespace Newswire.Http.Partners;

/// <summary>Brings a file of partners into force: all of it or nothing.</summary>
internal sealed class PartnerFile(PartnerIntake intake, ProjectionRunner projection)
{
    /// <param name="json">The file; see <see cref="PartnerReader.ReadFile"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IResult> ApplyAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        PartnerReader.ReadFile(json) switch
        {
            JsonOutcome<IReadOnlyList<Partner>>.Malformed malformed => Problem.Malformed(malformed.Detail).ToResult(),
            JsonOutcome<IReadOnlyList<Partner>>.Refused refused => Problem.Invalid(refused.Faults, "file").ToResult(),
            JsonOutcome<IReadOnlyList<Partner>>.Accepted accepted =>
                await DefineAsync(accepted.Value, accepted.Ignored, cancellationToken),
            var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
        };

    private async Task<IResult> DefineAsync(
        IReadOnlyList<Partner> records, IReadOnlyList<string> ignored, CancellationToken cancellationToken)
    {
        // A file of feeds may have been applied a moment ago; the feeds it defines are known once they are in force.
        await projection.CatchUpAsync(cancellationToken);
        var (changes, faults) = await intake.DefineAsync(records, cancellationToken);
        if (faults.Count > 0)
        {
            return Problem.Invalid(
                [.. faults.Select(fault => fault.Fault.Pointer.Length == 0
                    ? fault.Fault
                    : fault.Fault with { Pointer = $"/partners/{fault.Index}{fault.Fault.Pointer}" })],
                "file").ToResult();
        }

        return new JsonResult<PartnerFileAnswer>(
            StatusCodes.Status200OK,
            new PartnerFileAnswer(
                [.. records.Zip(changes, AppliedPartner.Of)], ignored.Count > 0 ? ignored : null),
            HttpJson.Answers.PartnerFileAnswer);
    }
}
