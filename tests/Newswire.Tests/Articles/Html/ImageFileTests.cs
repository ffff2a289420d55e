using Newswire.Articles.Html;

namespace Newswire.Tests.Articles.Html;

public sealed class ImageFileTests
{
    [Theory]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge.jpg#top")]
    [InlineData("https://news.example/bridge.jpg", "http://www.news.example.:8080/bridge.jpg")]
    [InlineData("https://news.example/bridge.jpg", "https://me@NEWS.example//%62ridge.JPG")]
    [InlineData("https://news.example/a/bridge.jpg", "https://news.example/a%2Fbridge.jpg")]
    [InlineData("https://news.example/bridge.jpg?w=400", "https://news.example/bridge.jpg?id=7&w=800")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge-300x200.jpg")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge_1024x.jpg.webp")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge-scaled@2x.jpg")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge.jpg;jsessionid=1?x")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge.jpg/800x600/smart")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge.jpg:large")]
    [InlineData("https://news.example/photo/7", "https://news.example/photo/7?token=abc")]
    [InlineData("https://news.example/photo?id=7&w=400&sig=a", "https://news.example/photo?w=800&sig=b&id=7")]
    [InlineData("https://news.example/bridge.jpg", "https://i0.wp.com/news.example/bridge.jpg?resize=300")]
    [InlineData("https://news.example/bridge.jpg", "https://cdn.example/fetch/w_300/https://news.example/bridge.jpg")]
    [InlineData("https://news.example/bridge.jpg", "https://proxy.example/?url=https%3A%2F%2Fnews.example%2Fbridge.jpg&w=3")]
    [InlineData("https://news.example/bridge.jpg", "https://proxy.example/?url=news.example/bridge.jpg")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/_next/image?url=%2Fbridge.jpg&w=640&q=75")]
    [InlineData("https://news.example/_next/image?url=%2Fbridge.jpg&w=640", "https://news.example/_next/image?url=%2Fbridge.jpg&w=1200")]
    [InlineData("https://a.example/?u=https://b.example/?u=https://news.example/bridge.jpg", "https://news.example/bridge.jpg")]
    public void Two_addresses_of_one_file_are_known_as_such(string one, string other)
    {
        Assert.True(AreSame(one, other));
        Assert.True(AreSame(other, one));
    }

    [Theory]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/ferry.jpg")]
    [InlineData("https://news.example/bridge.jpg", "https://other.example/bridge.jpg")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/bridge.png")]
    [InlineData("https://news.example/bridge-1.jpg", "https://news.example/bridge-2.jpg")]
    [InlineData("https://news.example/photo?id=7", "https://news.example/photo?id=8")]
    [InlineData("https://news.example/_next/image?url=%2Fbridge.jpg&w=640", "https://news.example/_next/image?url=%2Fferry.jpg&w=640")]
    [InlineData("https://i0.wp.com/news.example/bridge.jpg", "https://i0.wp.com/news.example/ferry.jpg")]
    [InlineData("https://news.example/photo?id=7&lang=en", "https://news.example/photo?id=8&lang=en")]
    [InlineData("https://news.example/photo?id=7&back=/", "https://other.example/photo?id=7&back=/")]
    [InlineData("https://img.png.example/bridge", "https://img.png.example/ferry")]
    [InlineData("https://news.example/bridge.jpg", "https://news.example/story?see=bridge")]
    [InlineData("https://news.example/bridge.jpg", "mailto:desk@news.example/bridge.jpg")]
    [InlineData("https://news.example/bridge.jpg", "not an address")]
    public void Two_files_are_two(string one, string other)
    {
        Assert.False(AreSame(one, other));
        Assert.False(AreSame(other, one));
    }

    [Fact]
    public void An_address_of_any_shape_is_read_in_a_moment()
    {
        var address = "https://news.example/" + string.Concat(Enumerable.Repeat("a.b/-1x1@2x.jpg/?u=/", 100));

        Assert.NotEmpty(ImageFile.NamedBy(address).ToList());
    }

    // As it is asked: what an address names on one side, what is held back on the other.
    private static bool AreSame(string one, string other) =>
        ImageFile.NamedBy(one).Any(file => ImageFile.NamedBy(other).Any(file.IsSame));
}
