using Newswire.Articles.PictureFacts.ImageHeaders;
using Newswire.TestKit;

namespace Newswire.Tests.Articles.PictureFacts;

public sealed class ImageHeaderTests
{
    private const int Width = SmallPictures.Width;
    private const int Height = SmallPictures.Height;

    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "image/png", SmallPictures.Png },
        { "image/gif", SmallPictures.Gif },
        { "image/jpeg", SmallPictures.Jpeg },
        { "image/webp", SmallPictures.LossyWebP },
        { "image/webp", SmallPictures.LosslessWebP },
        { "image/webp", SmallPictures.ExtendedWebP },
        { "image/avif", SmallPictures.Avif },
        { "image/avif", SmallPictures.TransparentAvif },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_says_its_type_and_size(string type, byte[] bytes) =>
        Assert.Equal(new ImageHeader(type, Width, Height), ImageHeader.Read(bytes));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void However_early_it_is_cut_off_what_is_said_is_true(string type, byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Contains(
                ImageHeader.Read(bytes.AsSpan(0, length)),
                (ImageHeader?[])[null, new ImageHeader(type, null, null), new ImageHeader(type, Width, Height)]);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void A_camera_held_upright_gives_an_upright_picture(byte orientation, bool turned)
    {
        var expected = turned ? new ImageHeader("image/jpeg", Height, Width) : new ImageHeader("image/jpeg", Width, Height);

        Assert.Equal(expected, ImageHeader.Read(SmallPictures.OrientedJpeg(orientation)));
        Assert.Equal(expected, ImageHeader.Read(SmallPictures.OrientedJpeg(orientation, littleEndian: true)));
    }

    [Fact]
    public void Of_several_turns_the_first_counts()
    {
        byte[] twice = [.. SmallPictures.OrientedJpeg(1)[..^(SmallPictures.Jpeg.Length - 2)], .. SmallPictures.OrientedJpeg(6)[2..]];

        Assert.Equal(new ImageHeader("image/jpeg", Width, Height), ImageHeader.Read(twice));
    }

    [Fact]
    public void Metadata_before_the_picture_is_passed_over() =>
        Assert.Equal(new ImageHeader("image/jpeg", Width, Height), ImageHeader.Read(SmallPictures.JpegBehind(150_000)));

    [Fact]
    public void An_AVIF_that_is_turned_has_its_sides_turned() =>
        Assert.Equal(new ImageHeader("image/avif", Height, Width), ImageHeader.Read(SmallPictures.TurnedAvif));

    [Fact]
    public void Of_an_AVIF_that_is_clipped_the_size_stays_unknown() =>
        Assert.Equal(new ImageHeader("image/avif", null, null), ImageHeader.Read(SmallPictures.ClippedAvif));

    [Theory]
    [InlineData(0, 800)]
    [InlineData(1200, 0)]
    [InlineData(100_001, 800)]
    [InlineData(0xFFFF_FFFF, 0xFFFF_FFFF)]
    public void Sides_that_no_picture_has_are_unknown(uint width, uint height) =>
        Assert.Equal(new ImageHeader("image/png", null, null), ImageHeader.Of("image/png", width, height));

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><title>404</title>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")]
    [InlineData("GIF88a??????")]
    [InlineData("RIFF????WAVEfmt ")]
    [InlineData("\0\0\0\u001cftypheic\0\0\0\0mif1heic")]
    [InlineData("%PDF-1.7")]
    public void Anything_else_is_no_picture(string text) =>
        Assert.Null(ImageHeader.Read(System.Text.Encoding.Latin1.GetBytes(text)));
}
