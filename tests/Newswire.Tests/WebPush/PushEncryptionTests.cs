using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>Encryption against the vectors of the RFCs, and its bounds.</summary>
public sealed class PushEncryptionTests
{
    private const string Endpoint = "https://fcm.googleapis.com/fcm/send/abc";

    private static readonly byte[] VectorPlaintext = Encoding.UTF8.GetBytes("When I grow up, I want to be a watermelon");
    private static readonly byte[] VectorAuth = Bytes("BTBZMqHH6r4Tts7J_aSIgg");
    private static readonly byte[] VectorBody = Bytes(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");

    [Fact]
    public void The_vector_of_RFC_8291_Appendix_A_comes_out_byte_for_byte()
    {
        using var ephemeral = Pair(
            "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");

        var body = PushEncryption.Encrypt(
            VectorPlaintext,
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            VectorAuth,
            ephemeral,
            Bytes("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal(VectorBody, body);
    }

    [Fact]
    public void The_browser_of_the_tests_reads_the_vector_of_RFC_8291_Appendix_A()
    {
        using var receiver = Pair(
            "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");

        Assert.Equal(VectorPlaintext, PushDecryption.Decrypt(VectorBody, receiver, VectorAuth));
    }

    [Theory]
    [InlineData(0, 1024)]
    [InlineData(1, 1024)]
    [InlineData(1023, 1024)]
    [InlineData(1024, 2048)]
    [InlineData(2048, 3072)]
    [InlineData(3071, 3072)]
    [InlineData(3072, 3994)]
    [InlineData(PushEncryption.MaxPlaintextBytes, 3994)]
    public void A_body_is_as_long_as_its_bucket_and_never_longer_than_services_take(int plaintextBytes, int contentBytes)
    {
        using var keys = new ReceiverKeys();

        var body = PushEncryption.Encrypt(new byte[plaintextBytes], keys.At(Endpoint));

        Assert.Equal(86 + contentBytes + 16, body.Length);
        Assert.True(body.Length <= PushEncryption.MaxBodyBytes);
        Assert.Equal(plaintextBytes, keys.Decrypt(body).Length);
    }

    [Fact]
    public void The_longest_message_fills_the_body_and_one_byte_more_is_refused()
    {
        using var keys = new ReceiverKeys();

        Assert.Equal(PushEncryption.MaxBodyBytes, PushEncryption.Encrypt(new byte[PushEncryption.MaxPlaintextBytes], keys.At(Endpoint)).Length);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => PushEncryption.Encrypt(new byte[PushEncryption.MaxPlaintextBytes + 1], keys.At(Endpoint)));
    }

    [Fact]
    public void The_same_message_is_never_encrypted_with_the_same_key_or_salt_again()
    {
        using var keys = new ReceiverKeys();
        var bodies = Enumerable.Range(0, 50).Select(_ => PushEncryption.Encrypt(VectorPlaintext, keys.At(Endpoint))).ToList();

        Assert.Equal(50, bodies.DistinctBy(body => Convert.ToHexString(body.AsSpan(0, 16))).Count());
        Assert.Equal(50, bodies.DistinctBy(body => Convert.ToHexString(ContentDecoding.KeyId(body))).Count());
    }

    [Fact]
    public void Nobody_else_reads_a_message_and_nobody_changes_it_unnoticed()
    {
        using var keys = new ReceiverKeys();
        using var others = new ReceiverKeys();
        var body = PushEncryption.Encrypt(VectorPlaintext, keys.At(Endpoint));

        Assert.ThrowsAny<CryptographicException>(() => others.Decrypt(body));
        Assert.ThrowsAny<CryptographicException>(() => PushDecryption.Decrypt(body, keys.Pair, new byte[16]));
        foreach (var place in (int[])[0, 86, 86 + VectorPlaintext.Length, body.Length - 1])
        {
            byte[] changed = [.. body];
            changed[place] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => keys.Decrypt(changed));
        }
    }

    private static ECDiffieHellman Pair(string secret, string point)
    {
        var bytes = Bytes(point);
        return ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Bytes(secret),
            Q = new ECPoint { X = bytes[1..33], Y = bytes[33..] },
        });
    }

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
