using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Newswire.Catalog;
using Newswire.Storage;

namespace Newswire.AzureStorage;

/// <summary>Catalog pages as append blobs <c>{page:D10}.ndjson</c>; an append and a read are one request each.</summary>
/// <remarks>
/// An append is repeated when its answer was lost, and may then stand in the page twice; readers must not care. A block
/// is at most 100 MiB.
/// </remarks>
internal sealed class AppendBlobCatalogPages(BlobServiceClient service, string container = Containers.Catalog)
    : ICatalogPages
{
    private const string Extension = ".ndjson";

    // Lengths of the sealed pages that were asked for; they never change again.
    private readonly ConcurrentDictionary<int, long> sealedLengths = new();

    private BlobContainerClient Container => service.GetBlobContainerClient(container);

    public async Task<int> LastAsync(CancellationToken cancellationToken)
    {
        var last = 1;
        try
        {
            await foreach (var blob in Container.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                if (blob.Name.EndsWith(Extension, StringComparison.Ordinal)
                    && int.TryParse(
                        blob.Name.AsSpan(..^Extension.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page))
                {
                    last = Math.Max(last, page);
                }
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return last;
        }

        return last;
    }

    public async Task<AppendResult> AppendAsync(int page, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        if (block.IsEmpty)
        {
            throw new ArgumentException("A block has at least one byte.", nameof(block));
        }

        var blob = Blob(page);
        for (var first = true; ; first = false)
        {
            try
            {
                using var body = BinaryData.FromBytes(block).ToStream();
                var answer = await blob.AppendBlockAsync(body, cancellationToken: cancellationToken);
                return new AppendResult.Appended(
                    long.Parse(answer.Value.BlobAppendOffset, CultureInfo.InvariantCulture),
                    answer.Value.BlobCommittedBlockCount);
            }
            catch (RequestFailedException missing) when (first && missing.Status == 404)
            {
                await CreateAsync(blob, cancellationToken);
            }
            catch (RequestFailedException closed) when (closed.ErrorCode == "BlobIsSealed")
            {
                return new AppendResult.PageSealed();
            }
            catch (RequestFailedException full) when (full.ErrorCode == "BlockCountExceedsLimit")
            {
                // Writers that raced past the limit: the page must be sealed before anybody goes on to the next one.
                await SealAsync(page, cancellationToken);
                return new AppendResult.PageSealed();
            }
        }
    }

    public async Task SealAsync(int page, CancellationToken cancellationToken)
    {
        var blob = Blob(page);
        for (var first = true; ; first = false)
        {
            try
            {
                await blob.SealAsync(cancellationToken: cancellationToken);
                return;
            }
            catch (RequestFailedException missing) when (first && missing.Status == 404)
            {
                await CreateAsync(blob, cancellationToken);
            }
            catch (RequestFailedException closed) when (closed.ErrorCode == "BlobIsSealed")
            {
                return;
            }
        }
    }

    public async Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken)
    {
        var blob = Blob(page);
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
                bytes = bytes[Math.Min(skip, bytes.Length)..];
                bytes = bytes[..Math.Min(maxBytes, bytes.Length)];
                return await FinalAsync(
                    page, blob, bytes, TotalLength(details.ContentRange, answer.Value.Content), details.IsSealed, cancellationToken);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                return new PageContent(ReadOnlyMemory<byte>.Empty, 0, Sealed: false);
            }
            catch (RequestFailedException beyond) when (beyond.Status == 416)
            {
                var properties = await HeadAsync(blob, cancellationToken);
                if (properties is null || properties.ContentLength <= offset)
                {
                    return new PageContent(
                        ReadOnlyMemory<byte>.Empty, properties?.ContentLength ?? 0, properties?.IsSealed ?? false);
                }

                // The page has grown between the two requests: read what came.
            }
            catch (Exception fault) when (StorageFaults.BrokeOff(fault, cancellationToken))
            {
                throw StorageFaults.Away(fault);
            }
        }
    }

    /// <summary>
    /// Makes sure that a page is not called sealed at a length that is not its last. Azurite takes the length before it
    /// reads the content and the seal after, so that an append and a seal in between give just that.
    /// </summary>
    private async Task<PageContent> FinalAsync(
        int page,
        AppendBlobClient blob,
        ReadOnlyMemory<byte> bytes,
        long lengthBytes,
        bool isSealed,
        CancellationToken cancellationToken)
    {
        if (!isSealed)
        {
            return new PageContent(bytes, lengthBytes, Sealed: false);
        }

        if (!sealedLengths.TryGetValue(page, out var finalLength))
        {
            finalLength = (await HeadAsync(blob, cancellationToken))?.ContentLength ?? lengthBytes;
            sealedLengths.TryAdd(page, finalLength);
        }

        return new PageContent(bytes, finalLength, Sealed: true);
    }

    private static async Task<BlobProperties?> HeadAsync(AppendBlobClient blob, CancellationToken cancellationToken)
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

    private static long TotalLength(string? contentRange, BinaryData content) =>
        contentRange is not null
        && long.TryParse(
            contentRange.AsSpan(contentRange.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : content.ToMemory().Length;

    /// <summary>Creates the page, and before that the container of a fresh account; somebody else may be faster.</summary>
    private async Task CreateAsync(AppendBlobClient blob, CancellationToken cancellationToken)
    {
        var options = new AppendBlobCreateOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/x-ndjson" },
            Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
        };
        for (var first = true; ; first = false)
        {
            try
            {
                await blob.CreateAsync(options, cancellationToken);
                return;
            }
            catch (RequestFailedException exists) when (exists.Status is 409 or 412)
            {
                return;
            }
            catch (RequestFailedException missing) when (first && missing.Status == 404)
            {
                await Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
        }
    }

    private AppendBlobClient Blob(int page) =>
        Container.GetAppendBlobClient(string.Create(CultureInfo.InvariantCulture, $"{page:D10}{Extension}"));
}
