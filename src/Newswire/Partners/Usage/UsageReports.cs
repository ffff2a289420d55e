using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Partners.Usage;

/// <summary>What partners have taken, read from storage: up to <see cref="UsageBook.Interval"/> behind the requests.</summary>
public sealed class UsageReports(IObjectStore store)
{
    // Enough that a year comes within a second, and few enough to leave storage to the readers.
    private const int ReadsAtOnce = 8;

    private readonly SharedState<DayUsage> stored = new(store, UsageJson.Stored.DayUsage);

    /// <summary>The report of a partner on some days, by one read a day.</summary>
    /// <param name="partner">The partner's name, whether there still is one of it or not.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<PartnerReport> ReadAsync(string partner, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = new (DateOnly Day, DayUsage? Usage)[to.DayNumber - from.DayNumber + 1];
        await Parallel.ForAsync(
            0,
            days.Length,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (i, cancelled) =>
            {
                var day = from.AddDays(i);
                days[i] = (day, await stored.ReadAsync(UsagePaths.Of(partner, day), cancelled));
            });
        return PartnerReport.Of(days);
    }
}
