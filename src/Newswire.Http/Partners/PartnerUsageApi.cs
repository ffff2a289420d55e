using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Http.Ingest;
using Newswire.Partners;
using Newswire.Partners.Usage;

namespace Newswire.Http.Partners;

/// <summary>What partners have taken, for the newsroom. Needs a publisher key.</summary>
public sealed class PartnerUsageApi
{
    private const int UsualDays = 30;

    private readonly PublisherDoor door;
    private readonly PartnerRecords partners;
    private readonly UsageReports reports;
    private readonly TimeProvider time;

    internal PartnerUsageApi(PublisherDoor door, PartnerRecords partners, UsageReports reports, TimeProvider time) =>
        (this.door, this.partners, this.reports, this.time) = (door, partners, reports, time);

    /// <summary>
    /// <c>GET /api/partners/{partner}/usage?from=2026-11-01&amp;to=2026-11-25</c>: by day, by feed, and the articles taken most
    /// often. Without the days, the last thirty. What a partner took that was removed since can still be seen.
    /// </summary>
    public Task<IResult> GetAsync(HttpRequest request, string partner) => door.EnterAsync(request, async cancellationToken =>
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!TryDay(request, "to", today, out var to) || !TryDay(request, "from", to.AddDays(1 - UsualDays), out var from))
        {
            return Problem.BadParameter("from or to", "a day, such as 2026-11-25").ToResult();
        }

        if (from > to || to.DayNumber - from.DayNumber >= UsageLimits.MaxReportedDays)
        {
            return Problem.BadParameter(
                "from",
                string.Create(CultureInfo.InvariantCulture, $"not later than 'to', and at most {UsageLimits.MaxReportedDays} days before it, both included")).ToResult();
        }

        if (partner.Length > Slug.MaxLength || Slug.From(partner) != partner)
        {
            return Problem.UnknownPartner(partner).ToResult();
        }

        var report = await reports.ReadAsync(partner, from, to, cancellationToken);
        return report.Total == UsageCounts.None && await partners.FindAsync(partner, cancellationToken) is null
            ? Problem.UnknownPartner(partner).ToResult()
            : new JsonResult<UsageAnswer>(
                StatusCodes.Status200OK, UsageAnswer.Of(partner, from, to, report), HttpJson.Answers.UsageAnswer);
    });

    // A day so early or late that others cannot be counted from it is none.
    private static bool TryDay(HttpRequest request, string name, DateOnly usual, out DateOnly day)
    {
        day = usual;
        return !request.Query.TryGetValue(name, out var sent)
            || (DateOnly.TryParseExact((string?)sent, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                && day.Year is > 1 and < 9999);
    }
}
