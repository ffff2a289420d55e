using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class BlobLeasesTests(StorageEmulator emulator) : LeasesContract, IDisposable
{
    private readonly StorageConnection _connection = StorageOn.Connection(emulator);

    protected override ILeases Leases => StorageOn.Leases(_connection);

    public void Dispose() => _connection.Dispose();
}
