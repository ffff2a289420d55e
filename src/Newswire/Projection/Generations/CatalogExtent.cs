using Newswire.Catalog;

namespace Newswire.Projection.Generations;

/// <summary>Tells how much of the catalog stands before a position.</summary>
public sealed class CatalogExtent(ICatalogPages pages)
{
    /// <summary>The bytes before the position: one storage operation for each page before it.</summary>
    /// <exception cref="Storage.StorageAwayException">Storage did not answer.</exception>
    public async Task<long> BytesBeforeAsync(Position position, CancellationToken cancellationToken)
    {
        var bytes = position.Offset;
        for (var page = Position.Start.Page; page < position.Page; page++)
        {
            bytes += (await pages.ReadAsync(page, 0, maxBytes: 1, cancellationToken)).LengthBytes;
        }

        return bytes;
    }
}
