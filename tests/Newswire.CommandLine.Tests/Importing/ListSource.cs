using Newswire.Importing;

namespace Newswire.CommandLine.Tests.Importing;

/// <summary>Items that a test has put together.</summary>
internal sealed class ListSource(IReadOnlyList<ImportedItem> items) : IImportSource
{
    public IAsyncEnumerable<ImportedItem> ReadAsync(CancellationToken cancellationToken) => items.ToAsyncEnumerable();
}
