using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;
using Newswire.Partners;
using Newswire.Partners.Usage;

namespace Newswire.Http.Newsroom;

/// <summary>What partners take.</summary>
internal sealed class UsageRoom(PartnerRecords partners, UsageReports reports, TimeProvider time) : INewsroomRoom
{
    private const int UsualDays = 30;

    public string Name => "usage";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        if (path.Count > 0)
        {
            return null;
        }

        var list = await partners.ListAsync(cancellationToken);
        var partner = list.FirstOrDefault(known => known.Name == visit.Query("partner")) ?? (list.Count > 0 ? list[0] : null);
        var to = Day(visit.Query("to")) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var from = Day(visit.Query("from")) ?? to.AddDays(1 - UsualDays);
        var fault = from > to || to.DayNumber - from.DayNumber >= UsageLimits.MaxReportedDays
            ? string.Create(CultureInfo.InvariantCulture, $"The first day must not be later than the last, and at most {UsageLimits.MaxReportedDays} days are shown.")
            : null;
        var report = partner is null || fault is not null ? null : await reports.ReadAsync(partner.Name, from, to, cancellationToken);
        return new PageResult(UsagePage.Write(visit.Context, list, partner, from, to, report, fault));
    }

    // A day so early or late that others cannot be counted from it is none.
    private static DateOnly? Day(string? sent) =>
        DateOnly.TryParseExact(sent, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? day
            : null;
}
