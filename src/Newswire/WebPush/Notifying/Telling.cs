using Newswire.Feeds;
using Newswire.WebPush.Subscriptions;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// Decides what a reader is told now, what later, and what not at all. Pure: the subscription comes back with what is to
/// be sent now marked as in flight, and whoever stores it so sends that.
/// </summary>
/// <param name="announcements">What there is to tell of the articles that were looked at; null: nothing any more.</param>
/// <param name="fresh">Those of them that every reader is to be told of; the others are told to readers who wait for them.</param>
/// <param name="definitions">What the newsroom says of its feeds.</param>
/// <param name="now">The moment.</param>
/// <param name="inFlightUntil">When sending is over at the latest.</param>
internal sealed class Telling(
    IReadOnlyDictionary<string, Announcement?> announcements,
    IReadOnlyList<string> fresh,
    FeedDefinitions definitions,
    DateTimeOffset now,
    DateTimeOffset inFlightUntil)
{
    /// <summary>One look at one reader. The same object when there is nothing to do.</summary>
    public PushSubscription Look(PushSubscription reader)
    {
        // The newest first: where not all can be told, they are.
        var articles = reader.Waiting
            .Where(waiting => waiting.Next <= now && announcements.ContainsKey(waiting.Article))
            .Select(waiting => waiting.Article)
            .Concat(fresh)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(article => announcements[article]?.Edition.Shown);
        var left = reader.MaxPerDay
            - reader.ToldOnDayOf(now)
            - reader.Waiting.Count(waiting => waiting.IsInFlight(now) && !waiting.IsWithdrawal);
        List<Waiting> after = [.. reader.Waiting];
        foreach (var article in articles)
        {
            after.RemoveAll(waiting => waiting.Article == article && !waiting.IsInFlight(now));
            if (Decide(reader, article) is not { } waiting)
            {
                continue;
            }

            if (waiting.NotBefore > now)
            {
                after.Add(waiting);
            }
            else if (waiting.IsWithdrawal || left-- > 0)
            {
                after.Add(waiting with { InFlightUntil = inFlightUntil });
            }
        }

        IReadOnlyList<Waiting> kept = [.. WithoutTheOldest(after).OrderBy(waiting => waiting.Shown).ThenBy(waiting => waiting.Article, StringComparer.Ordinal).ThenBy(waiting => waiting.Edition)];
        return kept.SequenceEqual(reader.Waiting) ? reader : reader with { Waiting = kept };
    }

    /// <summary>What the reader is to be told of the article and when; null for nothing more than is in flight.</summary>
    private Waiting? Decide(PushSubscription reader, string article)
    {
        var flying = reader.Waiting.FirstOrDefault(waiting => waiting.Article == article && waiting.IsInFlight(now));
        var parked = reader.Waiting.Where(waiting => waiting.Article == article && !waiting.IsInFlight(now))
            .MaxBy(waiting => waiting.NotBefore);
        if (announcements[article] is not { Edition: var edition } announcement
            || flying?.Edition == edition.Number
            || !(edition.IsWithdrawal
                ? flying is not null || WasTold(reader, article)
                : IsNews(reader, announcement, isAwaited: flying is not null || parked is not null)))
        {
            return null;
        }

        // One message at a time goes to a reader about an article, and a push service that asks for time gets it.
        var when = flying?.InFlightUntil ?? (parked?.Attempts > 0 && parked.NotBefore > now ? parked.NotBefore : now);
        if (!edition.IsWithdrawal && reader.QuietHours?.EndAfter(when) is { } end)
        {
            when = end;
        }

        return when >= edition.Until
            ? null
            : new Waiting(article, edition.Number, edition.Shown, when) { Attempts = parked?.Attempts ?? 0 };
    }

    /// <summary>Whether the last the reader was told of the article is not that it is gone.</summary>
    private bool WasTold(PushSubscription reader, string article) =>
        reader.Told.LastOrDefault(told => told.Article == article) is { IsWithdrawal: false } last
        && last.When > now - PushSubscription.Memory;

    private bool IsNews(PushSubscription reader, Announcement announcement, bool isAwaited) =>
        (isAwaited || reader.Since < announcement.Edition.Shown)
        && reader.Likes(announcement.Feeds, definitions)
        && !reader.Told.Any(told => told.Article == announcement.Article && told.Edition >= announcement.Edition.Number);

    /// <summary>Whoever wakes up wants the news, not the night.</summary>
    private static IEnumerable<Waiting> WithoutTheOldest(List<Waiting> waiting) => waiting.Except(waiting
        .Where(one => !one.IsWithdrawal && one.InFlightUntil is null && one.Attempts == 0)
        .OrderByDescending(one => one.Shown)
        .ThenByDescending(one => one.Article, StringComparer.Ordinal)
        .Skip(PushSubscription.MaxQuietlyWaiting));
}
