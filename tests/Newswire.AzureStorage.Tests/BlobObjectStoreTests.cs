using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class BlobObjectStoreTests(StorageEmulator emulator) : ObjectStoreContract, IDisposable
{
    private readonly StorageConnection connection = StorageOn.Connection(emulator);

    protected override IObjectStore Store => new BlobObjectStore(connection.Blobs);

    public void Dispose() => connection.Dispose();
}
