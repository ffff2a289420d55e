using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class AppendBlobCatalogPagesTests : CatalogPagesContract, IDisposable
{
    private readonly StorageConnection connection;

    public AppendBlobCatalogPagesTests(StorageEmulator emulator)
    {
        connection = StorageOn.Connection(emulator);
        Pages = new AppendBlobCatalogPages(connection.Blobs, $"catalog-{Guid.NewGuid():N}");
    }

    protected override ICatalogPages Pages { get; }

    public void Dispose() => connection.Dispose();
}
