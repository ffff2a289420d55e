using System.Globalization;
using Azure.Storage.Blobs.Models;
using Newswire.Catalog;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.AzureStorage.Tests;

/// <summary>Erasure on storage itself, with everything at once.</summary>
public sealed class CatalogEraserTests : IDisposable
{
    private readonly StorageConnection connection;
    private readonly string container = $"catalog-{Guid.NewGuid():N}";

    private readonly string connectionString;

    public CatalogEraserTests(StorageEmulator emulator)
    {
        connection = StorageOn.Connection(emulator);
        connectionString = emulator.ConnectionString;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => connection.Dispose();

    [Fact]
    public async Task Articles_are_erased_from_one_page_at_once_while_others_are_appended()
    {
        string[] ids = ["first", "second", "third"];
        await Writer().AppendAsync([.. ids.Select(id => Some.Publish(id)), Some.Publish("stays")], Token);
        var appending = Task.WhenAll(Enumerable.Range(0, 4).Select(process => Task.Run(() => AppendAsync($"process-{process}"))));

        var erased = await Task.WhenAll(ids.Select(id => Task.Run(async () =>
        {
            var eraser = Eraser();
            return await eraser.EraseAsync(id, Some.Morning.AddDays(1), await eraser.FindAsync(id, Some.Morning.AddDays(1), Token), Token);
        })));

        var appended = (await appending).SelectMany(changes => changes).ToList();
        Assert.All(erased, places => Assert.Single(places));
        foreach (var id in ids)
        {
            Assert.Empty(await Eraser().FindAsync(id, Some.Morning.AddDays(1), Token));
        }

        var read = await new CatalogReader(Pages(), new CatalogOptions()).ReadAsync(Position.Start, 1000, long.MaxValue, Token);
        Assert.Empty(read.Unreadable);
        Assert.Equal(ids, read.Changes.Take(3).Select(line => Assert.IsType<Change.Erased>(line.Change).ArticleId));
        Assert.Equal(
            appended.Order(),
            read.Changes.Skip(4).Select(line => (Some.IdOf(line.Change), line.Position)).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_that_dies_at_any_request_is_finished_by_the_next_and_leaves_no_page_half_closed(bool served)
    {
        var died = true;
        for (var request = 1; died; request++)
        {
            var id = $"article-{request}";
            var end = (await Writer().AppendAsync([Some.Publish(id), Some.Publish("stays")], Token))[0];
            var start = new Position(end.Page, 0);
            var dying = new AppendBlobCatalogPages(StorageOn.Dying(connectionString, request, served), container);
            try
            {
                await new CatalogEraser(dying, new CatalogOptions()).EraseAsync(id, Some.Morning.AddDays(1), [start], Token);
                died = false;
            }
            catch (CrashException)
            {
            }

            var erased = await Eraser().EraseAsync(id, Some.Morning.AddDays(1), [start], Token);

            Assert.Equal(start, Assert.Single(erased).Start);
            BlobProperties place = await connection.Blobs.GetBlobContainerClient(container)
                .GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"{start.Page:D10}.ndjson"))
                .GetPropertiesAsync(cancellationToken: Token);
            Assert.Equal((0, true), (place.ContentLength, place.IsSealed));
        }

        Assert.Empty(await Eraser().FindAsync("article-1", Some.Morning.AddDays(1), Token));
    }

    private async Task<IReadOnlyList<(string Id, Position Position)>> AppendAsync(string name)
    {
        var writer = Writer();
        List<(string, Position)> appended = [];
        for (var number = 0; number < 10; number++)
        {
            var id = $"{name}-{number}";
            appended.Add((id, (await writer.AppendAsync([Some.Publish(id)], Token))[0]));
        }

        return appended;
    }

    // Each as a process of its own has it.
    private AppendBlobCatalogPages Pages() => new(connection.Blobs, container);

    private CatalogEraser Eraser() => new(Pages(), new CatalogOptions());

    private CatalogWriter Writer() => new(Pages(), new CatalogOptions());
}
