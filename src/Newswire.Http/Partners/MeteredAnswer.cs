using Microsoft.AspNetCore.Http;
using Newswire.Partners.Quotas;
using Newswire.Partners.Usage;

namespace Newswire.Http.Partners;

/// <summary>
/// An answer to a partner that counts once it is known what it is: 304 and faults of ours (5xx) do not. Says how far the
/// quotas are used up, and records what was taken.
/// </summary>
internal sealed class MeteredAnswer(IResult answer, PartnerVisit visit, QuotaTicket ticket, UsageBook usage) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;

        // The status is settled only when the first byte leaves, and the fields go with it.
        response.OnStarting(() =>
        {
            ticket.Settle(Counts(response.StatusCode));
            RateLimitFields.Write(response.Headers, ticket.Standing());
            return Task.CompletedTask;
        });
        var isComplete = false;
        try
        {
            await answer.ExecuteAsync(httpContext);
            isComplete = true;
        }
        finally
        {
            // Nothing may have left: then there is no status either, but whoever hung up has had the work done.
            var status = isComplete || response.HasStarted ? response.StatusCode : StatusCodes.Status500InternalServerError;
            ticket.Settle(Counts(status) || (!isComplete && httpContext.RequestAborted.IsCancellationRequested));
            Record(httpContext.Request, response, status);
        }
    }

    private static bool Counts(int status) => status is not StatusCodes.Status304NotModified and < 500;

    private void Record(HttpRequest request, HttpResponse response, int status)
    {
        var isTaken = status is >= 200 and < 300;
        var hasContent = !HttpMethods.IsHead(request.Method);
        usage.Record(new AnsweredRequest(
            visit.Partner.Name,
            new UsageCounts(
                Taken: isTaken ? 1 : 0,
                NotModified: status == StatusCodes.Status304NotModified ? 1 : 0,
                Refused: 0,
                Failed: isTaken || status == StatusCodes.Status304NotModified ? 0 : 1,
                Bytes: hasContent ? response.ContentLength ?? 0 : 0),
            visit.Usage.Feed,
            isTaken && hasContent ? visit.Usage.Articles : []));
    }
}
