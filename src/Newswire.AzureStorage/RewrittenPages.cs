using System.Buffers.Binary;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Newswire.Catalog;

namespace Newswire.AzureStorage;

/// <summary>
/// Pages in which bytes were replaced. An append blob cannot be changed where it stands, and a copy over it would show
/// it empty until the copy is done. So the page moves: its content goes to the block blob
/// <c>rewritten/{page:D10}.ndjson</c>, which storage replaces as a whole, and what stays in its old place is empty and
/// says so.
/// </summary>
/// <remarks>
/// The steps: the page is sealed; the new content is committed; the old place is leased for ever, created anew as an
/// empty blob with the mark, and sealed again. Until the mark is there readers find the old content, from then on the
/// new one. The lease stands in for the seal in the moment between: without its id no writer that has not heard of the
/// seal can append there. Whoever repeats the steps after a crash, or at the same time, goes on where they stopped.
/// </remarks>
internal sealed class RewrittenPages(BlobContainerClient container)
{
    /// <summary>The most bytes of one block; a page then has some 80.</summary>
    private const int BlockBytes = 4 * 1024 * 1024;

    private const string Mark = "moved";

    // One id for all processes: the lease keeps writers out, not those who do the same work.
    private const string LeaseId = "6e657773-7769-7265-8000-6d6f76656421";

    /// <summary>Whether metadata say that the page has moved.</summary>
    public static bool HasMoved(IDictionary<string, string> metadata) => metadata.ContainsKey(Mark);

    /// <summary>Where a page has moved to.</summary>
    public BlockBlobClient Blob(int page) =>
        container.GetBlockBlobClient(string.Create(CultureInfo.InvariantCulture, $"rewritten/{page:D10}.ndjson"));

    /// <summary>Moves a sealed page, or changes it where it has moved to.</summary>
    public async Task WriteAsync(
        int page, AppendBlobClient original, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken)
    {
        while (!await TryCommitAsync(page, original, patches, cancellationToken))
        {
            // Somebody else has changed the page: the patches go on top of that.
        }

        await EmptyAsync(page, original, cancellationToken);
    }

    private async Task<bool> TryCommitAsync(
        int page, AppendBlobClient original, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken)
    {
        var target = Blob(page);
        try
        {
            return await PageRange.HeadAsync(target, cancellationToken) is { } moved
                ? await ChangeAsync(target, moved.ETag, patches, cancellationToken)
                : await MoveAsync(original, target, patches, cancellationToken);
        }
        catch (RequestFailedException other) when (other.ErrorCode is "ConditionNotMet" or "BlobAlreadyExists" or "InvalidBlockList")
        {
            // Another commit came first; the last of the three says that it has swept our blocks away.
            return false;
        }
    }

    private static async Task<bool> MoveAsync(
        AppendBlobClient original, BlockBlobClient target, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken)
    {
        BlobProperties old = await original.GetPropertiesAsync(cancellationToken: cancellationToken);
        if (HasMoved(old.Metadata))
        {
            return false;
        }

        var ids = new BlockIds();
        List<string> blocks = [];
        for (var offset = 0L; offset < old.ContentLength; offset += BlockBytes)
        {
            var bytes = await ReadAsync(original, old.ETag, offset, BlockBytes, cancellationToken);
            Apply(patches, bytes, offset);
            blocks.Add(await StageAsync(target, ids.Next(), bytes, cancellationToken));
        }

        await CommitAsync(target, blocks, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
        return true;
    }

    private static async Task<bool> ChangeAsync(
        BlockBlobClient target, ETag etag, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken)
    {
        var ids = new BlockIds();
        List<string> blocks = [];
        var changed = false;
        var offset = 0L;
        BlockList old = await target.GetBlockListAsync(BlockListTypes.Committed, cancellationToken: cancellationToken);
        foreach (var block in old.CommittedBlocks)
        {
            // Blocks that no patch touches are taken over by name and cost nothing.
            var id = block.Name;
            if (patches.Any(patch => patch.Offset < offset + block.SizeLong && patch.End > offset))
            {
                var bytes = await ReadAsync(target, etag, offset, block.SizeLong, cancellationToken);
                var before = bytes.ToArray();
                Apply(patches, bytes, offset);
                if (!bytes.AsSpan().SequenceEqual(before))
                {
                    id = await StageAsync(target, ids.Next(), bytes, cancellationToken);
                    changed = true;
                }
            }

            blocks.Add(id);
            offset += block.SizeLong;
        }

        if (changed)
        {
            await CommitAsync(target, blocks, new BlobRequestConditions { IfMatch = etag }, cancellationToken);
        }

        return true;
    }

    /// <summary>Leaves nothing of the content in the page's old place, and the place closed.</summary>
    private async Task EmptyAsync(int page, AppendBlobClient original, CancellationToken cancellationToken)
    {
        BlobProperties old = await original.GetPropertiesAsync(cancellationToken: cancellationToken);
        if (HasMoved(old.Metadata) && old.IsSealed)
        {
            return;
        }

        // The last moment to see that nothing is lost.
        BlobProperties moved = await Blob(page).GetPropertiesAsync(cancellationToken: cancellationToken);
        if (!HasMoved(old.Metadata) && moved.ContentLength != old.ContentLength)
        {
            throw new InvalidOperationException(
                $"Catalog page {page} has {old.ContentLength} bytes and its rewritten form {moved.ContentLength}.");
        }

        await original.GetBlobLeaseClient(LeaseId)
            .AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: cancellationToken);
        var held = new AppendBlobRequestConditions { LeaseId = LeaseId };
        await original.CreateAsync(
            new AppendBlobCreateOptions
            {
                Conditions = held,
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Mark] = "rewritten" },
            },
            cancellationToken);
        await original.SealAsync(held, cancellationToken);
    }

    private static void Apply(IReadOnlyList<PagePatch> patches, Span<byte> bytes, long offset)
    {
        foreach (var patch in patches)
        {
            patch.ApplyTo(bytes, offset);
        }
    }

    private static async Task<byte[]> ReadAsync(
        BlobBaseClient blob, ETag etag, long offset, long lengthBytes, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await blob.DownloadContentAsync(
                new BlobDownloadOptions
                {
                    Range = new HttpRange(offset, lengthBytes),
                    Conditions = new BlobRequestConditions { IfMatch = etag },
                },
                cancellationToken);
            return answer.Value.Content.ToArray();
        }
        catch (Exception fault) when (StorageFaults.IsNetwork(fault) && !cancellationToken.IsCancellationRequested)
        {
            throw StorageFaults.Away(fault);
        }
    }

    private static async Task<string> StageAsync(
        BlockBlobClient target, string id, byte[] bytes, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(bytes, writable: false);
        await target.StageBlockAsync(id, body, cancellationToken: cancellationToken);
        return id;
    }

    private static async Task CommitAsync(
        BlockBlobClient target, List<string> blocks, BlobRequestConditions conditions, CancellationToken cancellationToken) =>
        await target.CommitBlockListAsync(
            blocks,
            new CommitBlockListOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/x-ndjson" },
                Conditions = conditions,
            },
            cancellationToken);

    /// <summary>
    /// Names of blocks that nobody else gives, all of one length as storage demands: two who stage blocks of one blob at
    /// once must not mix them up.
    /// </summary>
    private sealed class BlockIds
    {
        private readonly Guid attempt = Guid.NewGuid();
        private int count;

        public string Next()
        {
            Span<byte> id = stackalloc byte[20];
            attempt.TryWriteBytes(id);
            BinaryPrimitives.WriteInt32BigEndian(id[16..], count++);
            return Convert.ToBase64String(id);
        }
    }
}
