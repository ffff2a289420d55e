namespace Newswire.Catalog;

/// <summary>
/// The pages of the catalog: append-only files, numbered from 1. The one thing storage must do for the catalog is
/// append a block of bytes as a whole or not at all. That bytes are replaced is the exception, for the law's sake.
/// </summary>
/// <remarks>Faults of the infrastructure are thrown; an append that threw may still have happened.</remarks>
public interface ICatalogPages
{
    /// <summary>The number of the newest page that exists; 1 when there is none.</summary>
    Task<int> LastAsync(CancellationToken cancellationToken);

    /// <summary>Appends <paramref name="block"/> durably, creating the page when it does not exist.</summary>
    Task<AppendResult> AppendAsync(int page, ReadOnlyMemory<byte> block, CancellationToken cancellationToken);

    /// <summary>Closes the page for good. Sealing a sealed page does nothing.</summary>
    Task SealAsync(int page, CancellationToken cancellationToken);

    /// <summary>
    /// Reads at most <paramref name="maxBytes"/> bytes from <paramref name="offset"/>, together with what the page was
    /// at that moment. A page that does not exist reads as empty and unsealed.
    /// </summary>
    Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces bytes of the page by others of the same number, so that no position moves; every patch or none. The page
    /// is closed for good by it. Whoever reads meanwhile meets the page as it was or as it will be. Several may do this
    /// to one page at once, and all their patches hold. Without patches nothing happens.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A patch reaches beyond the page; nothing was done.</exception>
    Task OverwriteAsync(int page, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken);
}
