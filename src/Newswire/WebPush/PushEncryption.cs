using System.Security.Cryptography;

namespace Newswire.WebPush;

/// <summary>Encrypts push messages so that only the receiver's browser can read them (RFC 8291).</summary>
public static class PushEncryption
{
    /// <summary>The most bytes of an encrypted message that every service takes (RFC 8291 §4, RFC 8030 §7.2).</summary>
    public const int MaxBodyBytes = 4_096;

    /// <summary>The most bytes of a message before it is encrypted: header, delimiter and tag take 103.</summary>
    public const int MaxPlaintextBytes = MaxContentBytes - 1;

    /// <summary>
    /// Encrypted messages are as long as if their content were a multiple of this, or as long as any may be. Who sees only
    /// lengths, such as the service, does not tell stories apart by them.
    /// </summary>
    public const int BucketBytes = 1_024;

    private const int MaxContentBytes = MaxBodyBytes - Aes128Gcm.FixedHeaderBytes - P256Point.Bytes - Aes128Gcm.TagBytes;

    /// <summary>Encrypts a message with a key and a salt of its own, padded to the next bucket.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than <see cref="MaxPlaintextBytes"/>.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> plaintext, PushReceiver receiver)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Span<byte> salt = stackalloc byte[Aes128Gcm.SaltBytes];
        RandomNumberGenerator.Fill(salt);
        return Encrypt(plaintext, receiver.P256dh.Span, receiver.Auth.Span, ephemeral, salt, PaddingOf(plaintext.Length));
    }

    /// <summary>Encrypts a message; pure, the randomness is passed in.</summary>
    /// <param name="plaintext">The message.</param>
    /// <param name="p256dh">The browser's public key: a point on P-256, uncompressed.</param>
    /// <param name="auth">The secret shared with the browser, 16 bytes.</param>
    /// <param name="ephemeral">A key pair on P-256 for this message only.</param>
    /// <param name="salt">16 random bytes.</param>
    /// <param name="padding">Zero bytes put behind the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">Message and padding are longer than <see cref="MaxPlaintextBytes"/>.</exception>
    /// <exception cref="CryptographicException">The browser's key is no point on the curve.</exception>
    public static byte[] Encrypt(
        ReadOnlySpan<byte> plaintext,
        ReadOnlySpan<byte> p256dh,
        ReadOnlySpan<byte> auth,
        ECDiffieHellman ephemeral,
        ReadOnlySpan<byte> salt,
        int padding = 0)
    {
        ArgumentNullException.ThrowIfNull(ephemeral);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plaintext.Length + padding, MaxPlaintextBytes, nameof(plaintext));
        var sender = P256Point.Of(ephemeral.ExportParameters(includePrivateParameters: false));

        // §3.4: both public keys go into the secret, so that neither can be exchanged on the way.
        using var receiver = ECDiffieHellman.Create(P256Point.PublicKey(p256dh));
        var agreed = ephemeral.DeriveRawSecretAgreement(receiver.PublicKey);
        Span<byte> secret = stackalloc byte[SHA256.HashSizeInBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, secret, auth, [.. "WebPush: info\0"u8, .. p256dh, .. sender]);

        return Aes128Gcm.Encrypt(plaintext, secret, salt, sender, padding, MaxBodyBytes);
    }

    private static int PaddingOf(int plaintextBytes)
    {
        var contentBytes = plaintextBytes + 1;
        var bucketed = (contentBytes + BucketBytes - 1) / BucketBytes * BucketBytes;
        return Math.Max(0, Math.Min(bucketed, MaxContentBytes) - contentBytes);
    }
}
