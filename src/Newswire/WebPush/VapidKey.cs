using System.Buffers.Text;
using System.Security.Cryptography;

namespace Newswire.WebPush;

/// <summary>The key pair by which push services and browsers know the publication (RFC 8292): P-256.</summary>
/// <remarks>Nothing of it but the public key can be printed, logged or serialised by accident.</remarks>
public sealed class VapidKey
{
    private readonly ECParameters pair;

    private VapidKey(ECParameters pair)
    {
        this.pair = pair;
        PublicKey = Base64Url.EncodeToString(P256Point.Of(pair));
    }

    /// <summary>
    /// The public key as <c>k</c> of RFC 8292 §3.2 and as browsers take it for <c>applicationServerKey</c>: the 65 bytes of
    /// the uncompressed point, base64url.
    /// </summary>
    public string PublicKey { get; }

    /// <summary>Makes a new pair.</summary>
    public static VapidKey Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new VapidKey(key.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>Signs with ES256 (RFC 7518 §3.4).</summary>
    /// <returns>64 bytes: R, then S.</returns>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        // A key of its own for each signature: .NET does not promise that one may be used by several at once.
        using var key = ECDsa.Create(pair);
        return key.SignData(data, HashAlgorithmName.SHA256);
    }

    /// <inheritdoc/>
    public override string ToString() => $"VAPID key {PublicKey}";

    /// <summary>The pair as it is stored.</summary>
    internal StoredVapidKey Store() => new(
        StoredVapidKey.EllipticCurve,
        StoredVapidKey.P256,
        Base64Url.EncodeToString(pair.Q.X!),
        Base64Url.EncodeToString(pair.Q.Y!),
        Base64Url.EncodeToString(pair.D!));

    /// <summary>The pair that was stored; null when it is none.</summary>
    internal static VapidKey? Restore(StoredVapidKey stored)
    {
        if (stored is not { Kty: StoredVapidKey.EllipticCurve, Crv: StoredVapidKey.P256 })
        {
            return null;
        }

        try
        {
            var restored = new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Base64Url.DecodeFromChars(stored.X), Y = Base64Url.DecodeFromChars(stored.Y) },
                D = Base64Url.DecodeFromChars(stored.D),
            };
            return IsPair(restored) ? new VapidKey(restored) : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Not every platform looks whether the halves belong together: one signs, the other verifies.</summary>
    private static bool IsPair(ECParameters candidate)
    {
        ReadOnlySpan<byte> data = [1];
        using var both = ECDsa.Create(candidate);
        using var half = ECDsa.Create(new ECParameters { Curve = candidate.Curve, Q = candidate.Q });
        return half.VerifyData(data, both.SignData(data, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
    }
}
