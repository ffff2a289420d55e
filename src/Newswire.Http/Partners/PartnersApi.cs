using Microsoft.AspNetCore.Http;
using Newswire.Http.Ingest;
using Newswire.Json;
using Newswire.Partners;

namespace Newswire.Http.Partners;

/// <summary>The newsroom's side of partners: their records and their keys. Every request needs a publisher key.</summary>
public sealed class PartnersApi
{
    private static readonly string[] JsonTypes = ["application/json"];

    private readonly PublisherDoor door;
    private readonly PartnerRecords partners;
    private readonly PartnerIntake intake;
    private readonly PartnerFile file;
    private readonly TimeProvider time;

    internal PartnersApi(PublisherDoor door, PartnerRecords partners, PartnerIntake intake, PartnerFile file, TimeProvider time) =>
        (this.door, this.partners, this.intake, this.file, this.time) = (door, partners, intake, file, time);

    /// <summary><c>GET /api/partners</c>: every partner.</summary>
    public Task<IResult> ListAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var now = time.GetUtcNow();
        var list = await partners.ListAsync(cancellationToken);
        return new JsonResult<PartnerListAnswer>(
            StatusCodes.Status200OK,
            new PartnerListAnswer([.. list.Select(partner => PartnerAnswer.Of(partner, now))]),
            HttpJson.Answers.PartnerListAnswer);
    });

    /// <summary><c>PUT /api/partners</c>: makes or replaces the partners that a file lists, all or none.</summary>
    public Task<IResult> PutFileAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "A file of partners", PartnerLimits.MaxFileBytes, JsonTypes, cancellationToken);
        return content is null ? problem!.ToResult() : await file.ApplyAsync(content.Bytes, cancellationToken);
    });

    /// <summary><c>GET /api/partners/{partner}</c>: its record, and what its keys are worth.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string partner) => door.EnterAsync(request, async cancellationToken =>
        await partners.FindAsync(partner, cancellationToken) is { } found
            ? Show(StatusCodes.Status200OK, found)
            : Problem.UnknownPartner(partner).ToResult());

    /// <summary>
    /// <c>PUT /api/partners/{partner}</c>: makes the partner, 201, or replaces its record, 200. Its keys stay as they are.
    /// </summary>
    public Task<IResult> PutAsync(HttpRequest request, string partner) => door.EnterAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "A partner's record", PartnerLimits.MaxRecordBytes, JsonTypes, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        return PartnerReader.Read(partner, content.Bytes) switch
        {
            JsonOutcome<Partner>.Malformed malformed => Problem.Malformed(malformed.Detail).ToResult(),
            JsonOutcome<Partner>.Refused refused => Problem.Invalid(refused.Faults, "partner").ToResult(),
            JsonOutcome<Partner>.Accepted accepted => await DefineAsync(accepted.Value, accepted.Ignored, cancellationToken),
            var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
        };
    });

    /// <summary><c>DELETE /api/partners/{partner}</c>: removes the partner with all its keys.</summary>
    public Task<IResult> DeleteAsync(HttpRequest request, string partner) => door.EnterAsync(request, async cancellationToken =>
        await intake.RemoveAsync(partner, cancellationToken)
            ? Results.NoContent()
            : Problem.UnknownPartner(partner).ToResult());

    /// <summary><c>POST /api/partners/{partner}/keys</c>: makes a key; this answer is the only place that ever has it.</summary>
    public Task<IResult> PostKeyAsync(HttpRequest request, string partner) => door.EnterAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "What is said of a key", PartnerLimits.MaxKeyBytes, JsonTypes, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        return KeyWish.Read(content.Bytes, time.GetUtcNow()) switch
        {
            JsonOutcome<KeyWish>.Malformed malformed => Problem.Malformed(malformed.Detail).ToResult(),
            JsonOutcome<KeyWish>.Refused refused => Problem.Invalid(refused.Faults, "key").ToResult(),
            JsonOutcome<KeyWish>.Accepted accepted => await MakeKeyAsync(partner, accepted.Value, accepted.Ignored, cancellationToken),
            var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
        };
    });

    /// <summary><c>DELETE /api/partners/{partner}/keys/{key}</c>: takes the key with this id out of use.</summary>
    public Task<IResult> DeleteKeyAsync(HttpRequest request, string partner, string key) =>
        door.EnterAsync(request, async cancellationToken =>
            await partners.RevokeKeyAsync(partner, key, cancellationToken) is not null ? Results.NoContent()
            : await partners.FindAsync(partner, cancellationToken) is not null ? Problem.UnknownPartnerKey(key).ToResult()
            : Problem.UnknownPartner(partner).ToResult());

    private static string AddressOf(string partner) => "/api/partners/" + Uri.EscapeDataString(partner);

    private async Task<IResult> DefineAsync(Partner record, IReadOnlyList<string> ignored, CancellationToken cancellationToken)
    {
        var (changes, faults) = await intake.DefineAsync([record], cancellationToken);
        if (faults.Count > 0)
        {
            return Problem.Invalid([.. faults.Select(fault => fault.Fault)], "partner").ToResult();
        }

        // Somebody else may have removed it since: then what was put is the answer all the same.
        var stored = await partners.FindAsync(record.Name, cancellationToken) ?? record;
        var result = changes[0] == PartnerChange.Created
            ? Show(StatusCodes.Status201Created, stored, ignored)
            : Show(StatusCodes.Status200OK, stored, ignored);
        result.Headers["Location"] = AddressOf(record.Name);
        return result;
    }

    private async Task<IResult> MakeKeyAsync(
        string partner, KeyWish wish, IReadOnlyList<string> ignored, CancellationToken cancellationToken)
    {
        switch (await partners.CreateKeyAsync(partner, wish.Name, wish.Expires, cancellationToken))
        {
            case KeyCreation.NoPartner:
                return Problem.UnknownPartner(partner).ToResult();
            case KeyCreation.TooMany:
                return Problem.TooManyKeys(PartnerLimits.MaxKeys).ToResult();
            case KeyCreation.Created created:
                var answer = new CreatedKeyAnswer(
                    created.Secret, PartnerKeyAnswer.Of(created.Key, time.GetUtcNow()), ignored.Count > 0 ? ignored : null);
                var result = new JsonResult<CreatedKeyAnswer>(
                    StatusCodes.Status201Created, answer, HttpJson.Answers.CreatedKeyAnswer);
                result.Headers["Location"] = $"{AddressOf(partner)}/keys/{created.Key.Id}";
                return result;
            case var creation:
                throw new InvalidOperationException($"An outcome nobody knows: {creation.GetType()}.");
        }
    }

    private JsonResult<PartnerAnswer> Show(int status, Partner partner, IReadOnlyList<string>? ignored = null) =>
        new(status, PartnerAnswer.Of(partner, time.GetUtcNow(), ignored), HttpJson.Answers.PartnerAnswer);
}
