using System.Net;

namespace Newswire.Outbound;

/// <summary>Finds the addresses of a host, the best first.</summary>
/// <exception cref="System.Net.Sockets.SocketException">There are none, or nobody could say.</exception>
public delegate Task<IPAddress[]> NameResolver(string host, CancellationToken cancellationToken);
