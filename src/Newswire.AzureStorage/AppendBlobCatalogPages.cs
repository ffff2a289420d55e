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
/// is at most 100 MiB. Where bytes were replaced the page has moved: see <see cref="RewrittenPages"/>.
/// </remarks>
internal sealed class AppendBlobCatalogPages(BlobServiceClient service, string container = Containers.Catalog)
    : ICatalogPages
{
    private const string Extension = ".ndjson";

    // Lengths of the sealed pages that were asked for; they never change again.
    private readonly ConcurrentDictionary<int, long> sealedLengths = new();

    // Pages that were found to have moved; they never move back.
    private readonly ConcurrentDictionary<int, bool> moved = new();

    private readonly RewrittenPages rewritten = new(service.GetBlobContainerClient(container));

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
            catch (RequestFailedException closed) when (IsClosed(closed))
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
            catch (RequestFailedException closed) when (IsClosed(closed))
            {
                return;
            }
        }
    }

    public async Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken)
    {
        if (!moved.ContainsKey(page))
        {
            var blob = Blob(page);
            var range = await PageRange.ReadAsync(blob, offset, maxBytes, cancellationToken);
            if (range is null)
            {
                return new PageContent(ReadOnlyMemory<byte>.Empty, 0, Sealed: false);
            }

            if (!RewrittenPages.HasMoved(range.Metadata))
            {
                return await FinalAsync(page, blob, range, cancellationToken);
            }

            moved.TryAdd(page, default);
        }

        return await PageRange.ReadAsync(rewritten.Blob(page), offset, maxBytes, cancellationToken) is { } found
            ? new PageContent(found.Bytes, found.LengthBytes, Sealed: true)
            : throw new StorageAwayException($"Catalog page {page} has moved, and there is nothing where it moved to.");
    }

    public async Task OverwriteAsync(int page, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken)
    {
        if (patches.Count == 0)
        {
            return;
        }

        // Before the seal, which creates a page that does not exist.
        var lengthBytes = (await ReadAsync(page, 0, maxBytes: 1, cancellationToken)).LengthBytes;
        if (patches.Any(patch => patch.Offset < 0 || patch.End > lengthBytes))
        {
            throw new ArgumentOutOfRangeException(nameof(patches), "A patch reaches beyond the page.");
        }

        await SealAsync(page, cancellationToken);
        await rewritten.WriteAsync(page, Blob(page), patches, cancellationToken);
    }

    /// <summary>
    /// Makes sure that a page is not called sealed at a length that is not its last. Azurite takes the length before it
    /// reads the content and the seal after, so that an append and a seal in between give just that.
    /// </summary>
    private async Task<PageContent> FinalAsync(
        int page, AppendBlobClient blob, PageRange range, CancellationToken cancellationToken)
    {
        if (!range.IsSealed)
        {
            return new PageContent(range.Bytes, range.LengthBytes, Sealed: false);
        }

        if (!sealedLengths.TryGetValue(page, out var finalLength))
        {
            var head = await PageRange.HeadAsync(blob, cancellationToken);
            if (head is not null && RewrittenPages.HasMoved(head.Metadata))
            {
                // It has moved between the two requests. Its length stayed, but only the new place can tell it.
                head = await PageRange.HeadAsync(rewritten.Blob(page), cancellationToken);
            }

            finalLength = head?.ContentLength ?? range.LengthBytes;
            sealedLengths.TryAdd(page, finalLength);
        }

        return new PageContent(range.Bytes, finalLength, Sealed: true);
    }

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

    /// <summary>Sealed, or kept closed by the lease of <see cref="RewrittenPages"/>, which alone leases pages.</summary>
    private static bool IsClosed(RequestFailedException fault) => fault.ErrorCode is "BlobIsSealed" or "LeaseIdMissing";

    private AppendBlobClient Blob(int page) =>
        Container.GetAppendBlobClient(string.Create(CultureInfo.InvariantCulture, $"{page:D10}{Extension}"));
}
