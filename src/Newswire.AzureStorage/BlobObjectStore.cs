using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>Objects as block blobs; every operation is one request.</summary>
/// <remarks>
/// The request of a conditional write is repeated when its answer was lost. If the first try had succeeded, the
/// repetition meets its own work and comes back as <see cref="WriteResult.Conflict"/>: callers start again from what is
/// stored, which then is what they wanted to write.
/// </remarks>
internal sealed class BlobObjectStore(BlobServiceClient service) : IObjectStore
{
    // The most that storage takes in one request; objects are far smaller, so a write is never split.
    private static readonly StorageTransferOptions OneRequest = new()
    {
        InitialTransferSize = 256L * 1024 * 1024,
        MaximumTransferSize = 256L * 1024 * 1024,
    };

    public async Task<StoredObject?> ReadAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Blob(path).DownloadContentAsync(cancellationToken);
            var details = answer.Value.Details;
            return new StoredObject(
                answer.Value.Content.ToMemory(), Properties(details.ETag, details.ContentType, details.Metadata));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (Exception fault) when (StorageFaults.BrokeOff(fault, cancellationToken))
        {
            throw StorageFaults.Away(fault);
        }
    }

    public async Task<ObjectProperties?> HeadAsync(ObjectPath path, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Blob(path).GetPropertiesAsync(cancellationToken: cancellationToken);
            return Properties(answer.Value.ETag, answer.Value.ContentType, answer.Value.Metadata);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task<WriteResult> WriteAsync(
        ObjectPath path, ObjectContent content, string? expectedETag, CancellationToken cancellationToken)
    {
        var blob = Blob(path);
        var body = BinaryData.FromBytes(content.Content);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = content.ContentType, CacheControl = content.CacheControl },
            Metadata = new Dictionary<string, string>(content.Metadata, StringComparer.Ordinal),
            Conditions = expectedETag is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = new ETag(expectedETag) },
            TransferOptions = OneRequest,
        };
        for (var first = true; ; first = false)
        {
            try
            {
                var answer = await blob.UploadAsync(body, options, cancellationToken);
                return new WriteResult.Written(answer.Value.ETag.ToString());
            }
            catch (RequestFailedException missing) when (missing.Status == 404 && expectedETag is not null)
            {
                return new WriteResult.Conflict();
            }
            catch (RequestFailedException missing)
                when (first && missing.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                // Only a fresh account is without its containers, so nobody asks for them beforehand.
                await service.GetBlobContainerClient(path.Container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
            catch (RequestFailedException refused)
                when (refused.Status == 412 || refused.ErrorCode == BlobErrorCode.BlobAlreadyExists)
            {
                return new WriteResult.Conflict();
            }
        }
    }

    public async Task<bool> DeleteAsync(ObjectPath path, string expectedETag, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(path).DeleteAsync(
                conditions: new BlobRequestConditions { IfMatch = new ETag(expectedETag) },
                cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return true;
        }
        catch (RequestFailedException other) when (other.Status == 412)
        {
            // Storage answers so for a blob that is gone as well; only a look at it tells the two apart.
            return await HeadAsync(path, cancellationToken) is null;
        }
    }

    public async IAsyncEnumerable<string> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var names = service.GetBlobContainerClient(container)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await names.MoveNextAsync())
                {
                    break;
                }
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                break;
            }

            yield return names.Current.Name;
        }
    }

    private static ObjectProperties Properties(ETag etag, string? contentType, IDictionary<string, string> metadata) =>
        new(
            etag.ToString(),
            contentType,
            metadata.Count == 0
                ? ObjectProperties.NoMetadata
                : new Dictionary<string, string>(metadata, StringComparer.Ordinal));

    private BlobClient Blob(ObjectPath path) => service.GetBlobContainerClient(path.Container).GetBlobClient(path.Name);
}
