using Microsoft.AspNetCore.Http;
using Newswire.Auditing;
using Newswire.Formats.Html.Operations;
using Newswire.Keys;

namespace Newswire.Http.Newsroom;

/// <summary>The publisher keys, and their revocation.</summary>
internal sealed class KeysRoom(PublisherKeys keys) : INewsroomRoom
{
    public string Name => "keys";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        var list = await keys.ListAsync(cancellationToken);
        return path switch
        {
            [] => new PageResult(KeysPage.Write(
                visit.Context, list, visit.Key.Id, visit.Query("done") == "revoked" ? "The key was revoked; within seconds it opens nothing." : null)),
            [var id] when list.FirstOrDefault(key => key.Id == id && key.Revoked is null) is { } key =>
                new PageResult(ConfirmPage.Write(visit.Context, Revocation(key, key.Id == visit.Key.Id))),
            _ => null,
        };
    }

    public NewsroomAct? FindAct(IReadOnlyList<string> path, NewsroomVisit visit) => path is [var id]
        ? new(new AuditAct(AuditActs.RevokePublisherKey, id), cancellationToken => RevokeAsync(id, visit, cancellationToken))
        : null;

    private async Task<IResult> RevokeAsync(string id, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        // Keys can also be named by their name, and one key's name may be another's id.
        var known = (await keys.ListAsync(cancellationToken)).Any(key => key.Id == id && key.Revoked is null);
        return known && await keys.RevokeAsync(id, cancellationToken) > 0
            ? visit.Leave(OperationsPaths.Keys, "revoked")
            : visit.Refuse(StatusCodes.Status404NotFound, "Nothing was revoked", "There is no such key, or it was revoked before.", OperationsPaths.Keys);
    }

    private static Confirmation Revocation(PublisherKey key, bool isOwn) => new()
    {
        Question = $"Revoke the publisher key “{key.Name}”?",
        Consequences =
        [
            "Within seconds whoever has it can neither publish nor sign in here, in any process. It cannot be made good again.",
            isOwn ? "It is the key you signed in with: you will be signed out." : "Other keys stay as they are.",
            "A new one is made on the command line.",
        ],
        Button = "Revoke the key",
        Action = OperationsPaths.Key(key.Id),
        Back = OperationsPaths.Keys,
        IsFinal = true,
    };
}
