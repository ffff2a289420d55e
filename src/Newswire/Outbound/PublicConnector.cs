using System.Net;
using System.Net.Sockets;

namespace Newswire.Outbound;

/// <summary>Connects to public hosts only, and to exactly the address that was looked at.</summary>
/// <param name="allowLoopback">Whether this machine counts as public, for development and tests.</param>
/// <param name="resolve">Asked once for each connection: an answer given later is never looked at, so it cannot differ.</param>
/// <param name="connect">Opens a connection to an address that is allowed.</param>
internal sealed class PublicConnector(
    bool allowLoopback, NameResolver resolve, Func<IPEndPoint, CancellationToken, Task<Stream>> connect)
{
    /// <exception cref="AddressRefusedException">The host has no public address.</exception>
    /// <exception cref="SocketException">The name is unknown, or no address answers.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellationToken)
    {
        var allowed = (await AddressesAsync(host.Host, cancellationToken)).Where(IsAllowed).ToList();
        if (allowed.Count == 0)
        {
            throw new AddressRefusedException(host.Host);
        }

        // One after the other: the resolver puts families that this machine cannot reach at the end (RFC 6724).
        for (var i = 0; ; i++)
        {
            try
            {
                return await connect(new IPEndPoint(allowed[i], host.Port), cancellationToken);
            }
            catch (SocketException) when (i + 1 < allowed.Count)
            {
            }
        }
    }

    /// <summary>Opens a TCP connection.</summary>
    public static async Task<Stream> OpenAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) =>
        PublicAddress.IsPublic(address) || (allowLoopback && IPAddress.IsLoopback(address));

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        return SpecialUseNames.Includes(host) && !(allowLoopback && SpecialUseNames.IsLocalhost(host))
            ? []
            : await resolve(host, cancellationToken);
    }
}
