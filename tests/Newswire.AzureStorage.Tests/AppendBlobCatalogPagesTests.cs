using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class AppendBlobCatalogPagesTests : CatalogPagesContract, IDisposable
{
    private readonly StorageConnection _connection;

    public AppendBlobCatalogPagesTests(StorageEmulator emulator)
    {
        _connection = StorageOn.Connection(emulator);
        Pages = new AppendBlobCatalogPages(_connection.Blobs, $"catalog-{Guid.NewGuid():N}");
    }

    protected override ICatalogPages Pages { get; }

    public void Dispose() => _connection.Dispose();
}
