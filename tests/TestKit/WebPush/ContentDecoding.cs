using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Newswire.TestKit.WebPush;

/// <summary>Reads <c>aes128gcm</c> (RFC 8188) of any number of records, written apart from what writes it.</summary>
public static class ContentDecoding
{
    private const int SaltBytes = 16;
    private const int TagBytes = 16;

    /// <summary>The key id of the header.</summary>
    public static ReadOnlySpan<byte> KeyId(ReadOnlySpan<byte> body) => body.Slice(SaltBytes + 5, body[SaltBytes + 4]);

    /// <summary>The record size the header states.</summary>
    public static long RecordSize(ReadOnlySpan<byte> body) => BinaryPrimitives.ReadUInt32BigEndian(body[SaltBytes..]);

    /// <summary>The content without its padding.</summary>
    /// <exception cref="CryptographicException">It was not encrypted with this secret, was changed, or cut off.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> body, byte[] secret)
    {
        var pseudoRandom = HKDF.Extract(HashAlgorithmName.SHA256, secret, body[..SaltBytes].ToArray());
        var nonce = HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandom, 12, "Content-Encoding: nonce\0"u8.ToArray());
        using var aes = new AesGcm(
            HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandom, 16, "Content-Encoding: aes128gcm\0"u8.ToArray()), TagBytes);

        List<byte> content = [];
        var size = (int)RecordSize(body);
        var rest = body[(SaltBytes + 5 + KeyId(body).Length)..];
        for (var sequence = 0; ; sequence++)
        {
            var record = rest[..Math.Min(size, rest.Length)];
            rest = rest[record.Length..];
            var plain = new byte[record.Length - TagBytes];
            aes.Decrypt(Nonce(nonce, sequence), record[..^TagBytes], record[^TagBytes..], plain);

            var delimiter = plain.AsSpan().LastIndexOfAnyExcept((byte)0);
            if (delimiter < 0 || plain[delimiter] != (rest.IsEmpty ? 2 : 1))
            {
                throw new CryptographicException("The record does not end as its place demands.");
            }

            content.AddRange(plain.AsSpan(0, delimiter));
            if (rest.IsEmpty)
            {
                return [.. content];
            }
        }
    }

    private static byte[] Nonce(byte[] first, int sequence)
    {
        byte[] nonce = [.. first];
        var end = nonce.AsSpan(nonce.Length - sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(end, BinaryPrimitives.ReadInt32BigEndian(end) ^ sequence);
        return nonce;
    }
}
