using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Newswire.Catalog;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>Puts the ports on an Azure storage account.</summary>
public static class AzureStorageServices
{
    /// <summary>
    /// Registers <see cref="IObjectStore"/>, <see cref="ICatalogPages"/>, <see cref="ILeases"/>,
    /// <see cref="IMessageQueues"/>, <see cref="IQueueDepths"/>, <see cref="IPoisonMessages"/> and <see cref="QueueReceiver"/>, each once, on one pool of connections. Nothing is
    /// asked of storage until the first operation; containers and queues are created when first needed.
    /// </summary>
    /// <exception cref="ArgumentException">The options cannot be used; the message says all that is wrong.</exception>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new StorageConnection(options));
        services.AddSingleton<IObjectStore>(provider => new BlobObjectStore(Blobs(provider)));
        services.AddSingleton<ICatalogPages>(provider => new AppendBlobCatalogPages(Blobs(provider)));
        services.AddSingleton<ILeases>(provider => new BlobLeases(
            Blobs(provider), options.LeaseDuration, provider.GetRequiredService<TimeProvider>(), Logger<BlobLeases>(provider)));
        services.AddSingleton<IMessageQueues>(provider => new TracedQueues(new StorageQueues(Queues(provider))));
        services.AddSingleton<IQueueDepths>(provider => new StorageQueues(Queues(provider)));
        services.AddSingleton<IPoisonMessages>(provider => new PoisonQueues(Queues(provider)));
        services.AddSingleton(provider => new QueueReceiver(Queues(provider), Logger<QueueReceiver>(provider)));
        return services;
    }

    private static BlobServiceClient Blobs(IServiceProvider provider) =>
        provider.GetRequiredService<StorageConnection>().Blobs;

    private static QueueServiceClient Queues(IServiceProvider provider) =>
        provider.GetRequiredService<StorageConnection>().Queues;

    private static ILogger Logger<T>(IServiceProvider provider) =>
        provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
