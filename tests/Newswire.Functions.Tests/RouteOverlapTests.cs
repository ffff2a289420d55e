namespace Newswire.Functions.Tests;

public sealed class RouteOverlapTests
{
    [Theory]
    [InlineData("api/articles", "api/articles")]
    [InlineData("api/articles", "API/{kind}")]
    [InlineData("api/articles/{id}", "api/{kind}/x")]
    [InlineData("api/articles/{id}", "api/{*path}")]
    [InlineData("feeds/{*path}", "feeds")]
    [InlineData("feeds/{*path}", "feeds/{feed}.rss")]
    [InlineData("feeds", "feeds/{feed?}")]
    [InlineData("{*path}", "{root:maxlength(0)?}")]
    [InlineData("{id:int}", "{id:guid}")]
    public void Templates_that_some_path_matches_overlap(string first, string second)
    {
        Assert.True(RouteOverlap.Exists(first, second));
        Assert.True(RouteOverlap.Exists(second, first));
    }

    [Theory]
    [InlineData("api/articles", "api/articles/{id}")]
    [InlineData("api/articles", "api/pages")]
    [InlineData("api/articles/{id}", "feeds/{*path}")]
    [InlineData("api", "{root:maxlength(0)?}")]
    [InlineData("{name}", "{root:maxlength(0)?}")]
    [InlineData("feeds/{*path}", "{root:maxlength(0)?}")]
    public void Templates_without_a_common_path_do_not_overlap(string first, string second)
    {
        Assert.False(RouteOverlap.Exists(first, second));
        Assert.False(RouteOverlap.Exists(second, first));
    }
}
