using System.Security.Cryptography;
using CsCheck;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>What holds for every message and every key.</summary>
public sealed class PushEncryptionProperties
{
    [Fact]
    public void Whatever_is_encrypted_for_whomever_is_read_as_it_was() =>
        Gen.Byte.Array[0, PushEncryption.MaxPlaintextBytes].Sample(
            plaintext =>
            {
                using var keys = new ReceiverKeys();
                var body = PushEncryption.Encrypt(plaintext, keys.At("https://web.push.apple.com/x"));
                return body.Length <= PushEncryption.MaxBodyBytes && keys.Decrypt(body).AsSpan().SequenceEqual(plaintext);
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void Any_padding_is_taken_off_again_be_the_content_zeros_and_delimiters() =>
        Gen.Select(Gen.Byte[0, 2].Array[0, 40], Gen.Int[0, 60]).Sample(
            (plaintext, padding) =>
            {
                using var keys = new ReceiverKeys();
                using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
                var receiver = keys.At("https://web.push.apple.com/x");
                var body = PushEncryption.Encrypt(
                    plaintext, receiver.P256dh.Span, receiver.Auth.Span, ephemeral, new byte[16], padding);
                return body.Length == 86 + plaintext.Length + 1 + padding + 16
                    && keys.Decrypt(body).AsSpan().SequenceEqual(plaintext);
            },
            iter: 300,
            threads: 1);
}
