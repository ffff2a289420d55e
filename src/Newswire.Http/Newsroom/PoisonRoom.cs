using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Auditing;
using Newswire.Formats.Html.Operations;
using Newswire.Operations.Failures;
using Newswire.Storage;

namespace Newswire.Http.Newsroom;

/// <summary>Messages that failed every time: looked at, tried again, deleted.</summary>
internal sealed class PoisonRoom(IPoisonMessages poison) : INewsroomRoom
{
    private const int MaxIdLength = 100;

    public string Name => "poison";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken) => path switch
    {
        [] => new PageResult(PoisonPage.Write(visit.Context, await ReadAsync(cancellationToken), NoticeOf(visit))),
        [var queue, "retry"] when QueueNames.All.Contains(queue, StringComparer.Ordinal) => new PageResult(ConfirmPage.Write(
            visit.Context, await ConfirmAsync(queue, visit.Query("message"), isRetry: true, cancellationToken))),
        [var queue, "delete"] when QueueNames.All.Contains(queue, StringComparer.Ordinal) => new PageResult(ConfirmPage.Write(
            visit.Context, await ConfirmAsync(queue, visit.Query("message"), isRetry: false, cancellationToken))),
        _ => null,
    };

    public NewsroomAct? FindAct(IReadOnlyList<string> path, NewsroomVisit visit)
    {
        var message = visit.Field("message") is { Length: > 0 and <= MaxIdLength } id ? id : null;
        return path switch
        {
            [var queue, "retry"] when QueueNames.All.Contains(queue, StringComparer.Ordinal) => new(
                new AuditAct(AuditActs.RetryPoison, Subject(queue, message)),
                async cancellationToken => Leave(visit, "retried", await poison.RetryAsync(queue, message, cancellationToken))),
            [var queue, "delete"] when QueueNames.All.Contains(queue, StringComparer.Ordinal) => new(
                new AuditAct(AuditActs.DeletePoison, Subject(queue, message)),
                async cancellationToken => Leave(visit, "deleted", await poison.DeleteAsync(queue, message, cancellationToken))),
            _ => null,
        };
    }

    private async Task<IReadOnlyList<QueuePoison>> ReadAsync(CancellationToken cancellationToken)
    {
        var queues = await Task.WhenAll(QueueNames.All.Select(async queue =>
        {
            var count = await poison.CountAsync(queue, cancellationToken);
            var messages = await poison.PeekAsync(queue, cancellationToken);
            return new QueuePoison(queue, Math.Max(count, messages.Count), messages);
        }));
        return [.. queues.Where(queue => queue.Count > 0)];
    }

    private async Task<Confirmation> ConfirmAsync(string queue, string? message, bool isRetry, CancellationToken cancellationToken)
    {
        var count = await poison.CountAsync(queue, cancellationToken);
        var what = message is null
            ? string.Create(CultureInfo.InvariantCulture, $"all messages of {queue} (about {count})")
            : $"the message {message} of {queue}";
        return new Confirmation
        {
            Question = isRetry ? $"Try again {what}?" : $"Delete {what}?",
            Consequences = isRetry
                ?
                [
                    $"It goes back to {queue} and is tried up to five times, as if it were new. Handling twice what was handled before is harmless.",
                    "If it fails again it comes back here.",
                ]
                :
                [
                    "What it asked for is not done. No article is lost by that: everything is in the catalog, and the next change of the same feed or partner brings what is new.",
                    "Whoever was to be told by it alone is not told. It cannot be brought back.",
                ],
            Button = isRetry ? "Try again" : "Delete",
            Action = isRetry ? OperationsPaths.RetryPoison(queue) : OperationsPaths.DeletePoison(queue),
            Back = OperationsPaths.Poison,
            Fields = message is null ? [] : [("message", message)],
            IsFinal = !isRetry,
        };
    }

    private static string Subject(string queue, string? message) => message is null ? queue : $"{queue} {message}";

    private static SeeOther Leave(NewsroomVisit visit, string done, int count) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{visit.BasePath}{OperationsPaths.Poison}?done={done}&count={count}"));

    private static string? NoticeOf(NewsroomVisit visit) =>
        int.TryParse(visit.Query("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? visit.Query("done") switch
            {
                "retried" => string.Create(CultureInfo.InvariantCulture, $"Back in their queue: {count}."),
                "deleted" => string.Create(CultureInfo.InvariantCulture, $"Deleted: {count}."),
                _ => null,
            }
            : null;
}
