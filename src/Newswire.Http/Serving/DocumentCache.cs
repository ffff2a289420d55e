using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>
/// Keeps public documents in memory. However many clients ask, storage is asked at most once a second for each
/// document, also for one that does not exist; a document that this process writes is read afresh at once. While
/// storage is away, what was read before is served.
/// </summary>
internal sealed class DocumentCache(IObjectStore store, TimeProvider time, ILogger<DocumentCache> log)
    : IDocumentListener, IDisposable
{
    /// <summary>How long a document is served without asking storage.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    /// <summary>The most bytes kept, plain forms counted three times for their encoded ones.</summary>
    private const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>What a name costs even when there is no document behind it.</summary>
    private const long SlotBytes = 1024;

    private readonly Lock making = new();
    private readonly MemoryCache slots = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>The document when it is known well enough to be served without asking storage; null when it is not there.</summary>
    /// <returns>False when storage has to be asked.</returns>
    public bool TryFind(ObjectPath path, out Document? document)
    {
        var slot = slots.Get<Slot>(path);
        document = slot?.Document;
        return slot is not null && slot.IsFresh(time);
    }

    /// <summary>The document; null when there is none.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer, and the document was never read before.</exception>
    public async ValueTask<Document?> FindAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        var slot = slots.Get<Slot>(path) ?? MakeSlot(path);
        return slot.IsFresh(time) ? slot.Document : await CheckAsync(path, slot, cancellationToken);
    }

    /// <inheritdoc/>
    public void Written(IReadOnlyList<ObjectPath> documents)
    {
        foreach (var path in documents)
        {
            slots.Get<Slot>(path)?.Expire();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    /// <summary>One slot a name, however many ask for it at once: each slot asks storage for itself.</summary>
    private Slot MakeSlot(ObjectPath path)
    {
        lock (making)
        {
            return slots.GetOrCreate(path, entry =>
            {
                entry.Size = SlotBytes;
                return new Slot();
            })!;
        }
    }

    private async Task<Document?> CheckAsync(ObjectPath path, Slot slot, CancellationToken cancellationToken)
    {
        // One request asks storage; the others wait for its answer and find it fresh.
        await slot.Checking.WaitAsync(cancellationToken);
        try
        {
            if (!slot.IsFresh(time))
            {
                await RefreshAsync(path, slot, cancellationToken);
            }

            return slot.Document;
        }
        finally
        {
            slot.Checking.Release();
        }
    }

    private async Task RefreshAsync(ObjectPath path, Slot slot, CancellationToken cancellationToken)
    {
        var (checkedAt, writes) = (time.GetTimestamp(), slot.Writes);
        try
        {
            // What this process wrote is known to be new: asking whether it is would take as long as reading it.
            if (slot.Document is not { } known
                || slot.IsExpired
                || await ReadFactsAsync(path, cancellationToken) != known.Facts)
            {
                slot.Document = await ReadAsync(path, cancellationToken);
                slots.Set(path, slot, new MemoryCacheEntryOptions { Size = SlotBytes + (3 * (slot.Document?.LengthBytes ?? 0)) });
            }
        }
        catch (StorageAwayException exception) when (slot.Document is not null)
        {
            Log.ServedStale(log, path.ToString(), exception);
        }

        slot.Checked(checkedAt, writes);
    }

    private async Task<DocumentFacts?> ReadFactsAsync(ObjectPath path, CancellationToken cancellationToken) =>
        await store.HeadAsync(path, cancellationToken) is { } properties ? DocumentFacts.From(properties.Metadata) : null;

    private async Task<Document?> ReadAsync(ObjectPath path, CancellationToken cancellationToken) =>
        await store.ReadAsync(path, cancellationToken) is { } stored ? Document.From(stored) : null;

    /// <summary>What is known of one name.</summary>
    private sealed class Slot
    {
        private long? checkedAt;
        private int writes;

        public SemaphoreSlim Checking { get; } = new(1, 1);

        public Document? Document { get; set; }

        /// <summary>Counts the times this process wrote the document.</summary>
        public int Writes => Volatile.Read(ref writes);

        /// <summary>Whether the document was never read, or this process has written it since.</summary>
        public bool IsExpired => checkedAt is null;

        public bool IsFresh(TimeProvider time) => checkedAt is { } at && time.GetElapsedTime(at) < MaxAge;

        public void Expire()
        {
            Interlocked.Increment(ref writes);
            checkedAt = null;
        }

        /// <summary>Notes a check, unless the document was written while it went on.</summary>
        public void Checked(long at, int writesBefore)
        {
            checkedAt = at;
            if (Writes != writesBefore)
            {
                checkedAt = null;
            }
        }
    }
}
