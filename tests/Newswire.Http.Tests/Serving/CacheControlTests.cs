using System.Globalization;
using Newswire.Http.Serving;

namespace Newswire.Http.Tests.Serving;

public sealed class CacheControlTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Kind, age of the last change in seconds, life at a reader, life in a shared cache.</summary>
    [Theory]
    [InlineData("Feed", -1, 30, 5)]
    [InlineData("Feed", 0, 30, 5)]
    [InlineData("Feed", 3_599, 30, 5)]
    [InlineData("Feed", 3_600, 60, 10)]
    [InlineData("Feed", 86_399, 60, 10)]
    [InlineData("Feed", 86_400, 300, 30)]
    [InlineData("Page", 0, 10, 5)]
    [InlineData("Page", 3_600, 30, 10)]
    [InlineData("Page", 86_400, 60, 30)]
    [InlineData("Archive", 0, 600, 300)]
    [InlineData("Archive", 86_400, 600, 300)]
    [InlineData("Index", 0, 60, 30)]
    [InlineData("Index", 86_400, 60, 30)]
    [InlineData("StyleSheet", 86_400, 3_600, 3_600)]
    public void Readers_and_shared_caches_have_lives_of_their_own(string kind, int unchanged, int reader, int shared)
    {
        var header = CacheControl.Of(Enum.Parse<DocumentKind>(kind), unchanged * Second);

        Assert.StartsWith("public, ", header, StringComparison.Ordinal);
        Assert.Equal((reader, shared), (Seconds(header, "max-age"), Seconds(header, "s-maxage")));
    }

    [Fact]
    public void Nothing_is_kept_for_more_than_an_hour_not_even_when_it_is_stale()
    {
        var headers =
            from kind in Enum.GetValues<DocumentKind>()
            from unchanged in new[] { TimeSpan.Zero, Hour, Day, 1_000 * Day }
            select CacheControl.Of(kind, unchanged);

        Assert.All(headers.Append(CacheControl.Moved).Append(CacheControl.MovedForPartner), header =>
        {
            var stale = Math.Max(Seconds(header, "stale-while-revalidate"), Seconds(header, "stale-if-error"));
            Assert.InRange(Seconds(header, "max-age") + stale, 1, (int)Hour.TotalSeconds);
            Assert.InRange(Seconds(header, "s-maxage") + stale, header.StartsWith("private, ", StringComparison.Ordinal) ? 0 : 1, (int)Hour.TotalSeconds);
        });
    }

    [Fact]
    public void What_is_for_a_partner_is_in_no_shared_cache_and_never_stale()
    {
        Assert.Equal("private, max-age=30, must-revalidate", CacheControl.Of(DocumentKind.PartnerFeed, Day));
        Assert.StartsWith("private, ", CacheControl.MovedForPartner, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_gets_news_is_seconds_old_in_a_shared_cache()
    {
        var header = CacheControl.Of(DocumentKind.Feed, TimeSpan.Zero);

        Assert.InRange(Seconds(header, "s-maxage") + Seconds(header, "stale-while-revalidate"), 1, 10);
    }

    private static int Seconds(string header, string directive) => header.Split(", ")
        .Where(part => part.StartsWith(directive + "=", StringComparison.Ordinal))
        .Select(part => int.Parse(part.AsSpan(directive.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture))
        .SingleOrDefault();
}
