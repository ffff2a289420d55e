using Newswire.AzureStorage;
using Newswire.Server.Development;

namespace Newswire.Server.Hosting;

/// <summary>The storage to use: the configured one, or an emulator of our own for as long as the process lives.</summary>
internal sealed class StorageSource(StorageOptions options, AzuriteProcess? emulator) : IAsyncDisposable
{
    private const int UsualBlobPort = 10000;
    private const int UsualQueuePort = 10001;

    public StorageOptions Options => options;

    /// <summary>The account that <see cref="StorageOptions.From"/> finds; without one, starts Azurite.</summary>
    public static async Task<StorageSource> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var options = StorageOptions.From(configuration);
        if (options.NamesAccount)
        {
            return new StorageSource(options, emulator: null);
        }

        var settings = new AzuriteSettings
        {
            DataFolder = configuration["Development:DataFolder"] ?? AzuriteSettings.DefaultFolder("data"),
            BlobPort = UsualBlobPort,
            QueuePort = UsualQueuePort,
        };
        var emulator = await AzuriteProcess.StartAsync(settings, Console.WriteLine, cancellationToken);
        options.ConnectionString = emulator.ConnectionString;
        return new StorageSource(options, emulator);
    }

    public ValueTask DisposeAsync() => emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
