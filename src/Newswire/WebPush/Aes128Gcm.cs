using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Newswire.WebPush;

/// <summary>The content coding <c>aes128gcm</c> (RFC 8188) for content that is one record.</summary>
internal static class Aes128Gcm
{
    /// <summary>The name of the coding in <c>Content-Encoding</c>.</summary>
    public const string Name = "aes128gcm";

    /// <summary>Bytes of the salt.</summary>
    public const int SaltBytes = 16;

    /// <summary>Bytes of the authentication tag that ends a record.</summary>
    public const int TagBytes = 16;

    /// <summary>Bytes of the header without the key id: salt, record size, length of the key id (§2.1).</summary>
    public const int FixedHeaderBytes = SaltBytes + sizeof(uint) + 1;

    private const int KeyBytes = 16;
    private const int NonceBytes = 12;

    /// <summary>The delimiter of the last record (§2); what follows is padding.</summary>
    private const byte LastRecord = 2;

    /// <summary>Encrypts.</summary>
    /// <param name="plaintext">The content.</param>
    /// <param name="secret">Input keying material.</param>
    /// <param name="salt">16 bytes, never used twice with the same secret.</param>
    /// <param name="keyId">Tells the receiver which secret it is; at most 255 bytes.</param>
    /// <param name="padding">Zero bytes put behind the content.</param>
    /// <param name="recordSize">The size of a record as stated in the header. Content, delimiter, padding and tag fit into it.</param>
    public static byte[] Encrypt(
        ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> keyId, int padding, int recordSize)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltBytes, nameof(salt));
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        var contentBytes = plaintext.Length + 1 + padding;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contentBytes + TagBytes, recordSize, nameof(plaintext));

        var body = new byte[FixedHeaderBytes + keyId.Length + contentBytes + TagBytes];
        salt.CopyTo(body);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltBytes), (uint)recordSize);
        body[FixedHeaderBytes - 1] = checked((byte)keyId.Length);
        keyId.CopyTo(body.AsSpan(FixedHeaderBytes));

        var record = body.AsSpan(FixedHeaderBytes + keyId.Length);
        var content = record[..contentBytes];
        plaintext.CopyTo(content);
        content[plaintext.Length] = LastRecord;

        Span<byte> pseudoRandom = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> key = stackalloc byte[KeyBytes];
        Span<byte> nonce = stackalloc byte[NonceBytes];
        HKDF.Extract(HashAlgorithmName.SHA256, secret, salt, pseudoRandom);
        HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandom, key, "Content-Encoding: aes128gcm\0"u8);

        // §2.3: the number of the record goes into the nonce, and that of the only one is 0.
        HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandom, nonce, "Content-Encoding: nonce\0"u8);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, content, content, record[contentBytes..]);
        return body;
    }
}
