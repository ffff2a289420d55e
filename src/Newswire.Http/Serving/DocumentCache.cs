using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Newswire.Feeds;
using Newswire.Http.Serving.Deltas;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.Serving;

/// <summary>
/// Keeps public documents in memory, each watched on its own (<see cref="Watched{T}"/>); a document that this process
/// writes is read afresh at once.
/// </summary>
internal sealed class DocumentCache(
    IObjectStore store, FeedDeltas deltas, Publication publication, TimeProvider time, ILogger<DocumentCache> log)
    : IDocumentListener, IDisposable
{
    /// <summary>How long a document is served without asking storage.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    /// <summary>The most bytes kept.</summary>
    private const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>What a name costs even when there is no document behind it.</summary>
    private const long SlotBytes = 1024;

    private readonly Lock making = new();
    private readonly MemoryCache slots = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>The document when it is known well enough to be served without asking storage; null when it is not there.</summary>
    /// <returns>False when storage has to be asked.</returns>
    public bool TryFind(ObjectPath path, out Document? document)
    {
        document = null;
        return slots.Get<Watched<Document>>(path)?.TryGet(out document) ?? false;
    }

    /// <summary>
    /// The document; null when there is none. Each name that is asked for is kept, so only names that a document may have
    /// are asked for here.
    /// </summary>
    /// <exception cref="StorageAwayException">Storage did not answer, and the document was never read before.</exception>
    public async ValueTask<Document?> FindAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        var slot = slots.Get<Watched<Document>>(path) ?? MakeSlot(path);
        var before = slot.Known;
        var document = await slot.GetAsync(cancellationToken);
        if (document != before)
        {
            slots.Set(path, slot, new MemoryCacheEntryOptions { Size = SlotBytes + (document?.MemoryBytes ?? 0) });
        }

        return document;
    }

    /// <inheritdoc/>
    public void Written(IReadOnlyList<ObjectPath> documents)
    {
        foreach (var path in documents)
        {
            slots.Get<Watched<Document>>(path)?.Rewritten();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    /// <summary>One slot a name, however many ask for it at once: each slot asks storage for itself.</summary>
    private Watched<Document> MakeSlot(ObjectPath path)
    {
        lock (making)
        {
            return slots.GetOrCreate(path, entry =>
            {
                entry.Size = SlotBytes;
                return new Watched<Document>(path, store, (stored, before) => Read(path, stored, before), time, log);
            })!;
        }
    }

    private Document? Read(ObjectPath path, StoredObject stored, Document? before)
    {
        if (DocumentFacts.From(stored.Properties.Metadata) is not { } facts)
        {
            // Without validators: the projection did not write it.
            return null;
        }

        // A pass that repairs writes equal bytes again; their encoded forms are made already.
        return facts == before?.Facts
            ? before
            : new Document(path, stored.Properties.ContentType, facts, stored.Content)
            {
                Earlier = before is null ? [] : deltas.VersionsUpTo(before),
                Links = DiscoveryLinks.Of(publication, path),
            };
    }
}
