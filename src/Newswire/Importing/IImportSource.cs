namespace Newswire.Importing;

/// <summary>
/// Something articles are taken from when a newsroom moves in: a feed, an export of another system, a folder of pages.
/// </summary>
/// <remarks>
/// Reading it twice gives the same items in the same order, as long as the source has not changed: an import that was
/// interrupted relies on it.
/// </remarks>
public interface IImportSource
{
    /// <summary>What is in it, item by item, none skipped in silence; read as it is asked for, never all at once.</summary>
    IAsyncEnumerable<ImportedItem> ReadAsync(CancellationToken cancellationToken);
}
