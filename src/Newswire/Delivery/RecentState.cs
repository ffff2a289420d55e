using System.Text.Json.Serialization.Metadata;
using Newswire.Storage;

namespace Newswire.Delivery;

/// <summary>
/// One object that is asked for far more often than it changes, such as keys: a process relies for a while on what it
/// read, so that asking costs no storage operation, and what another process changes is noticed once that while is over.
/// </summary>
/// <param name="store">Where it is.</param>
/// <param name="path">Its place.</param>
/// <param name="type">Its written form.</param>
/// <param name="maxAge">How long a process relies on what it read.</param>
/// <param name="time">What that is measured by.</param>
public sealed class RecentState<T>(
    IObjectStore store, ObjectPath path, JsonTypeInfo<T> type, TimeSpan maxAge, TimeProvider time) : IDisposable
    where T : class
{
    private readonly SharedState<T> state = new(store, type);
    private readonly SemaphoreSlim reading = new(1, 1);
    private Snapshot? current;

    /// <summary>The object as it is; null when there is none.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public Task<T?> ReadAsync(CancellationToken cancellationToken) => state.ReadAsync(path, cancellationToken);

    /// <summary>The object as it was a while ago at most; null when there was none. Many who ask at once cost one read.</summary>
    /// <exception cref="StorageAwayException">It is to be read again, and storage did not answer.</exception>
    public async ValueTask<T?> RecentAsync(CancellationToken cancellationToken)
    {
        if (current is { } known && IsFresh(known))
        {
            return known.Value;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            if (current is { } read && IsFresh(read))
            {
                return read.Value;
            }

            // Its age counts from before the read: what changes meanwhile may be missing.
            var readAt = time.GetTimestamp();
            var value = await state.ReadAsync(path, cancellationToken);
            current = new Snapshot(value, readAt);
            return value;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Changes the object; see <see cref="SharedState{T}.ChangeAsync"/>. This process relies on the change at once.</summary>
    /// <returns>What is stored now.</returns>
    /// <exception cref="StorageAwayException">Storage did not answer; the change may or may not have been made.</exception>
    public async Task<T?> ChangeAsync(Func<T?, T?> change, CancellationToken cancellationToken)
    {
        try
        {
            return await state.ChangeAsync(path, change, cancellationToken);
        }
        finally
        {
            // Behind whoever is reading, since what they read may be from before the change; and whatever came of it,
            // since a write that got no answer may have been made. Nobody may cancel that.
            await reading.WaitAsync(CancellationToken.None);
            current = null;
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private bool IsFresh(Snapshot snapshot) => time.GetElapsedTime(snapshot.ReadAt) < maxAge;

    private sealed record Snapshot(T? Value, long ReadAt);
}
