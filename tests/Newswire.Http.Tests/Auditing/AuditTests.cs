using Newswire.Auditing;
using Newswire.Http.Auditing;
using Newswire.Http.Tests.Surface;
using Newswire.Keys;

namespace Newswire.Http.Tests.Auditing;

/// <summary>Whatever changes something through the API is written down, before and behind it.</summary>
public sealed class AuditTests : SurfaceTests
{
    private static readonly string[] Publishing = ["PUT " + Routes.Article, "POST " + Routes.Articles, "POST " + Routes.Pages, "POST " + Routes.ConnectorEvents];

    [Fact]
    public void Every_route_of_the_API_that_does_more_than_read_has_a_name_in_the_log() => Assert.All(
        Surface.Routes.Where(route => route.Template.StartsWith("api/", StringComparison.Ordinal)
            && route.Method is not ("GET" or "HEAD")
            && !Publishing.Contains($"{route.Method} {route.Template}", StringComparer.Ordinal)),
        route => Assert.NotEqual(AuditActs.Other, ApiActs.Of(route.Method, "/" + route.Template).Name));

    [Fact]
    public async Task An_act_is_told_with_who_did_it_on_what_and_what_came_of_it()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        await Surface.DeleteAsync("harbour-bridge");

        var answer = await Surface.SendAsync(HttpMethod.Get, "/api/audit");

        var act = Assert.Single(answer.Json.GetProperty("acts").EnumerateArray());
        Assert.Equal("withdraw-article", act.GetProperty("act").GetString());
        Assert.Equal("harbour-bridge", act.GetProperty("subject").GetString());
        Assert.Equal("the CMS", act.GetProperty("who").GetString());
        Assert.Equal("api", act.GetProperty("way").GetString());
        Assert.Equal("done", act.GetProperty("result").GetString());
        Assert.Equal("HTTP 202", act.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task What_only_publishes_or_reads_is_not_in_the_log()
    {
        await Surface.PutAsync("harbour-bridge");
        await Surface.BatchAsync(Send.Batch(Send.Article("second")));
        await Surface.SendAsync(HttpMethod.Get, "/api/partners");

        Assert.Empty((await Surface.Audit.ReadAsync(after: null, 10, CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Nothing_is_done_that_could_not_be_written_down_before()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        var length = Surface.CatalogLengthBytes;
        Surface.Plan.Unanswered = operation => operation.StartsWith("write audit/", StringComparison.Ordinal);

        Assert.Equal(503, (await Surface.DeleteAsync("harbour-bridge")).Status);
        Assert.Equal(length, Surface.CatalogLengthBytes);
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_written_down_leaves_the_act_begun_and_tells_its_doer_what_came_of_it()
    {
        await Surface.PutAsync("harbour-bridge", wait: true);
        Surface.Plan.Unanswered = operation => operation.StartsWith("write audit/", StringComparison.Ordinal)
            && operation.EndsWith("/outcome.json", StringComparison.Ordinal);

        Assert.Equal(202, (await Surface.DeleteAsync("harbour-bridge")).Status);
        Assert.Null(Assert.Single((await Surface.Audit.ReadAsync(after: null, 10, CancellationToken.None)).Entries).Outcome);
    }

    [Fact]
    public async Task What_was_refused_is_told_and_a_stranger_leaves_no_trace()
    {
        Assert.Equal(404, (await Surface.SendAsync(HttpMethod.Delete, "/api/partners/nobody")).Status);
        Assert.Equal(403, (await Surface.SendWithAsync([("Authorization", "Bearer nwp_wrong")], HttpMethod.Delete, "/api/partners/nobody")).Status);

        var entry = Assert.Single((await Surface.Audit.ReadAsync(after: null, 10, CancellationToken.None)).Entries);
        Assert.Equal((AuditResult.Refused, "HTTP 404"), (entry.Outcome!.Result, entry.Outcome.Detail));
    }

    [Fact]
    public async Task The_log_holds_neither_content_nor_keys_nor_secrets()
    {
        await Surface.SendAsync(HttpMethod.Put, "/api/partners/gazette", Send.Json("""{"title":"The Gazette","contact":"wOrDs","feeds":[]}"""));
        var made = await Surface.SendAsync(HttpMethod.Post, "/api/partners/gazette/keys", Send.Json("{}"));
        var key = made.Json.GetProperty("secret").GetString()!;
        await Surface.SendAsync(HttpMethod.Put, "/api/partners/gazette/webhook", Send.Json($$"""{"url":"https://gazette.example/{{Send.Capability}}"}"""));

        var log = string.Join('\n', Surface.Stored().Where(stored => stored.Key.StartsWith("audit/", StringComparison.Ordinal)).Select(stored => stored.Value));
        Assert.Contains("gazette", log, StringComparison.Ordinal);
        Assert.All([key, Surface.Key, Send.Capability, "wOrDs"], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_acts_are_reached_page_by_page_and_each_once()
    {
        for (var i = 0; i < 7; i++)
        {
            await Surface.SendAsync(HttpMethod.Delete, $"/api/partners/nobody-{i}");
        }

        List<string> subjects = [];
        string? after = "";
        while (after is not null)
        {
            var page = (await Surface.SendAsync(HttpMethod.Get, "/api/audit?count=3&after=" + after)).Json;
            subjects.AddRange(page.GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("subject").GetString()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"nobody-{i}"), subjects);
        Assert.Equal(400, (await Surface.SendAsync(HttpMethod.Get, "/api/audit?count=101")).Status);
    }

    [Fact]
    public async Task Acts_are_removed_once_they_are_old()
    {
        await Surface.SendAsync(HttpMethod.Delete, "/api/partners/nobody");
        Surface.Time.Advance(TimeSpan.FromDays(2_556));
        await Surface.RunAsync(Schedules.Housekeeping);
        Assert.Single((await Surface.Audit.ReadAsync(after: null, 10, CancellationToken.None)).Entries);

        Surface.Time.Advance(TimeSpan.FromDays(2));
        await Surface.RunAsync(Schedules.Housekeeping);
        Assert.DoesNotContain(Surface.Stored().Keys, path => path.StartsWith("audit/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_is_told_from_a_program_with_a_key()
    {
        var own = Surface.Keys.MakeOwn();
        await Surface.SendWithAsync([("Authorization", "Bearer " + own)], HttpMethod.Delete, "/api/partners/nobody");

        var entry = Assert.Single((await Surface.Audit.ReadAsync(after: null, 10, CancellationToken.None)).Entries);
        Assert.Equal(new AuditActor(Environment.UserName, AuditActor.CommandLine), entry.Who);
        using var other = new PublisherKeys(Surface.Objects, Surface.Time);
        Assert.Null(await other.FindAsync(own, CancellationToken.None));
    }
}
