using System.Globalization;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.WebPush.Notifying;

/// <summary>
/// Remembers which editions the buckets have been asked to tell, for longer than anything is news. It is no part of what
/// is derived from the catalog: so a projection that is made again from its beginning tells nobody anything again, not
/// even those whom a cap, a later choice or a later topic would make readers of it now.
/// </summary>
internal sealed class ToldEditions(IObjectStore store)
{
    private const string Prefix = "push-editions/";
    private const string DateFormat = "yyyyMMdd";
    private const string WithdrawalPrefix = "withdrawal-";

    // Marks are forgotten after days, so nothing is remembered of an article's older ones.
    private const int MaxDays = 7;

    private static readonly ObjectContent Mark = new(ReadOnlyMemory<byte>.Empty, "text/plain");

    public async Task<bool> HasAsync(string article, PushEdition edition, CancellationToken cancellationToken) =>
        await store.HeadAsync(PathOf(article, edition), cancellationToken) is not null;

    public Task AddAsync(string article, PushEdition edition, CancellationToken cancellationToken) =>
        store.WriteAsync(PathOf(article, edition), Mark, expectedETag: null, cancellationToken);

    /// <summary>The editions of an article that buckets were asked to tell, as far as they are remembered; the newest first.</summary>
    public async Task<IReadOnlyList<PushEdition>> ListAsync(ArticleView view, CancellationToken cancellationToken)
    {
        // Whatever there was to tell was shown with a version or went with the article.
        var moments = view.Versions.Select(version => version.Shown).Concat(view.Ends).Append(view.FirstShown ?? default);
        List<PushEdition> told = [];
        foreach (var day in moments.Select(DayOf).Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal).Take(MaxDays))
        {
            var folder = $"{Prefix}{day}/{view.Id}/";
            await foreach (var name in store.ListAsync(Containers.Subscriptions, folder, cancellationToken))
            {
                if (Read(name[folder.Length..], view) is { } edition)
                {
                    told.Add(edition);
                }
            }
        }

        return [.. told.OrderByDescending(edition => edition.Shown)];
    }

    /// <summary>Forgets what was shown before the day of the moment.</summary>
    public async Task ForgetBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var first = Prefix + moment.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        await foreach (var name in store.ListAsync(Containers.Subscriptions, Prefix, cancellationToken))
        {
            if (string.CompareOrdinal(name, first) >= 0)
            {
                break;
            }

            var path = new ObjectPath(Containers.Subscriptions, name);
            if (await store.HeadAsync(path, cancellationToken) is { } mark)
            {
                await store.DeleteAsync(path, mark.ETag, cancellationToken);
            }
        }
    }

    /// <summary>
    /// The day stands first, so that what is old is listed first. An article can go and come back and go again, so of its
    /// withdrawals each counts; of a version the number does, however often it is sent.
    /// </summary>
    private static ObjectPath PathOf(string article, PushEdition edition)
    {
        var shown = edition.Shown.UtcDateTime;
        var name = edition.IsWithdrawal
            ? string.Create(CultureInfo.InvariantCulture, $"{WithdrawalPrefix}{shown.Ticks}")
            : edition.Number.ToString(CultureInfo.InvariantCulture);
        return new ObjectPath(
            Containers.Subscriptions,
            $"{Prefix}{DayOf(edition.Shown)}/{article}/{name}");
    }

    private static PushEdition? Read(string name, ArticleView view)
    {
        if (name.StartsWith(WithdrawalPrefix, StringComparison.Ordinal)
            && long.TryParse(name.AsSpan(WithdrawalPrefix.Length), CultureInfo.InvariantCulture, out var ticks))
        {
            return Edition(PushEdition.Withdrawal, new DateTimeOffset(ticks, TimeSpan.Zero));
        }

        return long.TryParse(name, CultureInfo.InvariantCulture, out var number)
            && (number == PushEdition.First
                ? view.FirstShown
                : view.Versions.LastOrDefault(version => version.Key.Version == number)?.Shown) is { } shown
                ? Edition(number, shown)
                : null;
    }

    private static PushEdition Edition(long number, DateTimeOffset shown) => new(number, shown, shown + PushEdition.MaxAge);

    private static string DayOf(DateTimeOffset moment) => moment.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
}
