using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Newswire.Outbound;

/// <summary>
/// HTTP to addresses that strangers name: pictures, callbacks. Nothing on this machine or in its network can be reached
/// this way, whatever the address, the name server or a redirect says.
/// </summary>
public static class PublicHttp
{
    /// <summary>Kilobytes of response headers that are read; an answer with more is no answer.</summary>
    private const int MaxHeaderKilobytes = 32;

    /// <summary>
    /// A handler for one <see cref="HttpClient"/>. It keeps no cookies, uses no proxy, decompresses nothing and follows
    /// no redirect: who follows one asks <see cref="CanAsk"/> about every address. A host that is not public fails with
    /// an <see cref="AddressRefusedException"/> inside an <see cref="HttpRequestException"/>.
    /// </summary>
    /// <param name="allowLoopback">Whether this machine may be reached, for development and tests. Default false.</param>
    /// <param name="resolve">Finds the addresses of a name. Default: the resolver of the system.</param>
    public static SocketsHttpHandler CreateHandler(bool allowLoopback = false, NameResolver? resolve = null)
    {
        var connector = new PublicConnector(allowLoopback, resolve ?? Dns.GetHostAddressesAsync, PublicConnector.OpenAsync);
        return new SocketsHttpHandler
        {
            ConnectCallback = (context, cancellationToken) => connector.ConnectAsync(context.DnsEndPoint, cancellationToken),

            // A proxy would connect for us, to addresses nobody has looked at.
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = MaxHeaderKilobytes,

            // What nobody wants to read is not worth waiting for: the connection goes instead.
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),

            // Strangers learn nothing of the traces here.
            ActivityHeadersPropagator = null,

            // A certificate may say where to fetch its issuer: a request that would not come through here.
            SslOptions = { CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck } },
        };
    }

    /// <summary>Whether the address may be asked at all: absolute, http or https, without user name or password.</summary>
    public static bool CanAsk(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address is { IsAbsoluteUri: true, UserInfo.Length: 0, Scheme: "http" or "https" };
    }

    /// <summary>
    /// Whether the host alone says that nothing will be sent to it: an address that is not public, or a name that is kept
    /// for other uses. A host of which this is not known yet may still be refused when a connection is made.
    /// </summary>
    /// <param name="address">An address that can be asked.</param>
    /// <param name="allowLoopback">Whether this machine may be reached, for development and tests.</param>
    public static bool IsNeverPublic(Uri address, bool allowLoopback)
    {
        ArgumentNullException.ThrowIfNull(address);
        return IPAddress.TryParse(address.IdnHost, out var literal)
            ? !PublicAddress.IsPublic(literal) && !(allowLoopback && IPAddress.IsLoopback(literal))
            : SpecialUseNames.Includes(address.IdnHost) && !(allowLoopback && SpecialUseNames.IsLocalhost(address.IdnHost));
    }
}
