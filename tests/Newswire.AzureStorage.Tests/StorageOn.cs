using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Newswire.Storage;
using Newswire.TestKit;

namespace Newswire.AzureStorage.Tests;

/// <summary>The adapters on the emulator, with little patience.</summary>
internal static class StorageOn
{
    public static StorageOptions Options(string connectionString) => new()
    {
        ConnectionString = connectionString,
        NetworkTimeout = TimeSpan.FromSeconds(10),
        RetryDelay = TimeSpan.FromMilliseconds(20),
    };

    public static StorageConnection Connection(StorageEmulator emulator) => new(Options(emulator.ConnectionString));

    /// <summary>The blobs as a process sees them that dies at one of its requests.</summary>
    public static BlobServiceClient Dying(string connectionString, int request, bool served)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(new CrashPolicy(request, served), HttpPipelinePosition.PerCall);
        return new BlobServiceClient(connectionString, options);
    }

    public static ILeases Leases(StorageConnection connection) =>
        new BlobLeases(connection.Blobs, TimeSpan.FromSeconds(15), TimeProvider.System, NullLogger.Instance);

    public static QueueReceiver Receiver(StorageConnection connection) => new(connection.Queues, NullLogger.Instance);
}
