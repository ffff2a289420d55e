using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Newswire.AzureStorage;

/// <summary>A range of a blob, and what the blob was when it was read.</summary>
internal sealed record PageRange(
    ReadOnlyMemory<byte> Bytes, long LengthBytes, bool IsSealed, IDictionary<string, string> Metadata)
{
    /// <summary>Reads at most <paramref name="maxBytes"/> bytes from <paramref name="offset"/>; null when there is no blob.</summary>
    public static async Task<PageRange?> ReadAsync(
        BlobBaseClient blob, long offset, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // A range that begins at the end of the page is refused without a word about the page. So it begins one
                // byte earlier: looking for news at the end, what readers do most, stays one request.
                var skip = offset > 0 ? 1 : 0;
                var answer = await blob.DownloadContentAsync(
                    new BlobDownloadOptions { Range = new HttpRange(offset - skip, Math.Max(1, skip + (long)maxBytes)) },
                    cancellationToken);
                var bytes = answer.Value.Content.ToMemory();
                var details = answer.Value.Details;
                var length = TotalLength(details.ContentRange, bytes.Length);
                bytes = bytes[Math.Min(skip, bytes.Length)..];
                bytes = bytes[..Math.Min(maxBytes, bytes.Length)];
                return new PageRange(bytes, length, details.IsSealed, details.Metadata);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                return null;
            }
            catch (RequestFailedException beyond) when (beyond.Status == 416)
            {
                var head = await HeadAsync(blob, cancellationToken);
                if (head is null || head.ContentLength <= offset)
                {
                    return head is null
                        ? null
                        : new PageRange(ReadOnlyMemory<byte>.Empty, head.ContentLength, head.IsSealed, head.Metadata);
                }

                // The page has grown between the two requests: read what came.
            }
            catch (Exception fault) when (StorageFaults.BrokeOff(fault, cancellationToken))
            {
                throw StorageFaults.Away(fault);
            }
        }
    }

    /// <summary>What storage says of the blob; null when there is none.</summary>
    public static async Task<BlobProperties?> HeadAsync(BlobBaseClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static long TotalLength(string? contentRange, long contentLength) =>
        contentRange is not null
        && long.TryParse(
            contentRange.AsSpan(contentRange.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : contentLength;
}
