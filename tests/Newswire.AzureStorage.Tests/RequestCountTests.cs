using Newswire.Catalog;
using Newswire.Storage;

namespace Newswire.AzureStorage.Tests;

/// <summary>Every request costs money and a round trip: once the containers exist, an operation is one.</summary>
public sealed class RequestCountTests
{
    private const string Headers =
        "ETag: \"0x8D\"\r\nLast-Modified: Wed, 04 Mar 2026 09:00:00 GMT\r\nContent-Type: text/plain\r\n";

    private static readonly ObjectPath Path = new(Containers.Keys, "a");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_is_one_request()
    {
        var request = await OneRequestAsync(
            CannedServer.Answer("200 OK", Headers, "content"),
            async connection => Assert.Equal(7, (await new BlobObjectStore(connection.Blobs).ReadAsync(Path, Token))!.Content.Length));

        Assert.StartsWith("GET /a/keys/a HTTP/1.1", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_is_one_request() =>
        await OneRequestAsync(
            CannedServer.Answer("200 OK", Headers),
            async connection => Assert.Equal("\"0x8D\"", (await new BlobObjectStore(connection.Blobs).HeadAsync(Path, Token))!.ETag));

    [Theory]
    [InlineData(1)]
    [InlineData(12 * 1024 * 1024)]
    public async Task A_write_is_one_request_with_its_headers_and_conditions(int lengthBytes)
    {
        var content = new ObjectContent(new byte[lengthBytes], "application/rss+xml")
        {
            CacheControl = "max-age=60",
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["sum"] = "1" },
        };

        var request = await OneRequestAsync(
            CannedServer.Answer("201 Created", Headers),
            async connection => Assert.Equal(
                new WriteResult.Written("\"0x8D\""),
                await new BlobObjectStore(connection.Blobs).WriteAsync(Path, content, "\"0x7C\"", Token)));

        Assert.Contains("If-Match: \"0x7C\"\r\n", request, StringComparison.Ordinal);
        Assert.Contains("x-ms-blob-content-type: application/rss+xml\r\n", request, StringComparison.Ordinal);
        Assert.Contains("x-ms-blob-cache-control: max-age=60\r\n", request, StringComparison.Ordinal);
        Assert.Contains("x-ms-meta-sum: 1\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_append_is_one_request() =>
        await OneRequestAsync(
            CannedServer.Answer(
                "201 Created", $"{Headers}x-ms-blob-append-offset: 42\r\nx-ms-blob-committed-block-count: 3\r\n"),
            async connection => Assert.Equal(
                new AppendResult.Appended(42, 3),
                await new AppendBlobCatalogPages(connection.Blobs).AppendAsync(1, "line\n"u8.ToArray(), Token)));

    [Fact]
    public async Task Looking_for_news_at_the_end_of_a_page_is_one_request()
    {
        var request = await OneRequestAsync(
            CannedServer.Answer("206 Partial Content", $"{Headers}Content-Range: bytes 41-41/42\r\n", "\n"),
            async connection =>
            {
                var end = await new AppendBlobCatalogPages(connection.Blobs).ReadAsync(1, 42, 1000, Token);
                Assert.Equal((0, 42, false), (end.Bytes.Length, end.LengthBytes, end.Sealed));
            });

        Assert.Contains("x-ms-range: bytes=41-1041\r\n", request, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> OneRequestAsync(string answer, Func<StorageConnection, Task> operation)
    {
        await using var server = new CannedServer(answer);
        using var connection = new StorageConnection(server.Options);
        await operation(connection);
        var request = Assert.Single(server.Requests);
        Assert.DoesNotContain("Expect:", request, StringComparison.OrdinalIgnoreCase);
        return request;
    }
}
