using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Newswire.AzureStorage;

/// <summary>The clients of one storage account; blobs and queues share one pool of connections.</summary>
internal sealed class StorageConnection : IDisposable
{
    // More than the 64 operations that run side by side at most, and a limit for when storage answers slowly.
    private const int MaxConnections = 128;

    private readonly HttpClient http;

    public StorageConnection(StorageOptions options)
    {
        var byConnectionString = !string.IsNullOrWhiteSpace(options.ConnectionString);
        var endpoint = byConnectionString
            ? new BlobServiceClient(options.ConnectionString).Uri
            : Endpoint(options, "blob");
        http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = MaxConnections,
            ConnectTimeout = options.NetworkTimeout,
            // Storage drops idle connections after some minutes; a connection that is not reused cannot be found dead.
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            // An account that fails over keeps its name and changes its address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy in the environment cannot reach the emulator on this machine.
            UseProxy = !endpoint.IsLoopback,
            ActivityHeadersPropagator = null,
        })
        {
            // The pipeline has its own timeout for every try.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var transport = new HttpClientTransport(http);
        var blobOptions = Configure(new BlobClientOptions { TrimBlobNameSlashes = false }, options, transport);
        // What the Functions host expects of messages unless it is told otherwise.
        var queueOptions = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, options, transport);
        queueOptions.MessageDecodingFailed += Unreadable.MoveToPoisonAsync;
        if (byConnectionString)
        {
            Blobs = new BlobServiceClient(options.ConnectionString, blobOptions);
            Queues = new QueueServiceClient(options.ConnectionString, queueOptions);
        }
        else
        {
            TokenCredential credential = options.ManagedIdentityClientId is { } clientId
                ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
                : new DefaultAzureCredential();
            Blobs = new BlobServiceClient(endpoint, credential, blobOptions);
            Queues = new QueueServiceClient(Endpoint(options, "queue"), credential, queueOptions);
        }
    }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public void Dispose() => http.Dispose();

    private static Uri Endpoint(StorageOptions options, string service) =>
        new($"https://{options.AccountName}.{service}.{options.EndpointSuffix}");

    private static T Configure<T>(T client, StorageOptions options, HttpPipelineTransport transport)
        where T : ClientOptions
    {
        client.Transport = transport;
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = options.MaxRetries;
        client.Retry.Delay = options.RetryDelay;
        client.Retry.NetworkTimeout = options.NetworkTimeout;
        // They cost time on every request, and the logs would carry addresses.
        client.Diagnostics.IsLoggingEnabled = false;
        client.Diagnostics.IsDistributedTracingEnabled = false;
        client.Diagnostics.IsTelemetryEnabled = false;
        client.AddPolicy(new StorageAwayPolicy(options.NetworkTimeout), HttpPipelinePosition.PerCall);
        return client;
    }
}
