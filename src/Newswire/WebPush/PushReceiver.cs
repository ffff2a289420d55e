using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Newswire.Outbound;

namespace Newswire.WebPush;

/// <summary>Where and for whom to encrypt: what a browser's <c>PushSubscription</c> says, checked.</summary>
/// <remarks>
/// Who knows the endpoint may send to it, as far as the service lets them, so it is a secret (RFC 8030 §8.3): this prints
/// as its host.
/// </remarks>
public sealed class PushReceiver
{
    /// <summary>The most characters of an endpoint. The longest known, of Windows, have some 600.</summary>
    public const int MaxEndpoint = 2_048;

    /// <summary>Bytes of the secret that goes into the keys of every message (RFC 8291 §3.2).</summary>
    public const int AuthBytes = 16;

    private PushReceiver(Uri endpoint, byte[] p256dh, byte[] auth)
    {
        Endpoint = endpoint;
        P256dh = p256dh;
        Auth = auth;
    }

    /// <summary>Where messages are sent: absolute, https or, on this machine, http.</summary>
    public Uri Endpoint { get; }

    /// <summary>The browser's public key: the uncompressed form of a point on P-256, 65 bytes.</summary>
    public ReadOnlyMemory<byte> P256dh { get; }

    /// <summary>The secret the browser shares with us, 16 bytes.</summary>
    public ReadOnlyMemory<byte> Auth { get; }

    /// <summary>The host of the service: lower-case ASCII, an IPv6 address in brackets.</summary>
    public string Host => Endpoint.Host;

    /// <summary>The origin of the service (RFC 6454 §6.2), for whom a token is made.</summary>
    public string Origin =>
        Endpoint.IsDefaultPort
            ? $"{Endpoint.Scheme}://{Host}"
            : string.Create(CultureInfo.InvariantCulture, $"{Endpoint.Scheme}://{Host}:{Endpoint.Port}");

    /// <summary>Reads the members of a <c>PushSubscription</c> (Push API §8).</summary>
    /// <param name="endpoint">Its <c>endpoint</c>.</param>
    /// <param name="p256dh">Its <c>keys.p256dh</c>, base64url.</param>
    /// <param name="auth">Its <c>keys.auth</c>, base64url.</param>
    /// <param name="allowLoopback">Whether the endpoint may be http on this machine (<see cref="PushOptions.AllowLoopback"/>).</param>
    /// <param name="receiver">What was read.</param>
    /// <param name="fault">The first thing that is wrong.</param>
    /// <remarks>Whether the host is a push service that may be contacted is a question to <see cref="KnownPushServices"/>.</remarks>
    public static bool TryRead(
        string? endpoint,
        string? p256dh,
        string? auth,
        bool allowLoopback,
        [NotNullWhen(true)] out PushReceiver? receiver,
        out PushReceiverFault fault)
    {
        receiver = null;
        if (ReadEndpoint(endpoint, allowLoopback) is not { } address)
        {
            fault = PushReceiverFault.Endpoint;
            return false;
        }

        if (ReadBytes(p256dh, P256Point.Bytes) is not { } point || !P256Point.IsValid(point))
        {
            fault = PushReceiverFault.P256dh;
            return false;
        }

        if (ReadBytes(auth, AuthBytes) is not { } secret)
        {
            fault = PushReceiverFault.Auth;
            return false;
        }

        fault = PushReceiverFault.None;
        receiver = new PushReceiver(address, point, secret);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Host;

    /// <remarks>Browsers write URLs in ASCII, and so no name is ever taken for another that looks the same.</remarks>
    private static Uri? ReadEndpoint(string? text, bool allowLoopback) =>
        text is { Length: <= MaxEndpoint }
        && Ascii.IsValid(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
        && PublicHttp.CanAsk(endpoint)
        && (endpoint.Scheme == Uri.UriSchemeHttps || (allowLoopback && endpoint.IsLoopback))
            ? endpoint
            : null;

    private static byte[]? ReadBytes(string? text, int length)
    {
        // Room for a group more than needed tells what is too long. Padding is no part of base64url, but some send it.
        var bytes = new byte[length + 3];
        return text is not null
            && text.Length <= (length + 2) / 3 * 4
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var written)
            && written == length
                ? bytes[..length]
                : null;
    }
}
