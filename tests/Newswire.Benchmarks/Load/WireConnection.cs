using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Newswire.Benchmarks.Load;

/// <summary>One kept-alive connection that sends prepared requests and counts the answers: as cheap as a client can be.</summary>
internal sealed class WireConnection : IDisposable
{
    private readonly Socket socket;
    private readonly byte[] buffer = new byte[1 << 20];

    public WireConnection(Uri server)
    {
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, server.Port);
    }

    /// <summary>Sends the request and takes the whole answer.</summary>
    /// <returns>The head of the answer as it came, and the length of the content.</returns>
    public (int HeadBytes, int ContentBytes) Send(byte[] request)
    {
        socket.Send(request);
        int received = 0, end;
        do
        {
            received += Receive(received);
            end = buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8);
        }
        while (end < 0);

        var content = ContentLength(buffer.AsSpan(0, end));
        for (var rest = end + 4 + content - received; rest > 0;)
        {
            // The content is taken from the socket and thrown away, whatever its length.
            rest -= Receive(Math.Min(end + 4, buffer.Length - 1));
        }

        return (end, content);
    }

    /// <summary>The head of the last answer, without the lines that differ from one second to the next.</summary>
    public string Head(int length) => string.Join('\n', Encoding.ASCII.GetString(buffer, 0, length)
        .Split("\r\n")
        .Where(line => !line.StartsWith("Date:", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));

    public void Dispose() => socket.Dispose();

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? length : 0;
    }

    private int Receive(int at) =>
        socket.Receive(buffer.AsSpan(at)) is > 0 and var count ? count : throw new IOException("The server hung up.");
}
