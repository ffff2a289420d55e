namespace Newswire.Importing.Feeds;

/// <summary>A feed that lies in files, such as its archive documents.</summary>
internal sealed class FeedFiles(IReadOnlyList<ImportFile> files) : IImportSource
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ImportedItem> ReadAsync(CancellationToken cancellationToken) =>
        Read(cancellationToken).ToAsyncEnumerable();

    private IEnumerable<ImportedItem> Read(CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var document = new FeedDocument(file.Name, file.Open);
            foreach (var item in document.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            if (document is { IsWhole: true, Older: { } older } && files.Count == 1)
            {
                yield return new ImportedItem.LeftOut(file.Name, $"Older entries are at {older}, which a file does not lead to. Import the address of the feed to have them all.");
            }
        }
    }
}
