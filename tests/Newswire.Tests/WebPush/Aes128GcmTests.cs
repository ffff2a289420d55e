using System.Buffers.Text;
using System.Text;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>The examples of RFC 8188 §3.</summary>
public sealed class Aes128GcmTests
{
    private static readonly byte[] Walrus = Encoding.UTF8.GetBytes("I am the walrus");

    private static readonly byte[] OneRecordSecret = Bytes("yqdlZ-tYemfogSmv7Ws5PQ");
    private static readonly byte[] OneRecord = Bytes("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");

    private static readonly byte[] TwoRecordsSecret = Bytes("BO3ZVPxUlnLORbVGMpbT1Q");
    private static readonly byte[] TwoRecords = Bytes("uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA");

    [Fact]
    public void The_example_of_one_record_comes_out_byte_for_byte() =>
        Assert.Equal(OneRecord, Aes128Gcm.Encrypt(Walrus, OneRecordSecret, OneRecord.AsSpan(0, 16), keyId: [], padding: 0, recordSize: 4096));

    [Fact]
    public void The_reader_of_the_tests_reads_both_examples()
    {
        Assert.Equal(Walrus, ContentDecoding.Decode(OneRecord, OneRecordSecret));
        Assert.Equal(Walrus, ContentDecoding.Decode(TwoRecords, TwoRecordsSecret));
    }

    [Fact]
    public void What_does_not_fit_into_a_record_is_refused_to_the_byte()
    {
        Assert.Equal(21 + 32, Aes128Gcm.Encrypt(Walrus, OneRecordSecret, new byte[16], [], padding: 0, recordSize: 32).Length);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Aes128Gcm.Encrypt(Walrus, OneRecordSecret, new byte[16], [], padding: 1, recordSize: 32));
    }

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
