using System.Text.Json;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>What the newsroom is told of what partners take.</summary>
public sealed class UsageTests : SurfaceTests
{
    [Fact]
    public async Task Usage_is_shown_by_day_of_the_last_thirty_up_to_the_last_time_it_was_written_down()
    {
        var key = await PlanetAsync();
        await AskAsync(key);
        await Surface.FlushUsageAsync();
        Surface.Time.Advance(TimeSpan.FromDays(2));
        var length = (await AskAsync(key)).Bytes.Length;
        await Surface.FlushUsageAsync();
        await AskAsync(key);

        var answer = await ReportAsync();

        Assert.Equal((200, "no-store"), (answer.Status, answer["Cache-Control"]));
        Assert.Equal(
            $$"""{"taken":2,"notModified":0,"refused":0,"failed":0,"bytes":{{2 * length}}}""", answer.Json.GetProperty("total").GetRawText());
        Assert.Equal(("planet", "2026-02-06", "2026-03-07"), (Text(answer.Json, "partner"), Text(answer.Json, "from"), Text(answer.Json, "to")));
        var days = answer.Json.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal(30, days.Count);
        Assert.Equal($$"""{"day":"2026-03-07","taken":1,"notModified":0,"refused":0,"failed":0,"bytes":{{length}}}""", days[^1].GetRawText());
        Assert.Equal([0, 1, 0, 1], days[^4..].Select(day => day.GetProperty("taken").GetInt32()));
    }

    [Fact]
    public async Task The_days_may_be_chosen()
    {
        var key = await PlanetAsync();
        await AskAsync(key);
        await Surface.FlushUsageAsync();

        var operations = await Surface.OperationsOfAsync(async () =>
            Assert.Equal(0, (await ReportAsync("?from=2026-03-01&to=2026-03-04")).Json.GetProperty("total").GetProperty("taken").GetInt32()));
        Assert.Equal(4, operations.Count(operation => operation.StartsWith("read partner-usage/days/", StringComparison.Ordinal)));
        Assert.Equal(1, (await ReportAsync("?from=2026-03-05&to=2026-03-05")).Json.GetProperty("total").GetProperty("taken").GetInt32());
    }

    [Theory]
    [InlineData("?from=2026-03-06&to=2026-03-05")]
    [InlineData("?from=2025-03-04&to=2026-03-05")]
    [InlineData("?from=yesterday")]
    [InlineData("?to=2026-3-5")]
    [InlineData("?from=2026-03-01&from=2026-03-02")]
    [InlineData("?to=0001-01-01")]
    [InlineData("?to=9999-12-31")]
    [InlineData("?from=")]
    public async Task Days_that_are_none_or_too_many_are_400_and_nothing_is_read(string query)
    {
        await PlanetAsync();

        var operations = await Surface.OperationsOfAsync(async () =>
        {
            var answer = await ReportAsync(query);
            Assert.Equal((400, "urn:newswire:problem:parameter"), (answer.Status, Text(answer.Json, "type")));
        });

        Assert.DoesNotContain(operations, operation => operation.Contains("partner-usage", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("PLANET")]
    [InlineData("..%2F..%2Fkeys")]
    public async Task There_is_none_of_a_partner_that_never_was(string partner)
    {
        await PlanetAsync();

        var answer = await Surface.SendAsync(HttpMethod.Get, $"/api/partners/{partner}/usage");

        Assert.Equal((404, "urn:newswire:problem:unknown-partner"), (answer.Status, Text(answer.Json, "type")));
    }

    [Fact]
    public async Task What_a_partner_took_can_be_seen_when_it_is_gone()
    {
        var key = await PlanetAsync();
        await AskAsync(key);
        await Surface.FlushUsageAsync();
        await Surface.Partners.RemoveAsync("planet", CancellationToken.None);

        Assert.Equal(1, (await ReportAsync()).Json.GetProperty("total").GetProperty("taken").GetInt32());
    }

    [Fact]
    public async Task Only_a_publisher_key_shows_it()
    {
        var key = await PlanetAsync();

        Assert.Equal(401, (await Surface.GetAsync("/api/partners/planet/usage")).Status);
        Assert.Equal(403, (await Surface.GetAsync("/api/partners/planet/usage", ("Authorization", "Bearer " + key))).Status);
    }

    [Fact]
    public async Task What_was_taken_so_long_ago_that_it_is_not_kept_is_removed_by_the_clock()
    {
        var key = await PlanetAsync();
        await AskAsync(key);
        await Surface.FlushUsageAsync();
        Surface.Time.Advance(TimeSpan.FromDays(400));
        await Surface.RunAsync(Schedules.Housekeeping);
        Assert.Contains("partner-usage/days/2026-03-05/planet.json", Surface.Stored().Keys);

        Surface.Time.Advance(TimeSpan.FromDays(1));
        await Surface.RunAsync(Schedules.Housekeeping);

        Assert.DoesNotContain("partner-usage/days/2026-03-05/planet.json", Surface.Stored().Keys);
    }

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();

    private Task<Answer> ReportAsync(string query = "") => Surface.SendAsync(HttpMethod.Get, "/api/partners/planet/usage" + query);

    private Task<Answer> AskAsync(string key) => Surface.GetAsync("/partners/planet", ("Authorization", "Bearer " + key));

    private async Task<string> PlanetAsync()
    {
        await Surface.Partners.DefineAsync([new Partner { Name = "planet", Title = "Planet", Feeds = ["latest"] }], CancellationToken.None);
        return Assert.IsType<KeyCreation.Created>(
            await Surface.Partners.CreateKeyAsync("planet", name: null, expires: null, CancellationToken.None)).Secret;
    }
}
