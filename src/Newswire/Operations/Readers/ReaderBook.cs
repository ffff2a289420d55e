using Newswire.Delivery;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Operations.Readers;

/// <summary>
/// Where it is recorded what feed reading services say of their readers: at once in memory, and every
/// <see cref="Interval"/> in storage, by one write of all processes' day.
/// </summary>
public sealed class ReaderBook(IObjectStore store, TimeProvider time) : IDisposable
{
    /// <summary>How often it is written down.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly SharedState<ReaderDay> stored = new(store, ReaderJson.Stored.ReaderDay);
    private readonly SemaphoreSlim flushing = new(1, 1);
    private readonly Lock gate = new();
    private Dictionary<string, ReaderCount> open = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes what the header of a request says. For a header that says nothing, as nearly all, it costs a look at it.
    /// </summary>
    /// <param name="document">The subscription document that was asked for.</param>
    /// <param name="userAgent">The header.</param>
    public void Note(ObjectPath document, string? userAgent)
    {
        if (SubscriberAgent.Read(userAgent) is not { } claim || ObjectPaths.FeedOf(document) is not { } feed)
        {
            return;
        }

        // A service's own name for a feed is the same whatever address it asks for: two formats, an alias, the name before.
        var key = claim.FeedId is { } id ? $"{claim.Service}#{id}" : $"{claim.Service} {document.Name}";
        var count = new ReaderCount(feed, claim.Service, claim.Subscribers, time.GetUtcNow());
        lock (gate)
        {
            if (open.ContainsKey(key) || open.Count < ReaderLimits.MaxInMemory)
            {
                open[key] = count;
            }
        }
    }

    /// <summary>Writes down what was noted before the call.</summary>
    /// <exception cref="StorageAwayException">What is not written down yet will be the next time.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await flushing.WaitAsync(cancellationToken);
        try
        {
            List<KeyValuePair<string, ReaderCount>> noted;
            lock (gate)
            {
                noted = [.. open];
            }

            foreach (var day in noted.GroupBy(count => DateOnly.FromDateTime(count.Value.At.UtcDateTime)))
            {
                await stored.ChangeAsync(ReaderPaths.Of(day.Key), before => (before ?? ReaderDay.None).With(day), cancellationToken);
            }

            // What was said again meanwhile stays for the next time.
            lock (gate)
            {
                foreach (var (key, count) in noted.Where(one => open.GetValueOrDefault(one.Key) == one.Value))
                {
                    open.Remove(key);
                }
            }
        }
        finally
        {
            flushing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => flushing.Dispose();
}
