using Newswire.Delivery;
using Newswire.Storage;

namespace Newswire.Operations.Readers;

/// <summary>What is known of readers, read from storage.</summary>
public sealed class ReaderReports(IObjectStore store, TimeProvider time)
{
    /// <summary>Days whose counts are current: services ask for feeds with few readers every few hours only.</summary>
    public const int CurrentDays = 2;

    private readonly SharedState<ReaderDay> stored = new(store, ReaderJson.Stored.ReaderDay);

    /// <summary>
    /// What each service said last within <see cref="CurrentDays"/>, today included, in the order of feeds and services;
    /// what it said of several documents of one feed together.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<IReadOnlyList<ReaderCount>> ReadAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var all = ReaderDay.None;
        for (var day = 0; day < CurrentDays; day++)
        {
            all = all.With((await stored.ReadAsync(ReaderPaths.Of(today.AddDays(-day)), cancellationToken) ?? ReaderDay.None).Counts);
        }

        return
        [
            .. all.Counts.Values
                .GroupBy(count => (count.Feed, count.Service))
                .Select(counts => new ReaderCount(
                    counts.Key.Feed, counts.Key.Service, counts.Sum(count => count.Subscribers), counts.Max(count => count.At)))
                .OrderBy(count => count.Feed, StringComparer.Ordinal)
                .ThenBy(count => count.Service, StringComparer.Ordinal),
        ];
    }
}
