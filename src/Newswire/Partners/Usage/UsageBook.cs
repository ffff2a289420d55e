using Newswire.Delivery;
using Newswire.Partners.Counting;
using Newswire.Storage;

namespace Newswire.Partners.Usage;

/// <summary>
/// Where it is recorded what partners take: at once in memory, and every <see cref="Interval"/> in storage, one write for
/// each partner that has asked since.
/// </summary>
/// <remarks>
/// Nothing is counted twice, whatever fails when: a batch that got no answer goes again under its number. A process that
/// dies takes with it what it has not written down: at most what came within an interval, or since storage stopped to
/// answer.
/// </remarks>
public sealed class UsageBook(IObjectStore store, CountingProcess process, TimeProvider time) : IDisposable
{
    /// <summary>How often it is written down.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly SharedState<DayUsage> stored = new(store, UsageJson.Stored.DayUsage);
    private readonly SemaphoreSlim flushing = new(1, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<ObjectPath, Batch> sending = [];
    private Dictionary<ObjectPath, OpenDay> open = [];
    private int names;
    private long batches;

    /// <summary>Records a request for the present day. Costs no storage operation.</summary>
    public void Record(AnsweredRequest request)
    {
        var path = UsagePaths.Of(request.Partner, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        lock (gate)
        {
            if (!open.TryGetValue(path, out var day))
            {
                open[path] = day = new OpenDay();
            }

            var before = day.Names;
            day.Add(request, UsageLimits.MaxNamesInMemory - names);
            names += day.Names - before;
        }
    }

    /// <summary>Writes down what was recorded before the call.</summary>
    /// <exception cref="StorageAwayException">What is not written down yet will be the next time.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await flushing.WaitAsync(cancellationToken);
        try
        {
            // What got no answer the last time goes first, as it was: it may be stored, and only its number tells.
            await SendAsync(cancellationToken);
            foreach (var (path, day) in TakeOpen())
            {
                sending[path] = new Batch(++batches, day.Close());
            }

            await SendAsync(cancellationToken);
        }
        finally
        {
            flushing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => flushing.Dispose();

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var (path, batch) in sending.ToList())
        {
            await stored.ChangeAsync(
                path,
                day => (day ?? DayUsage.None).With(batch.Usage, process, batch.Number, time.GetUtcNow()),
                cancellationToken);
            sending.Remove(path);
        }
    }

    private Dictionary<ObjectPath, OpenDay> TakeOpen()
    {
        lock (gate)
        {
            var taken = open;
            (open, names) = ([], 0);
            return taken;
        }
    }

    private sealed record Batch(long Number, DayUsage Usage);
}
