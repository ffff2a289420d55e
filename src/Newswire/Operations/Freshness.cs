using System.Text.Json;
using Newswire.Catalog;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Operations;

/// <summary>How far the documents are behind the catalog, by two reads: the cursor, and the first change behind it.</summary>
public sealed class Freshness(IObjectStore store, ICatalogPages pages, CatalogOptions catalog, TimeProvider time)
{
    /// <summary>How often every process measures it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>Bytes and lines looked at to find one that is a change; those that are none are set aside by the next pass.</summary>
    private const int MaxBytes = 64 * 1024;
    private const int MaxLines = 16;

    // Mostly there is nothing to read, and otherwise one line of some kilobytes.
    private readonly CatalogReader reader = new(pages, catalog with { ReadBytes = Math.Min(catalog.ReadBytes, MaxBytes) });

    /// <summary>The age of the oldest accepted change that is not in the documents; zero when there is none.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<TimeSpan> AgeAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(ObjectPaths.Cursor, cancellationToken);
        var cursor = stored is null ? null : JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.Cursor);
        var behind = await reader.ReadAsync((cursor ?? Cursor.Start).Position, MaxLines, MaxBytes, cancellationToken);
        var age = behind.Changes.Count > 0 ? time.GetUtcNow() - behind.Changes[0].Change.Received : TimeSpan.Zero;

        // The clock of whoever accepted it may be ahead of this one.
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }

    /// <summary>Measures it for those who watch.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task MeasureAsync(CancellationToken cancellationToken) =>
        Measures.Freshness.Record((await AgeAsync(cancellationToken)).TotalSeconds);
}
