using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Newswire.AzureStorage.Tests;

/// <summary>A server that gives every request the same answer; null never answers, and an empty answer hangs up.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public CannedServer(string? answer)
    {
        listener.Start();
        Options = OptionsFor(((IPEndPoint)listener.LocalEndpoint).Port);
        serving = AcceptAsync(answer);
    }

    /// <summary>What came, each from its first line on.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Options that lead to this server, with hardly any patience.</summary>
    public StorageOptions Options { get; }

    public static StorageOptions OptionsFor(int port) => new()
    {
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:{port}/a;QueueEndpoint=http://127.0.0.1:{port}/a;",
        NetworkTimeout = TimeSpan.FromSeconds(1),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetries = 2,
    };

    /// <summary>An answer in full, after which the connection is closed.</summary>
    public static string Answer(string status, string headers = "", string body = "") =>
        $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        // In this order: a connection that comes at the last moment must find the listener still there.
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync(string? answer)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token), answer));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client, string? answer)
    {
        using var connection = client;
        var stream = client.GetStream();
        var buffer = new byte[16 * 1024];
        try
        {
            var count = await stream.ReadAsync(buffer, stop.Token);
            if (count == 0)
            {
                return;
            }

            Requests.Enqueue(Encoding.ASCII.GetString(buffer, 0, count));
            if (answer is null)
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer!), stop.Token);
            // Closing with something unread would take the answer away from the client.
            client.Client.Shutdown(SocketShutdown.Send);
            while (answer!.Length > 0 && await stream.ReadAsync(buffer, stop.Token) > 0)
            {
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The test is over, or the client has given up.
        }
    }
}
