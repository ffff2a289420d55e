using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Newswire.Formats;
using Newswire.Storage;

namespace Newswire.Http.Serving.Deltas;

/// <summary>
/// Makes deltas for readers that ask for them (RFC 3229 with the instance manipulation <c>feed</c>): the document with
/// the entries the reader has not seen. Remembers the versions given to such readers, so nobody else pays for it; a
/// version this process does not know gets the whole document.
/// </summary>
internal sealed class FeedDeltas(IEnumerable<IFeedFormat> formats) : IDisposable
{
    /// <summary>The most bytes kept, of versions and of deltas; plain forms counted three times for their encoded ones.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>What the versions of a document take at most: 16 of a feed with 500 entries.</summary>
    private const long VersionsBytes = 256 * 1024;

    private readonly Dictionary<string, IFeedFormat> formats =
        formats.ToDictionary(format => format.ContentType, StringComparer.Ordinal);

    private readonly Lock making = new();
    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>The delta to answer with; null when the answer is 304 or the whole document.</summary>
    public Delta? Find(IHeaderDictionary headers, Document document, DateTimeOffset now)
    {
        if (document.Kind is not (DocumentKind.Feed or DocumentKind.Archive)
            || !DeltaRequest.Accepts(headers)
            || !formats.TryGetValue(document.ContentType, out var format))
        {
            return null;
        }

        var versions = VersionsOf(document.Path);
        versions.Add(document.Facts.Hash, () => EntrySet.Of(document.Facts.Hash, PartsOf(format, document)?.Entries ?? []));
        if (Conditions.IsNotModified(headers, document.Facts, now))
        {
            return null;
        }

        foreach (var version in versions.NewestFirst)
        {
            if (Conditions.FindTag(headers, version.Version) is { } tag)
            {
                return Between(version, document, format) is { } delta ? new Delta(delta, tag) : null;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();

    private static FeedParts? PartsOf(IFeedFormat format, Document document) => format.Split(document.In(null).Bytes);

    /// <summary>Made once for all readers who have the same version; null when it would be the whole document.</summary>
    private Document? Between(EntrySet older, Document document, IFeedFormat format)
    {
        var key = (document.Path, older.Version, document.Facts.Hash);
        if (memory.TryGetValue<Document>(key, out var known))
        {
            return known;
        }

        if (PartsOf(format, document) is not { } parts)
        {
            return null;
        }

        IReadOnlyList<ReadOnlyMemory<byte>> entries = [.. parts.Entries.Where(entry => !older.Has(entry))];
        if (entries.Count == parts.Entries.Count)
        {
            return null;
        }

        var bytes = format.Join(parts with { Entries = entries });
        var delta = new Document(document.Path, document.ContentType, document.Facts, bytes);
        memory.Set(key, delta, new MemoryCacheEntryOptions { Size = 3L * bytes.Length });
        return delta;
    }

    private DocumentVersions VersionsOf(ObjectPath path)
    {
        lock (making)
        {
            return memory.GetOrCreate(path, entry =>
            {
                entry.Size = VersionsBytes;
                return new DocumentVersions();
            })!;
        }
    }
}
