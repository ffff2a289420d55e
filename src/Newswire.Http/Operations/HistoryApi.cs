using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Http.Ingest;
using Newswire.Operations.History;

namespace Newswire.Http.Operations;

/// <summary>What all processes have measured, for the newsroom. Needs a publisher key.</summary>
public sealed class HistoryApi
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    private readonly PublisherDoor door;
    private readonly HistoryReader history;
    private readonly TimeProvider time;

    internal HistoryApi(PublisherDoor door, HistoryReader history, TimeProvider time) =>
        (this.door, this.history, this.time) = (door, history, time);

    /// <summary>
    /// <c>GET /api/operations/history?from=2026-11-25T12:00:00Z&amp;to=2026-11-25T13:00:00Z</c>: by the minute, of longer times in
    /// longer steps. Without the moments, the last hour.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
    {
        if (!TryMoment(request, "to", time.GetUtcNow(), out var to) || !TryMoment(request, "from", to - Usual, out var from))
        {
            return Problem.BadParameter("from or to", "a moment, such as 2026-11-25T12:00:00Z").ToResult();
        }

        if (from >= to || to - from > TimeSpan.FromDays(HistoryLimits.MaxDays))
        {
            return Problem.BadParameter(
                "from",
                string.Create(CultureInfo.InvariantCulture, $"earlier than 'to', by at most {HistoryLimits.MaxDays} days")).ToResult();
        }

        var range = await history.ReadAsync(from, to, cancellationToken);
        return new JsonResult<HistoryAnswer>(StatusCodes.Status200OK, HistoryAnswer.Of(range), HttpJson.Answers.HistoryAnswer);
    });

    // A moment so early or late that others cannot be counted from it is none.
    private static bool TryMoment(HttpRequest request, string name, DateTimeOffset usual, out DateTimeOffset moment)
    {
        moment = usual;
        return !request.Query.TryGetValue(name, out var sent)
            || (DateTimeOffset.TryParseExact(
                    (string?)sent, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)
                && moment.UtcDateTime.Year is > 1 and < 9998);
    }
}
