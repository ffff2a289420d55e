using Newswire.Catalog;

namespace Newswire.Benchmarks.Operations;

/// <summary>Catalog pages whose traffic is counted.</summary>
internal sealed class CountedCatalogPages(ICatalogPages inner, Traffic traffic) : ICatalogPages
{
    public Task<int> LastAsync(CancellationToken cancellationToken) => inner.LastAsync(cancellationToken);

    public Task<AppendResult> AppendAsync(int page, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        traffic.Written(block.Length);
        return inner.AppendAsync(page, block, cancellationToken);
    }

    public Task SealAsync(int page, CancellationToken cancellationToken) => inner.SealAsync(page, cancellationToken);

    public async Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken)
    {
        var content = await inner.ReadAsync(page, offset, maxBytes, cancellationToken);
        traffic.Read(content.Bytes.Length);
        return content;
    }

    public Task OverwriteAsync(int page, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken)
    {
        traffic.Written(patches.Sum(patch => patch.Bytes.Length));
        return inner.OverwriteAsync(page, patches, cancellationToken);
    }
}
