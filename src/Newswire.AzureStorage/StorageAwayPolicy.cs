using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Newswire.AzureStorage;

/// <summary>
/// Tells faults of the infrastructure from answers, for every operation at one place: it stands before the retries, so
/// what it sees is final.
/// </summary>
internal sealed class StorageAwayPolicy(TimeSpan networkTimeout) : HttpPipelinePolicy
{
    private const double SlowestUploadBytesPerSecond = 1024 * 1024;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        // The timeout is meant for an answer; the time a large body needs to get there comes on top.
        if (message.Request.Content?.TryComputeLength(out var lengthBytes) == true)
        {
            message.NetworkTimeout = networkTimeout + TimeSpan.FromSeconds(lengthBytes / SlowestUploadBytesPerSecond);
        }

        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception fault) when (StorageFaults.IsNetwork(fault))
        {
            message.CancellationToken.ThrowIfCancellationRequested();
            throw StorageFaults.Away(fault);
        }

        if (message.HasResponse && StorageFaults.IsAway(message.Response))
        {
            throw StorageFaults.Away(new RequestFailedException(message.Response));
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is used asynchronously only.");
}
