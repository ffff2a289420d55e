using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>Leases on the empty blobs <c>projection/{name}.lease</c>.</summary>
internal sealed class BlobLeases(BlobServiceClient service, TimeSpan duration, TimeProvider time, ILogger logger) : ILeases
{
    public async Task<IAsyncDisposable?> TryAcquireAsync(string name, CancellationToken cancellationToken)
    {
        var blob = service.GetBlobContainerClient(Containers.Projection).GetBlobClient($"{name}.lease");
        // The client proposes the lease's id, so that a repeated request whose first answer was lost gets the same lease.
        var lease = blob.GetBlobLeaseClient();
        for (var first = true; ; first = false)
        {
            try
            {
                await lease.AcquireAsync(duration, cancellationToken: cancellationToken);
                return new HeldLease(name, lease, duration / 3, time, logger);
            }
            catch (RequestFailedException held) when (held.Status == 409)
            {
                return null;
            }
            catch (RequestFailedException missing) when (first && missing.Status == 404)
            {
                await CreateAsync(blob, cancellationToken);
            }
        }
    }

    private async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        for (var first = true; ; first = false)
        {
            try
            {
                await blob.UploadAsync(BinaryData.Empty, options, cancellationToken);
                return;
            }
            catch (RequestFailedException exists) when (exists.Status is 409 or 412)
            {
                return;
            }
            catch (RequestFailedException missing) when (first && missing.Status == 404)
            {
                await service.GetBlobContainerClient(Containers.Projection)
                    .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
        }
    }
}
