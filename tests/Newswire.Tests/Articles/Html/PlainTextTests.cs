using Newswire.Articles.Html;

namespace Newswire.Tests.Articles.Html;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("two\nlines", "two lines")]
    [InlineData("a\ttab", "a tab")]
    [InlineData("a < b & c", "a < b & c")]
    [InlineData("x<y and y>z", "x<y and y>z")]
    [InlineData("I <3 R&D; AT&T", "I <3 R&D; AT&T")]
    [InlineData("AT&amp;T", "AT&T")]
    [InlineData("Caf&#233; &#xE9;", "Café é")]
    [InlineData("<em>Big</em> news", "Big news")]
    [InlineData("One<br>two<p>three", "One two three")]
    [InlineData("<script>alert(1)</script>Hi", "Hi")]
    [InlineData("<script>alert(1)", "")]
    [InlineData("<style>p{}</style><b>Hi</b>", "Hi")]
    [InlineData("<!-- note -->Hi", "Hi")]
    [InlineData("  two \t\r\n lines\u00a0here ", "two lines here")]
    [InlineData("nul\0 &#1;bell&amp;", "nul bell&")]
    [InlineData("Use &lt;b&gt; sparingly", "Use <b> sparingly")]
    [InlineData("", "")]
    public void A_field_becomes_one_line_of_words(string field, string words) => Assert.Equal(words, PlainText.From(field));

    [Fact]
    public void A_field_of_nothing_is_null()
    {
        Assert.Null(PlainText.OrNull(null));
        Assert.Null(PlainText.OrNull(" <b> </b> "));
        Assert.Equal("x", PlainText.OrNull("x"));
    }
}
