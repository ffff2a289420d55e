using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Newswire.Auditing;
using Newswire.Formats.Html.Operations;
using Newswire.Json;
using Newswire.Partners;
using Newswire.Partners.Webhooks;

namespace Newswire.Http.Newsroom;

/// <summary>The partners, and their keys made and revoked.</summary>
internal sealed class PartnersRoom(PartnerRecords partners, WebhookRecords webhooks, TimeProvider time) : INewsroomRoom
{
    public string Name => "partners";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        if (path.Count == 0)
        {
            return new PageResult(PartnersPage.Write(visit.Context, await partners.ListAsync(cancellationToken), time.GetUtcNow()));
        }

        if (await partners.FindAsync(path[0], cancellationToken) is not { } partner)
        {
            return null;
        }

        return path switch
        {
            [_] => new PageResult(PartnerPage.Write(
                visit.Context,
                partner,
                await webhooks.FindAsync(partner.Name, cancellationToken),
                time.GetUtcNow(),
                visit.Query("done") == "revoked" ? "The key was revoked; within seconds it opens nothing." : null)),
            [_, "keys", var id] when partner.Keys.FirstOrDefault(key => key.Id == id) is { } key =>
                new PageResult(ConfirmPage.Write(visit.Context, Revocation(partner, key))),
            _ => null,
        };
    }

    public NewsroomAct? FindAct(IReadOnlyList<string> path, NewsroomVisit visit) => path switch
    {
        [var partner, "keys"] => new(
            new AuditAct(AuditActs.MakePartnerKey, partner), cancellationToken => MakeKeyAsync(partner, visit, cancellationToken)),
        [var partner, "keys", var key] => new(
            new AuditAct(AuditActs.RevokePartnerKey, $"{partner} {key}"), cancellationToken => RevokeKeyAsync(partner, key, visit, cancellationToken)),
        _ => null,
    };

    private async Task<IResult> MakeKeyAsync(string partner, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        var back = OperationsPaths.Partner(partner);
        if (WishOf(visit) is not { } wish)
        {
            return visit.Refuse(
                StatusCodes.Status400BadRequest,
                "No key was made",
                $"A name has at most {PartnerLimits.MaxName} characters on one line; the last day must lie ahead, by at most {PartnerLimits.MaxExpiryYears} years.",
                back);
        }

        return await partners.CreateKeyAsync(partner, wish.Name, wish.Expires, cancellationToken) switch
        {
            KeyCreation.Created created => new PageResult(
                NewKeyPage.Write(visit.Context, await TitleOfAsync(partner, cancellationToken), created.Key.Id, created.Secret, back)),
            KeyCreation.TooMany => visit.Refuse(
                StatusCodes.Status409Conflict, "No key was made", "The partner has as many good keys as it can have; revoke one first.", back),
            _ => visit.Refuse(StatusCodes.Status404NotFound, "No key was made", "There is no such partner any more.", OperationsPaths.Partners),
        };
    }

    private async Task<string> TitleOfAsync(string partner, CancellationToken cancellationToken) =>
        (await partners.FindAsync(partner, cancellationToken))?.Title ?? partner;

    private async Task<IResult> RevokeKeyAsync(string partner, string key, NewsroomVisit visit, CancellationToken cancellationToken) =>
        await partners.RevokeKeyAsync(partner, key, cancellationToken) is null
            ? visit.Refuse(StatusCodes.Status404NotFound, "Nothing was revoked", "There is no such key.", OperationsPaths.Partners)
            : visit.Leave(OperationsPaths.Partner(partner), "revoked");

    // In the words of the API, so that the same is demanded of a form. The last day belongs to the key.
    private KeyWish? WishOf(NewsroomVisit visit)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        if (visit.Field("name") is { Length: > 0 } name)
        {
            members["name"] = name;
        }

        if (visit.Field("last") is { Length: > 0 } last)
        {
            members["expires"] = last + "T23:59:59Z";
        }

        return KeyWish.Read(JsonSerializer.SerializeToUtf8Bytes(members), time.GetUtcNow()) is JsonOutcome<KeyWish>.Accepted accepted
            ? accepted.Value
            : null;
    }

    private Confirmation Revocation(Partner partner, PartnerKey key)
    {
        var others = partner.Keys.Count(other => other != key && other.StateAt(time.GetUtcNow()) == PartnerKeyState.Good);
        return new Confirmation
        {
            Question = $"Revoke key {key.Id} of {partner.Title}?",
            Consequences =
            [
                "Within seconds it opens nothing, in any process. It cannot be made good again.",
                others == 0
                    ? "The partner has no other good key: it can ask for nothing until it gets one."
                    : string.Create(CultureInfo.InvariantCulture, $"The partner has {others} other good {(others == 1 ? "key" : "keys")}."),
            ],
            Button = "Revoke the key",
            Action = OperationsPaths.PartnerKey(partner.Name, key.Id),
            Back = OperationsPaths.Partner(partner.Name),
            IsFinal = true,
        };
    }
}
