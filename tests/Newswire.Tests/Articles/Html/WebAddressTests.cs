using Newswire.Articles.Html;

namespace Newswire.Tests.Articles.Html;

public sealed class WebAddressTests
{
    private static readonly Uri Page = new("https://news.example/uk/story");

    [Theory]
    [InlineData("https://zürich.example/straße?q=é", "https://xn--zrich-kva.example/stra%C3%9Fe?q=%C3%A9")]
    [InlineData("https://ニュース.example:8443/", "https://xn--zck9awe6d.example:8443/")]
    [InlineData("/a.jpg", "https://news.example/a.jpg")]
    [InlineData("a.jpg", "https://news.example/uk/a.jpg")]
    [InlineData("?p=2", "https://news.example/uk/story?p=2")]
    [InlineData("#top", "https://news.example/uk/story#top")]
    [InlineData("../b", "https://news.example/b")]
    [InlineData("//cdn.example/a.jpg", "https://cdn.example/a.jpg")]
    [InlineData(" HTTP://Other.example/x y ", "http://other.example/x%20y")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("java\nscript:alert(1)", null)]
    [InlineData("\u0001javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("ftp://x.example/", null)]
    [InlineData("http://", null)]
    [InlineData("mailto:a@b.example", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_absolute_web_addresses_come_out(string? raw, string? resolved) =>
        Assert.Equal(resolved, WebAddress.Resolve(raw, Page));

    [Fact]
    public void A_link_may_write_or_call()
    {
        Assert.Equal("mailto:a@b.example", WebAddress.ResolveLink("mailto:a@b.example", Page));
        Assert.Equal("tel:101", WebAddress.ResolveLink("tel:101", Page));
        Assert.Null(WebAddress.ResolveLink("blob:x", Page));
    }

    [Fact]
    public void An_address_that_is_too_long_is_none() =>
        Assert.Null(WebAddress.Resolve("/" + new string('a', WebAddress.MaxLength), Page));
}
