using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class BlobLeasesTests(StorageEmulator emulator) : LeasesContract, IDisposable
{
    private readonly StorageConnection connection = StorageOn.Connection(emulator);

    protected override ILeases Leases => StorageOn.Leases(connection);

    public void Dispose() => connection.Dispose();
}
