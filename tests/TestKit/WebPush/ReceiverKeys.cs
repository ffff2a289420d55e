using System.Buffers.Text;
using System.Security.Cryptography;
using Newswire.WebPush;

namespace Newswire.TestKit.WebPush;

/// <summary>The keys a browser makes for a subscription: it keeps the pair, and gives out the rest.</summary>
public sealed class ReceiverKeys : IDisposable
{
    private readonly byte[] auth = RandomNumberGenerator.GetBytes(PushReceiver.AuthBytes);

    /// <summary>The pair.</summary>
    public ECDiffieHellman Pair { get; } = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    /// <summary><c>keys.p256dh</c>, base64url.</summary>
    public string P256dh => Base64Url.EncodeToString(PointOf(Pair));

    /// <summary><c>keys.auth</c>, base64url.</summary>
    public string Auth => Base64Url.EncodeToString(auth);

    /// <summary>The subscription these keys make with an endpoint, http on this machine included.</summary>
    public PushReceiver At(string endpoint) =>
        PushReceiver.TryRead(endpoint, P256dh, Auth, allowLoopback: true, out var receiver, out var fault)
            ? receiver
            : throw new ArgumentException(fault.ToString(), nameof(endpoint));

    /// <summary>Reads a message sent to this subscription.</summary>
    public byte[] Decrypt(ReadOnlySpan<byte> body) => PushDecryption.Decrypt(body, Pair, auth);

    /// <inheritdoc/>
    public void Dispose() => Pair.Dispose();

    internal static byte[] PointOf(ECDiffieHellman key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }
}
