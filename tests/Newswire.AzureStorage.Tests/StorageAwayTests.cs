using System.Net;
using System.Net.Sockets;
using Newswire.Storage;

namespace Newswire.AzureStorage.Tests;

public sealed class StorageAwayTests
{
    private static readonly ObjectPath Path = new(Containers.Keys, "a");
    private static readonly ObjectContent Content = new("a"u8.ToArray(), "text/plain");
    private static readonly string Busy = CannedServer.Answer("503 Busy", "x-ms-error-code: ServerBusy\r\n");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("403 Forbidden", "AuthorizationFailure")]
    [InlineData("401 Unauthorized", "NoAuthenticationInformation")]
    [InlineData("429 Too Many Requests", "ServerBusy")]
    [InlineData("500 Internal Server Error", "InternalError")]
    [InlineData("503 Service Unavailable", "ServerBusy")]
    [InlineData("409 Conflict", "ContainerBeingDeleted")]
    public async Task An_answer_that_storage_cannot_serve_now_is_a_fault(string status, string code)
    {
        await using var server = new CannedServer(CannedServer.Answer(status, $"x-ms-error-code: {code}\r\n"));

        await AssertAwayAsync(server.Options, code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task No_answer_is_a_fault(string? answer)
    {
        await using var server = new CannedServer(answer);
        server.Options.NetworkTimeout = TimeSpan.FromMilliseconds(100);

        await AssertAwayAsync(server.Options, "did not answer");
    }

    [Fact]
    public async Task A_refused_connection_is_a_fault()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();

        await AssertAwayAsync(CannedServer.OptionsFor(endpoint.Port), "did not answer");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_fault()
    {
        await using var server = new CannedServer(
            "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 100\r\nContent-Range: bytes 0-99/100\r\n\r\nshort");
        using var connection = new StorageConnection(server.Options);

        await Assert.ThrowsAsync<StorageAwayException>(() => new BlobObjectStore(connection.Blobs).ReadAsync(Path, Token));
        await Assert.ThrowsAsync<StorageAwayException>(
            () => new AppendBlobCatalogPages(connection.Blobs).ReadAsync(1, 0, 100, Token));
    }

    [Fact]
    public async Task A_request_is_repeated_before_storage_counts_as_away()
    {
        await using var server = new CannedServer(Busy);
        using var connection = new StorageConnection(server.Options);

        await Assert.ThrowsAsync<StorageAwayException>(() => new BlobObjectStore(connection.Blobs).HeadAsync(Path, Token));

        Assert.Equal(1 + server.Options.MaxRetries, server.Requests.Count);
    }

    [Fact]
    public async Task The_callers_cancellation_while_storage_is_silent_stays_a_cancellation()
    {
        await using var server = new CannedServer(answer: null);
        using var connection = new StorageConnection(server.Options);
        using var caller = new CancellationTokenSource();
        var reading = new BlobObjectStore(connection.Blobs).ReadAsync(Path, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    /// <summary>Every operation of every port comes to the same fault, which says why and tells no secret.</summary>
    private static async Task AssertAwayAsync(StorageOptions options, string because)
    {
        using var connection = new StorageConnection(options);
        var store = new BlobObjectStore(connection.Blobs);
        var pages = new AppendBlobCatalogPages(connection.Blobs);
        Func<Task>[] operations =
        [
            () => store.ReadAsync(Path, Token),
            () => store.HeadAsync(Path, Token),
            () => store.WriteAsync(Path, Content, null, Token),
            () => store.WriteAsync(Path, Content, "0x1", Token),
            () => store.DeleteAsync(Path, "0x1", Token),
            () => store.ListAsync(Containers.Keys, "", Token).ToListAsync(Token).AsTask(),
            () => pages.LastAsync(Token),
            () => pages.AppendAsync(1, Content.Content, Token),
            () => pages.SealAsync(1, Token),
            () => pages.ReadAsync(1, 0, 10, Token),
            () => StorageOn.Leases(connection).TryAcquireAsync("pass", Token),
            () => new StorageQueues(connection.Queues).SendAsync("catalog-changed", "1.0", Token),
            () => StorageOn.Receiver(connection).ReceiveAsync("catalog-changed", 1, TimeSpan.FromMinutes(1), Token),
        ];
        await Task.WhenAll(operations.Select(async operation =>
        {
            var away = await Assert.ThrowsAsync<StorageAwayException>(operation);
            Assert.Contains(because, away.Message, StringComparison.Ordinal);
            Assert.NotNull(away.InnerException);
            Assert.DoesNotContain("c2VjcmV0", away.ToString(), StringComparison.Ordinal);
        }));
    }
}
