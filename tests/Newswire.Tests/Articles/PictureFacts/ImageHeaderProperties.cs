using CsCheck;
using Newswire.Articles.PictureFacts.ImageHeaders;
using Newswire.Articles.Submissions;
using Newswire.TestKit;

namespace Newswire.Tests.Articles.PictureFacts;

/// <summary>Bytes come from strangers: whatever they are, reading them ends, costs little and says nothing absurd.</summary>
public sealed class ImageHeaderProperties
{
    private const int MostAllocatedBytes = 16 * 1024;

    private static readonly byte[][] Starts =
    [
        [], SmallPictures.Png, SmallPictures.Gif, SmallPictures.OrientedJpeg(6), SmallPictures.OrientedJpeg(6, littleEndian: true),
        SmallPictures.LossyWebP, SmallPictures.LosslessWebP, SmallPictures.ExtendedWebP, SmallPictures.Avif, SmallPictures.TurnedAvif,
        SmallPictures.TransparentAvif,
    ];

    [Fact]
    public void Any_bytes_give_an_answer() => Gen.Byte.Array[0, 300].Sample(AssertAnswers, iter: 20_000);

    [Fact]
    public void Any_bytes_behind_the_beginning_of_a_picture_give_an_answer() =>
        Gen.Select(Start, Gen.Byte.Array[0, 300]).Select((start, rest) => (byte[])[.. start, .. rest]).Sample(AssertAnswers, iter: 20_000);

    [Fact]
    public void A_picture_with_bytes_changed_gives_an_answer() =>
        Gen.Select(Gen.Int[1, Starts.Length - 1], Gen.Select(Gen.Int[0, 700], OneOfTheExtremes).Array[1, 8])
            .Select((start, changes) =>
            {
                var bytes = (byte[])Starts[start].Clone();
                foreach (var (at, value) in changes)
                {
                    bytes[at % bytes.Length] = value;
                }

                return bytes;
            })
            .Sample(AssertAnswers, iter: 50_000);

    /// <summary>The worst that was thought of: as many properties as fit, each looked for in as many boxes as fit.</summary>
    [Fact]
    public void An_AVIF_of_nothing_but_boxes_gives_an_answer()
    {
        byte[] boxes = [.. Enumerable.Range(0, 30_000).SelectMany(_ => (byte[])[0, 0, 0, 8, .. "free"u8])];
        byte[] numbers = [.. Enumerable.Repeat((byte[])[0xFF, 0xFF], 255).SelectMany(two => two)];
        byte[] associations = Box("ipma", [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 255, .. numbers]);
        byte[] properties = Box("iprp", [.. Box("ipco", boxes), .. associations]);
        byte[] meta = Box("meta", [0, 0, 0, 0, .. Box("pitm", [0, 0, 0, 0, 0, 1]), .. properties]);

        AssertAnswers([.. Box("ftyp", [.. "avif"u8]), .. meta]);
    }

    private static Gen<byte[]> Start =>
        Gen.Select(Gen.Int[0, Starts.Length - 1], Gen.Int[0, 700]).Select((start, length) => Starts[start][..Math.Min(length, Starts[start].Length)]);

    private static Gen<byte> OneOfTheExtremes => Gen.OneOf(Gen.Byte, Gen.Const((byte)0), Gen.Const((byte)0xFF), Gen.Const((byte)1));

    private static byte[] Box(string type, byte[] content)
    {
        var size = content.Length + 8;
        return [(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size, .. System.Text.Encoding.ASCII.GetBytes(type), .. content];
    }

    private static void AssertAnswers(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var header = ImageHeader.Read(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocatedBytes);
        if (header is not null)
        {
            Assert.StartsWith("image/", header.Type, StringComparison.Ordinal);
            Assert.Equal(header.Width is null, header.Height is null);
            Assert.InRange(header.Width ?? 1, 1, SubmissionLimits.MaxPixels);
            Assert.InRange(header.Height ?? 1, 1, SubmissionLimits.MaxPixels);
        }
    }
}
