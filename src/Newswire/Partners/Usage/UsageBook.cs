using Newswire.Counting;
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

    private readonly CountedBatches<DayUsage> batches = new(
        new(store, UsageJson.Stored.DayUsage),
        process,
        time,
        (day, more, stamp) => (day ?? DayUsage.None).With(more, stamp.Process, stamp.Number, stamp.At));

    private readonly Lock gate = new();
    private Dictionary<ObjectPath, OpenDay> open = [];
    private int names;

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
    public Task FlushAsync(CancellationToken cancellationToken) => batches.FlushAsync(
        () => TakeOpen().Select(open => (open.Key, open.Value.Close())), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => batches.Dispose();

    private Dictionary<ObjectPath, OpenDay> TakeOpen()
    {
        lock (gate)
        {
            var taken = open;
            (open, names) = ([], 0);
            return taken;
        }
    }
}
