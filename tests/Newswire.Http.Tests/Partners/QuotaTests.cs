using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Http.Tests.Surface;
using Newswire.Partners;

namespace Newswire.Http.Tests.Partners;

/// <summary>A partner's quota at its own addresses: what counts, what does not, and what the partner is told.</summary>
public sealed class QuotaTests : SurfaceTests
{
    private const string Policy = "\"hour\";q=3;w=3600, \"day\";q=5;w=86400";

    [Fact]
    public async Task Every_answer_says_what_the_quotas_are_and_what_remains()
    {
        var key = await PlanetAsync();
        Surface.Time.Advance(TimeSpan.FromSeconds(30));

        var answers = await AskAsync(key, 2);

        // From 09:00:30 on the minute that began at 09:00 has to leave an hour; the day's slot began at 08:48.
        Assert.All(answers, answer => Assert.Equal((200, Policy), (answer.Status, answer["RateLimit-Policy"])));
        Assert.Equal(
            ["\"hour\";r=2;t=3630, \"day\";r=4;t=87090", "\"hour\";r=1;t=3630, \"day\";r=3;t=87090"],
            answers.Select(answer => answer["RateLimit"]));
    }

    [Fact]
    public async Task A_used_up_quota_is_429_with_the_time_after_which_to_come_back()
    {
        var key = await PlanetAsync();
        await AskAsync(key, 3);

        var refused = await AskAsync(key);

        Assert.Equal(429, refused.Status);
        Assert.Equal("application/problem+json", refused["Content-Type"]);
        Assert.Equal("urn:newswire:problem:quota-exceeded", refused.Json.GetProperty("type").GetString());
        Assert.Contains("3 requests within any hour.", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(("3660", Policy, "\"hour\";r=0;t=3660, \"day\";r=2;t=87120"), (refused["Retry-After"], refused["RateLimit-Policy"], refused["RateLimit"]));
        Surface.Time.Advance(TimeSpan.FromSeconds(3659));
        Assert.Equal(429, (await AskAsync(key)).Status);
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([200, 200, 429], (await AskAsync(key, 3)).Select(answer => answer.Status));

        // Now it is the day's, and that takes longer.
        refused = await AskAsync(key);
        Assert.Contains("5 requests within any day.", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(87120 - 3660, int.Parse(refused["Retry-After"]!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Refusals_do_not_count_and_cost_no_storage_operation()
    {
        var key = await PlanetAsync();
        await AskAsync(key, 3);

        var operations = await Surface.OperationsOfAsync(async () => await AskAsync(key, 200));

        Assert.Empty(operations);
        await Surface.ExchangeQuotasAsync();
        await Surface.FlushUsageAsync();
        var usage = await UsageAsync();
        Assert.Equal((3, 200), (usage.GetProperty("taken").GetInt32(), usage.GetProperty("refused").GetInt32()));
        Surface.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal([200, 200], (await AskAsync(key, 2)).Select(answer => answer.Status));
    }

    [Fact]
    public async Task Ten_thousand_wrong_keys_cost_no_storage_operation_and_the_partner_nothing()
    {
        var key = await PlanetAsync();
        await AskAsync(key);
        var wrong = Enumerable.Range(0, 10_000).Select(i => $"Bearer nws_{i}").ToList();

        var operations = await Surface.OperationsOfAsync(async () =>
        {
            foreach (var sent in wrong)
            {
                var context = await Surface.SendRawAsync(HttpMethods.Get, "/partners/planet", request => request.Headers.Authorization = sent);
                Assert.Equal(403, context.Response.StatusCode);
                Assert.False(context.Response.Headers.ContainsKey("RateLimit"));
                Assert.False(context.Response.Headers.ContainsKey("RateLimit-Policy"));
            }
        });

        Assert.Empty(operations);
        Assert.Equal("\"hour\";r=1;t=3660, \"day\";r=3;t=87120", (await AskAsync(key))["RateLimit"]);
        Surface.Time.Advance(TimeSpan.FromSeconds(5));
        var background = await Surface.OperationsOfAsync(async () =>
        {
            await Surface.ExchangeQuotasAsync();
            await Surface.FlushUsageAsync();
        });
        Assert.DoesNotContain(background, operation => operation.Contains("nws_", StringComparison.Ordinal));
        var usage = await UsageAsync();
        Assert.Equal((2, 0, 0), (usage.GetProperty("taken").GetInt32(), usage.GetProperty("refused").GetInt32(), usage.GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task A_wrong_key_writes_nothing_at_all()
    {
        await PlanetAsync();
        var before = Surface.Stored();

        await AskAsync("nws_wrong", 5);
        await Surface.GetAsync("/partners/planet");
        await Surface.ExchangeQuotasAsync();
        await Surface.FlushUsageAsync();

        Assert.Equal(before, Surface.Stored());
    }

    [Fact]
    public async Task A_request_writes_nothing_and_what_it_took_is_written_beside_it()
    {
        var key = await PlanetAsync();
        var operations = await Surface.OperationsOfAsync(async () => await AskAsync(key, 4));
        Assert.DoesNotContain(operations, operation => operation.StartsWith("write", StringComparison.Ordinal));

        operations = await Surface.OperationsOfAsync(async () =>
        {
            await Surface.ExchangeQuotasAsync();
            await Surface.FlushUsageAsync();
        });

        Assert.Equal(
            [
                "read partner-usage/quota.json", "write partner-usage/quota.json",
                "read partner-usage/days/2026-03-05/planet.json", "write partner-usage/days/2026-03-05/planet.json",
            ],
            operations);
    }

    [Fact]
    public async Task When_storage_is_away_the_request_does_not_count()
    {
        var key = await PlanetAsync();
        await AskAsync(key);
        await Surface.PutAsync("harbour-bridge", wait: true);
        Surface.Time.Advance(TimeSpan.FromSeconds(2));
        Surface.Plan.Unanswered = operation => !operation.Contains(" partners/", StringComparison.Ordinal);

        var away = await AskAsync(key);
        Surface.Plan.Unanswered = null;
        Surface.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((503, "\"hour\";r=2;t=3658, \"day\";r=4;t=87118"), (away.Status, away["RateLimit"]));
        Assert.Equal("\"hour\";r=1;t=3657, \"day\";r=3;t=87117", (await AskAsync(key))["RateLimit"]);
    }

    [Fact]
    public async Task A_quota_that_is_raised_holds_at_once()
    {
        var key = await PlanetAsync();
        await AskAsync(key, 3);
        Assert.Equal(429, (await AskAsync(key)).Status);

        await Surface.Partners.DefineAsync(
            [new Partner { Name = "planet", Title = "Planet", Feeds = ["latest"], Quota = new PartnerQuota(10, 20) }], CancellationToken.None);

        Assert.Equal("\"hour\";r=6;t=3660, \"day\";r=16;t=87120", (await AskAsync(key))["RateLimit"]);
    }

    [Fact]
    public async Task HEAD_counts_as_GET_does()
    {
        var key = await PlanetAsync();

        var head = await Surface.SendWithAsync([("Authorization", "Bearer " + key)], HttpMethod.Head, "/partners/planet");

        Assert.StartsWith("\"hour\";r=2;", head["RateLimit"], StringComparison.Ordinal);
        await Surface.FlushUsageAsync();
        var usage = await UsageAsync();
        Assert.Equal((1, 0), (usage.GetProperty("taken").GetInt32(), usage.GetProperty("bytes").GetInt32()));
    }

    private async Task<string> PlanetAsync()
    {
        await Surface.Partners.DefineAsync(
            [new Partner { Name = "planet", Title = "Planet", Feeds = ["latest"], Quota = new PartnerQuota(3, 5) }], CancellationToken.None);
        return Assert.IsType<KeyCreation.Created>(
            await Surface.Partners.CreateKeyAsync("planet", name: null, expires: null, CancellationToken.None)).Secret;
    }

    private Task<Answer> AskAsync(string key) => Surface.GetAsync("/partners/planet", ("Authorization", "Bearer " + key));

    private async Task<IReadOnlyList<Answer>> AskAsync(string key, int times)
    {
        List<Answer> answers = [];
        for (var i = 0; i < times; i++)
        {
            answers.Add(await AskAsync(key));
        }

        return answers;
    }

    private async Task<System.Text.Json.JsonElement> UsageAsync() =>
        (await Surface.SendAsync(HttpMethod.Get, "/api/partners/planet/usage")).Json.GetProperty("total");
}
