using Newswire.Articles.Html;

namespace Newswire.Tests.Articles.Html;

public sealed class XmlTextTests
{
    [Fact]
    public void Clean_text_comes_back_as_the_same_instance()
    {
        const string Text = "Tab\tline\nreturn\r 😀 é \uFFFD";
        Assert.Same(Text, XmlText.Clean(Text));
        Assert.True(XmlText.IsClean(Text));
    }

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("\u0001\u000B\u001F", "")]
    [InlineData("x\uFFFE\uFFFFy", "xy")]
    public void What_xml_forbids_is_removed(string text, string clean)
    {
        Assert.False(XmlText.IsClean(text));
        Assert.Equal(clean, XmlText.Clean(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_removed_and_a_whole_one_kept() =>
        Assert.Equal("a😀", XmlText.Clean("\uDC00\uD800a\uD83D\uDE00\uD83D"));

    [Fact]
    public void Every_single_character_is_judged_as_the_specification_does()
    {
        for (var code = 0; code <= 0xFFFF; code++)
        {
            var isAllowed = code is 9 or 10 or 13 or (>= 0x20 and < 0xD800) or (>= 0xE000 and <= 0xFFFD);
            Assert.Equal(isAllowed, XmlText.IsClean(((char)code).ToString()));
        }
    }
}
