using Newswire.Importing;

namespace Newswire.Tests.Importing;

public sealed class SourceDateTests
{
    [Theory]
    [InlineData("Thu, 05 Mar 2026 08:55:00 GMT", "2026-03-05T08:55:00Z")]
    [InlineData("Thu, 05 Mar 2026 08:55:00 +0000", "2026-03-05T08:55:00Z")]
    [InlineData("Thu, 5 Mar 2026 08:55:00 EST", "2026-03-05T13:55:00Z")]
    [InlineData("5 Mar 26 08:55 PDT", "2026-03-05T15:55:00Z")]
    [InlineData("Fri, 4 Sept 2026 10:00:00 BST", "2026-09-04T09:00:00Z")]
    [InlineData("Thursday, 05-Mar-98 08:55:00 UT", "1998-03-05T08:55:00Z")]
    [InlineData("Thu, 05 March 2026 8:55 +01:00", "2026-03-05T07:55:00Z")]
    [InlineData("Thu, 05 Mar 2026 08:55:00 GMT+2", "2026-03-05T06:55:00Z")]
    [InlineData("Thu, 05 Mar 2026 08:55:00 -0330 (NST)", "2026-03-05T12:25:00Z")]
    [InlineData("Thu, 05 Mar 2026", "2026-03-05T00:00:00Z")]
    [InlineData("Thu, 05 Mar 2026 24:00:00 GMT", "2026-03-06T00:00:00Z")]
    [InlineData("Thu, 05 Mar 2026 08:55:60 GMT", "2026-03-05T08:55:59Z")]
    [InlineData("Thu, 05 Mar 2026 08:55:00 XYZ", "2026-03-05T08:55:00Z")]
    [InlineData("2026-03-05T08:55:00Z", "2026-03-05T08:55:00Z")]
    [InlineData("2026-03-05T08:55:00.123+01:00", "2026-03-05T07:55:00.123Z")]
    [InlineData("2026-03-05 08:55:00", "2026-03-05T08:55:00Z")]
    [InlineData("2026-03-05", "2026-03-05T00:00:00Z")]
    public void A_date_in_any_form_is_the_moment_it_means(string text, string moment) =>
        Assert.Equal(moment, SourceDate.Text(SourceDate.Read(text)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("Thu, 32 Mar 2026 08:55:00 GMT")]
    [InlineData("Thu, 30 Feb 2026 08:55:00 GMT")]
    [InlineData("Thu, 05 Foo 2026 08:55:00 GMT")]
    [InlineData("Thu, 05 Mar 2026 99:99:99 GMT")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(SourceDate.Read(text));
}
