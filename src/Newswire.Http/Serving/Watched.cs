using Microsoft.Extensions.Logging;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>
/// What one stored object holds, read again when it has changed. However many ask, storage is asked at most once a
/// second, also when there is no such object and while storage is away; what was read before is given meanwhile.
/// </summary>
/// <param name="path">The object.</param>
/// <param name="store">Where it is.</param>
/// <param name="read">What it holds, from the object and what was read before; null when that is nothing of use.</param>
/// <param name="time">Says when the second is over.</param>
/// <param name="log">Told when storage is away.</param>
internal sealed class Watched<T>(
    ObjectPath path, IObjectStore store, Func<StoredObject, T?, T?> read, TimeProvider time, ILogger log)
    where T : class
{
    private static readonly Check Never = new(Value: null, ETag: null, Away: null, At: 0, Doubts: -1, Rewrites: -1);

    private readonly Lock gate = new();
    private Task<Check> checking = Task.FromResult(Never);
    private volatile Check last = Never;
    private int doubts;
    private int rewrites;

    /// <summary>What was read last, however long ago; null when nothing was.</summary>
    public T? Known => last.Value;

    /// <summary>What the object holds when storage need not be asked; null when there is no such object.</summary>
    /// <returns>False when storage has to be asked.</returns>
    public bool TryGet(out T? value)
    {
        var check = last;
        value = check.Value;
        return check.Away is null && IsFresh(check);
    }

    /// <summary>What the object holds; null when there is none.</summary>
    /// <param name="cancellationToken">Ends the waiting; what has been asked of storage goes on, for the others.</param>
    /// <exception cref="StorageAwayException">Storage did not answer within the last second, and nothing was read before.</exception>
    public async ValueTask<T?> GetAsync(CancellationToken cancellationToken)
    {
        var (check, doubted) = (last, Volatile.Read(ref doubts));
        if (!IsFresh(check))
        {
            // A check that began before the object was last doubted says nothing of what it was doubted for.
            do
            {
                check = await CheckOnceAsync().WaitAsync(cancellationToken);
            }
            while (check.Doubts < doubted);
        }

        return check.Away is null ? check.Value : throw new StorageAwayException("Storage did not answer.", check.Away);
    }

    /// <summary>This process has written the object: it is read afresh as soon as somebody asks.</summary>
    public void Rewritten()
    {
        Interlocked.Increment(ref rewrites);
        Doubt();
    }

    /// <summary>The object may have been written: storage is asked as soon as somebody asks.</summary>
    public void Doubt() => Interlocked.Increment(ref doubts);

    private bool IsFresh(Check check) =>
        check.Doubts == Volatile.Read(ref doubts) && time.GetElapsedTime(check.At) < DocumentCache.MaxAge;

    /// <summary>One check at a time: however many ask, they share its answer.</summary>
    private Task<Check> CheckOnceAsync()
    {
        lock (gate)
        {
            return !checking.IsCompleted ? checking
                : IsFresh(last) ? Task.FromResult(last)
                : checking = CheckAsync(last);
        }
    }

    /// <summary>Asks storage. Nobody's going away ends it: clients that come and go would each begin it anew.</summary>
    private async Task<Check> CheckAsync(Check before)
    {
        last = await AskAsync(before);
        return last;
    }

    private async Task<Check> AskAsync(Check before)
    {
        var now = before with
        {
            Away = null,
            At = time.GetTimestamp(),
            Doubts = Volatile.Read(ref doubts),
            Rewrites = Volatile.Read(ref rewrites),
        };
        try
        {
            // What this process wrote is known to be new: asking whether it is would take as long as reading it.
            if (now.Rewrites == before.Rewrites
                && (await store.HeadAsync(path, CancellationToken.None))?.ETag == before.ETag)
            {
                return now;
            }

            var stored = await store.ReadAsync(path, CancellationToken.None);
            return now with { Value = stored is null ? null : read(stored, before.Value), ETag = stored?.Properties.ETag };
        }
        catch (StorageAwayException exception)
        {
            if (before.Value is not null)
            {
                Log.ServedStale(log, path.ToString(), exception);
            }

            // The failure is remembered too, or a storage in trouble would be asked by every reader.
            return now with { Away = before.Value is null ? exception : null, Rewrites = before.Rewrites };
        }
    }

    /// <summary>One check: what it found, and when it began.</summary>
    /// <param name="Value">What the object holds.</param>
    /// <param name="ETag">The version that was read; null when there was no object.</param>
    /// <param name="Away">Why nothing is known.</param>
    /// <param name="At">The time stamp of its beginning.</param>
    /// <param name="Doubts">How often the object had been doubted by then.</param>
    /// <param name="Rewrites">How often this process had written it by then.</param>
    private sealed record Check(
        T? Value, string? ETag, StorageAwayException? Away, long At, int Doubts, int Rewrites);
}
