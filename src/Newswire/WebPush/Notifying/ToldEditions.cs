using System.Globalization;
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

    private static readonly ObjectContent Mark = new(ReadOnlyMemory<byte>.Empty, "text/plain");

    public async Task<bool> HasAsync(string article, PushEdition edition, CancellationToken cancellationToken) =>
        await store.HeadAsync(PathOf(article, edition), cancellationToken) is not null;

    public Task AddAsync(string article, PushEdition edition, CancellationToken cancellationToken) =>
        store.WriteAsync(PathOf(article, edition), Mark, expectedETag: null, cancellationToken);

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
            ? string.Create(CultureInfo.InvariantCulture, $"withdrawal-{shown.Ticks}")
            : edition.Number.ToString(CultureInfo.InvariantCulture);
        return new ObjectPath(
            Containers.Subscriptions,
            $"{Prefix}{shown.ToString(DateFormat, CultureInfo.InvariantCulture)}/{article}/{name}");
    }
}
