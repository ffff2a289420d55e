using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Partners.Changes;
using Newswire.Partners.Output;

namespace Newswire.Http.Partners;

/// <summary>The change stream of a partner. Needs one of its own keys.</summary>
public sealed class ChangesApi
{
    private readonly PartnerDoor door;
    private readonly PartnerChanges changes;
    private readonly OpenRequests open;
    private readonly Publication publication;
    private readonly TimeProvider time;

    internal ChangesApi(
        PartnerDoor door, PartnerChanges changes, OpenRequests open, Publication publication, TimeProvider time) =>
        (this.door, this.changes, this.open, this.publication, this.time) = (door, changes, open, publication, time);

    /// <summary>
    /// <c>GET /partners/{partner}/changes</c>: what has happened behind <c>after</c>, or from the beginning, at most
    /// <c>limit</c> changes; while there is nothing, it waits for up to <c>wait</c> seconds.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request, string partner) =>
        door.EnterAsync(request, partner, async (visit, cancellationToken) =>
        {
            var (asked, problem) = ChangesRequest.Read(request.Query);
            if (asked is null)
            {
                return problem!.ToResult();
            }

            if (!open.TryOpen(visit.Partner.Name, request.HttpContext))
            {
                return new ProblemResult(Problem.TooManyOpen(OpenRequests.Max), TimeSpan.FromSeconds(1));
            }

            var given = asked.After is { } text and not ChangesRequest.Now ? ChangeCursor.Read(visit.Partner.Name, text) : null;
            if (given is null && asked.After is not (null or ChangesRequest.Now))
            {
                return Problem.UnknownCursor.ToResult();
            }

            var after = given ?? await BeginningAsync(visit.Partner.Name, asked.After, cancellationToken);
            if (after is null)
            {
                // Its contract is not in force yet, in a second or two it will be.
                return new ProblemResult(Problem.NoStreamYet, TimeSpan.FromSeconds(2));
            }

            return await AnswerAsync(visit, asked, after, cancellationToken);
        });

    private Task<ChangeCursor?> BeginningAsync(string partner, string? after, CancellationToken cancellationToken) =>
        after == ChangesRequest.Now
            ? changes.EndAsync(partner, cancellationToken)
            : changes.StartAsync(partner, cancellationToken);

    private async Task<IResult> AnswerAsync(
        PartnerVisit visit, ChangesRequest asked, ChangeCursor after, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var answer = await changes.ReadAsync(visit.Partner, after, asked.Limit, cancellationToken);
        while (answer.Changes.Count == 0 && (answer.HasMore || time.GetElapsedTime(began) < asked.Wait))
        {
            // Much of a stream may have to be passed over, as behind a rebuild: not for ever in one request.
            if (answer.HasMore && time.GetElapsedTime(began) >= TimeSpan.FromSeconds(ChangeLimits.MaxWaitSeconds))
            {
                break;
            }

            if (!answer.HasMore && !await changes.HasMoreAsync(visit.Partner.Name, answer.Next, cancellationToken))
            {
                await Task.Delay(PartnerStreams.MaxAge, time, cancellationToken);
                continue;
            }

            answer = await changes.ReadAsync(visit.Partner, answer.Next, asked.Limit, cancellationToken);
        }

        visit.Usage.TookChanges([.. answer.Changes.Select(change => change.ArticleId)]);
        var next = answer.Next.ToText(visit.Partner.Name);
        return new BytesResult(
            ChangesDocument.ContentType, ChangesDocument.Write(answer.Changes, next, answer.HasMore))
        {
            Headers = { ["Link"] = $"<{PartnerAddresses.Changes(publication, visit.Partner.Name)}?after={next}>; rel=\"next\"" },
        };
    }
}
