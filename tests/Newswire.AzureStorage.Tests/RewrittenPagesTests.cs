using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.AzureStorage.Tests;

/// <summary>Every request of a replacement may be the process's last; nothing is lost, and the next one finishes it.</summary>
public sealed class RewrittenPagesTests : IDisposable
{
    private const string Old = "kept\nsecret\nkept too\n";
    private const string New = "kept\n______\nkept too\n";
    private static readonly PagePatch Patch = new(5, "______"u8.ToArray());

    private readonly string connectionString;
    private readonly StorageConnection connection;
    private readonly BlobContainerClient container;
    private readonly AppendBlobCatalogPages pages;

    public RewrittenPagesTests(StorageEmulator emulator)
    {
        connectionString = emulator.ConnectionString;
        connection = StorageOn.Connection(emulator);
        container = connection.Blobs.GetBlobContainerClient($"catalog-{Guid.NewGuid():N}");
        pages = new AppendBlobCatalogPages(connection.Blobs, container.Name);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => connection.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_first_replacement_may_die_at_any_request(bool served)
    {
        var deaths = 0;
        while (await DiesAsync(page: deaths + 1, request: deaths + 1, served, Old))
        {
            deaths++;
        }

        // Look, seal, look, read, stage, commit, look, look, lease, empty, seal.
        Assert.InRange(deaths, 10, 16);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_further_replacement_may_die_at_any_request(bool served)
    {
        var deaths = 0;
        while (await DiesAsync(page: deaths + 1, request: deaths + 1, served, "gone\nsecret\nkept too\n", new PagePatch(0, "kept"u8.ToArray())))
        {
            deaths++;
        }

        Assert.InRange(deaths, 6, 12);
    }

    [Fact]
    public async Task A_page_that_has_moved_costs_a_reader_no_more_requests_than_before()
    {
        await pages.AppendAsync(1, Encoding.UTF8.GetBytes(Old), Token);
        await pages.OverwriteAsync(1, [Patch], Token);
        await pages.ReadAsync(1, 0, 100, Token);
        await container.GetAppendBlobClient(Name(1)).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Token);
        await container.DeleteBlobAsync(Name(1), cancellationToken: Token);

        Assert.Equal(New, Encoding.UTF8.GetString((await pages.ReadAsync(1, 0, 100, Token)).Bytes.Span));
    }

    /// <summary>Whether the replacement, on a page of its own, came to the request; if so, everything is tried after it.</summary>
    private async Task<bool> DiesAsync(int page, int request, bool served, string content, params PagePatch[] before)
    {
        await pages.AppendAsync(page, Encoding.UTF8.GetBytes(content), Token);
        await pages.OverwriteAsync(page, before, Token);
        try
        {
            await Dying(request, served).OverwriteAsync(page, [Patch], Token);
            return false;
        }
        catch (CrashException)
        {
        }

        var tail = "";
        var left = await ReadAsync(page);
        Assert.Contains(left, new[] { Old, New });
        if (await pages.AppendAsync(page, "late\n"u8.ToArray(), Token) is AppendResult.Appended late)
        {
            // Not yet sealed: then what is acknowledged stays.
            Assert.Equal(new AppendResult.Appended(Old.Length, 2), late);
            Assert.Equal(Old, left);
            tail = "late\n";
        }

        Assert.Equal(left + tail, await ReadAsync(page));

        await new AppendBlobCatalogPages(connection.Blobs, container.Name).OverwriteAsync(page, [Patch], Token);

        Assert.Equal(New + tail, await ReadAsync(page));
        Assert.IsType<AppendResult.PageSealed>(await pages.AppendAsync(page, "later\n"u8.ToArray(), Token));
        BlobProperties place = await container.GetAppendBlobClient(Name(page)).GetPropertiesAsync(cancellationToken: Token);
        Assert.Equal((0, true, LeaseState.Leased), (place.ContentLength, place.IsSealed, place.LeaseState));
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Token))
        {
            if (blob.Name.EndsWith(Name(page), StringComparison.Ordinal))
            {
                var bytes = (await container.GetBlobClient(blob.Name).DownloadContentAsync(Token)).Value.Content;
                Assert.DoesNotContain("secret", bytes.ToString(), StringComparison.Ordinal);
            }
        }

        return true;
    }

    /// <summary>Reads as a process does that knows nothing yet.</summary>
    private async Task<string> ReadAsync(int page)
    {
        var fresh = new AppendBlobCatalogPages(connection.Blobs, container.Name);
        var content = await fresh.ReadAsync(page, 0, 1000, Token);
        Assert.Equal(content.LengthBytes, content.Bytes.Length);
        return Encoding.UTF8.GetString(content.Bytes.Span);
    }

    private AppendBlobCatalogPages Dying(int request, bool served) =>
        new(StorageOn.Dying(connectionString, request, served), container.Name);

    private static string Name(int page) => string.Create(CultureInfo.InvariantCulture, $"{page:D10}.ndjson");
}
