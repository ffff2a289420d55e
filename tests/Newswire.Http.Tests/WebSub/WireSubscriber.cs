using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Newswire.Http.Tests.WebSub;

/// <summary>A subscriber below HTTP: confirms what it is asked, and does with documents what each test says.</summary>
internal sealed class WireSubscriber : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly SemaphoreSlim asked = new(0);
    private readonly Task listening;
    private Func<NetworkStream, CancellationToken, Task> take;

    /// <param name="take">What it does when the first line of a document's request has come; then it closes.</param>
    public WireSubscriber(Func<NetworkStream, CancellationToken, Task> take)
    {
        this.take = take;
        listener.Start();
        listening = ListenAsync();
    }

    public string Callback => $"http://{listener.LocalEndpoint}/{HubTests.CallbackWords}";

    /// <summary>From now on it takes documents as it should.</summary>
    public void Heal() => take = async (stream, token) =>
    {
        await ReadHeaderAsync(stream, token);
        await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(), token);

        // Closing on what was not read would reset the connection under the answer.
        stream.Socket.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null, token);
    };

    /// <summary>Waits for a document's request.</summary>
    public Task AskedAsync() => asked.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await listening;
        listener.Dispose();
        end.Dispose();
        asked.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await using var stream = client.GetStream();
                await TalkAsync(stream);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        try
        {
            var line = await ReadLineAsync(stream, end.Token);
            if (line.StartsWith("POST", StringComparison.Ordinal))
            {
                asked.Release();
                await take(stream, end.Token);
                return;
            }

            await ReadHeaderAsync(stream, end.Token);
            var query = System.Web.HttpUtility.ParseQueryString(line.Split(' ')[1].Split('?')[1]);
            var challenge = query["hub.challenge"]!;
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {challenge.Length}\r\n\r\n{challenge}"), end.Token);
        }
        catch (IOException)
        {
            // The hub has given up on it.
        }
    }

    private static async Task ReadHeaderAsync(NetworkStream stream, CancellationToken token)
    {
        while ((await ReadLineAsync(stream, token)).Length > 0)
        {
        }
    }

    private static async Task<string> ReadLineAsync(NetworkStream stream, CancellationToken token)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, token) == 1 && one[0] != '\n')
        {
            line.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
    }
}
