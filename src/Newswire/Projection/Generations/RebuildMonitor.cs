using System.Text.Json;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>Tells how a rebuild is getting on.</summary>
public sealed class RebuildMonitor(GenerationRecords generations, CatalogExtent catalog)
{
    /// <summary>What there is, and how far the one has come that is being built; null for that when none is.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<(GenerationRecord Record, RebuildProgress? Progress)> LookAsync(CancellationToken cancellationToken)
    {
        var record = await generations.ReadAsync(cancellationToken);
        if (record.Building is not { } building)
        {
            return (record, null);
        }

        var built = await CursorAsync(building.Number, cancellationToken);
        var served = await CursorAsync(record.Served, cancellationToken);
        return (record, new RebuildProgress(
            await catalog.BytesBeforeAsync(built.Position, cancellationToken),
            await catalog.BytesBeforeAsync(served.Position, cancellationToken)));
    }

    private async Task<Cursor> CursorAsync(int generation, CancellationToken cancellationToken) =>
        await generations.In(new Generation(generation)).ReadAsync(ObjectPaths.Cursor, cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Content.Span, StateJson.Compact.Cursor)!
            : Cursor.Start;
}
