using Newswire.Catalog;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Storage;

public sealed class InMemoryCatalogPagesTests : CatalogPagesContract
{
    protected override ICatalogPages Pages { get; } = new InMemoryCatalogPages();

    [Fact]
    public async Task A_page_with_all_its_blocks_is_sealed_by_the_next_append()
    {
        var pages = new InMemoryCatalogPages(maxBlocks: 2);
        await pages.AppendAsync(1, "a"u8.ToArray(), CancellationToken.None);
        await pages.AppendAsync(1, "b"u8.ToArray(), CancellationToken.None);
        Assert.False((await pages.ReadAsync(1, 0, 10, CancellationToken.None)).Sealed);

        Assert.IsType<AppendResult.PageSealed>(await pages.AppendAsync(1, "c"u8.ToArray(), CancellationToken.None));
        Assert.True((await pages.ReadAsync(1, 0, 10, CancellationToken.None)).Sealed);
    }
}
