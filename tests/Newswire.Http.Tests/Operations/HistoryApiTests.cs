using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Operations;

/// <summary>What the newsroom is told of how it went.</summary>
public sealed class HistoryApiTests : SurfaceTests
{
    [Fact]
    public async Task The_last_hour_is_told_by_the_minute()
    {
        var book = Surface.Service<Newswire.Operations.History.HistoryBook>();
        book.Add("a.series/304", 2);
        book.Peak("a.gauge", 7.5);
        await book.FlushAsync(CancellationToken.None);
        Surface.Time.Advance(TimeSpan.FromMinutes(59));

        var answer = await GetAsync();

        Assert.Equal((200, "no-store", 60), (answer.Status, answer["Cache-Control"], answer.Json.GetProperty("stepSeconds").GetInt32()));
        var points = answer.Json.GetProperty("points").EnumerateArray().ToList();
        Assert.InRange(points.Count, 60, 61);
        var point = Assert.Single(points, point => point.GetProperty("at").GetDateTimeOffset() == NewswireSurface.Now);
        Assert.Equal(2, point.GetProperty("sums").GetProperty("a.series/304").GetDouble());
        Assert.Equal(7.5, point.GetProperty("maxima").GetProperty("a.gauge").GetDouble());
    }

    [Fact]
    public async Task The_time_may_be_chosen()
    {
        var answer = await GetAsync("?from=2026-02-01T00:00:00Z&to=2026-03-01T00:00:00Z");

        Assert.Equal(3_600, answer.Json.GetProperty("stepSeconds").GetInt32());
        Assert.Equal(28 * 24, answer.Json.GetProperty("points").GetArrayLength());
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2026-03-05")]
    [InlineData("?from=2026-03-05T09:00:00Z&to=2026-03-05T09:00:00Z")]
    [InlineData("?from=2025-01-01T00:00:00Z&to=2026-03-05T09:00:00Z")]
    [InlineData("?to=0001-01-01T00:00:00Z")]
    [InlineData("?to=9999-12-31T00:00:00Z")]
    [InlineData("?from=2026-03-01T00:00:00Z&from=2026-03-02T00:00:00Z")]
    public async Task Times_that_are_none_or_too_long_are_400_and_nothing_is_read(string query)
    {
        Assert.Equal(200, (await GetAsync()).Status);

        var operations = await Surface.OperationsOfAsync(async () => Assert.Equal(400, (await GetAsync(query)).Status));

        Assert.Empty(operations);
    }

    private Task<Answer> GetAsync(string query = "") => Surface.SendAsync(HttpMethod.Get, "/api/operations/history" + query);
}
