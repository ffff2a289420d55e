using System.Security.Cryptography;

namespace Newswire.TestKit.WebPush;

/// <summary>What a browser does with a push message (RFC 8291).</summary>
public static class PushDecryption
{
    private const int PointBytes = 65;

    /// <summary>Decrypts the body of a push request.</summary>
    /// <param name="body">The body, <c>aes128gcm</c>.</param>
    /// <param name="receiverKey">The browser's key pair.</param>
    /// <param name="auth">The secret it gave out with its public key.</param>
    /// <exception cref="CryptographicException">It is not for this browser, was changed, or is not as §4 demands.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> body, ECDiffieHellman receiverKey, ReadOnlySpan<byte> auth)
    {
        ArgumentNullException.ThrowIfNull(receiverKey);
        var sender = ContentDecoding.KeyId(body);
        if (sender.Length != PointBytes || body.Length - 21 - PointBytes > ContentDecoding.RecordSize(body))
        {
            throw new CryptographicException("A push message has one record, and the sender's public key as its key id.");
        }

        using var senderKey = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = sender[1..33].ToArray(), Y = sender[33..].ToArray() },
        });
        byte[] info = [.. "WebPush: info\0"u8, .. ReceiverKeys.PointOf(receiverKey), .. sender];
        var secret = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, receiverKey.DeriveRawSecretAgreement(senderKey.PublicKey), 32, auth.ToArray(), info);
        return ContentDecoding.Decode(body, secret);
    }
}
