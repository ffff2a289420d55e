using System.Security.Cryptography;

namespace Newswire.WebPush;

/// <summary>Points of the curve P-256 in uncompressed form (SEC 1 §2.3.3): 4, then both coordinates.</summary>
internal static class P256Point
{
    /// <summary>Bytes of a point.</summary>
    public const int Bytes = 1 + (2 * CoordinateBytes);

    private const int CoordinateBytes = 32;
    private const byte Uncompressed = 4;

    /// <summary>Whether the bytes are a point, and on the curve. Keys agreed with another point would give our own away.</summary>
    public static bool IsValid(ReadOnlySpan<byte> point)
    {
        if (point.Length != Bytes || point[0] != Uncompressed)
        {
            return false;
        }

        try
        {
            using var key = ECDiffieHellman.Create(PublicKey(point));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The public key that the point is.</summary>
    public static ECParameters PublicKey(ReadOnlySpan<byte> point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point.Slice(1, CoordinateBytes).ToArray(), Y = point[(1 + CoordinateBytes)..].ToArray() },
    };

    /// <summary>The point that the public key is.</summary>
    public static byte[] Of(ECParameters key) => [Uncompressed, .. key.Q.X!, .. key.Q.Y!];
}
