using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Newswire.Formats;

namespace Newswire.Http.Serving.Deltas;

/// <summary>
/// Makes deltas for readers that ask for them (RFC 3229 with the instance manipulation <c>feed</c>): the document with
/// only the entries that the reader has not seen. A reader whose version this process never had, or has forgotten, gets
/// the whole document.
/// </summary>
internal sealed class FeedDeltas(IEnumerable<IFeedFormat> formats) : IDisposable
{
    /// <summary>How many versions before the current one are remembered of a document.</summary>
    public const int MaxVersions = 16;

    /// <summary>The most bytes of deltas kept, plain forms counted three times for their encoded ones.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>How long a delta is kept: longer than readers take who come for it, no longer than it is of use.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IFeedFormat> formats =
        formats.ToDictionary(format => format.ContentType, StringComparer.Ordinal);

    private readonly MemoryCache deltas = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>The versions to be remembered, newest first, when another document takes the place of this one.</summary>
    public IReadOnlyList<EntrySet> VersionsUpTo(Document replaced) =>
        Split(replaced) is var (_, parts)
            ? [EntrySet.Of(replaced.Facts.Hash, parts.Entries), .. replaced.Earlier.Take(MaxVersions - 1)]
            : [];

    /// <summary>The delta to answer with; null when the answer is 304, or the whole document.</summary>
    public Delta? Find(IHeaderDictionary headers, Document document, DateTimeOffset now)
    {
        if (document.Earlier.Count == 0
            || !DeltaRequest.Accepts(headers)
            || Conditions.Evaluate(headers, document.Facts, now) != Precondition.Met)
        {
            return null;
        }

        foreach (var version in document.Earlier)
        {
            if (Conditions.FindTag(headers, version.Version) is { } tag)
            {
                return Between(version, document) is { } delta ? new Delta(delta, tag) : null;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => deltas.Dispose();

    /// <summary>Made once for all readers who have the same version; null when it would be the whole document.</summary>
    private Document? Between(EntrySet older, Document document)
    {
        var key = (document.Path, older.Version, document.Facts.Hash);
        if (deltas.TryGetValue<Document>(key, out var known))
        {
            return known;
        }

        if (Split(document) is not var (format, parts))
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
        return deltas.Set(key, delta, new MemoryCacheEntryOptions
        {
            Size = 3L * bytes.Length,
            AbsoluteExpirationRelativeToNow = MaxAge,
        });
    }

    private (IFeedFormat Format, FeedParts Parts)? Split(Document document) =>
        document.Kind is DocumentKind.Feed or DocumentKind.Archive
        && formats.TryGetValue(document.ContentType, out var format)
        && format.Split(document.In(null).Bytes) is { } parts
            ? (format, parts)
            : null;
}
