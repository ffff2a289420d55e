using System.Globalization;
using Newswire.Catalog;

namespace Newswire.TestKit.Faults;

/// <summary>Catalog pages as one process sees them.</summary>
public sealed class FaultyCatalogPages(ICatalogPages inner, FaultPlan plan) : ICatalogPages
{
    public Task<int> LastAsync(CancellationToken cancellationToken) =>
        plan.RunAsync("last", () => inner.LastAsync(cancellationToken));

    public Task<AppendResult> AppendAsync(int page, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        plan.RunAsync(Name("append", page), () => inner.AppendAsync(page, block, cancellationToken));

    public Task SealAsync(int page, CancellationToken cancellationToken) =>
        plan.RunAsync(Name("seal", page), async () =>
        {
            await inner.SealAsync(page, cancellationToken);
            return true;
        });

    public Task<PageContent> ReadAsync(int page, long offset, int maxBytes, CancellationToken cancellationToken) =>
        plan.RunAsync(
            string.Create(CultureInfo.InvariantCulture, $"read-page {page}.{offset}"),
            () => inner.ReadAsync(page, offset, maxBytes, cancellationToken));

    public Task OverwriteAsync(int page, IReadOnlyList<PagePatch> patches, CancellationToken cancellationToken) =>
        plan.RunAsync(Name("overwrite", page), async () =>
        {
            await inner.OverwriteAsync(page, patches, cancellationToken);
            return true;
        });

    private static string Name(string operation, int page) => string.Create(CultureInfo.InvariantCulture, $"{operation} {page}");
}
