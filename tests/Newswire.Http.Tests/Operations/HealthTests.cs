using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Operations;

/// <summary>What load balancers and people are told of how it is.</summary>
public sealed class HealthTests : SurfaceTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Nobody_needs_a_key_and_nobody_keeps_the_answer(string path)
    {
        var answer = await Surface.GetAsync(path);
        var head = await Surface.SendWithAsync([], HttpMethod.Head, path);

        Assert.Equal((200, "no-store", "ok"), (answer.Status, answer["Cache-Control"], answer.Json.GetProperty("status").GetString()));
        Assert.Equal((200, 0), (head.Status, head.Bytes.Length));
        Assert.Equal(answer["Content-Length"], head["Content-Length"]);
    }

    [Fact]
    public async Task A_process_that_answers_lives_whatever_storage_does()
    {
        Surface.Plan.Unanswered = _ => true;

        var operations = await Surface.OperationsOfAsync(async () =>
            Assert.Equal("""{"status":"ok"}""", (await Surface.GetAsync("/health/live")).Text));
        Assert.Empty(operations);
    }

    [Fact]
    public async Task While_storage_is_away_it_is_not_ready_and_says_so()
    {
        Surface.Plan.Unanswered = _ => true;

        var answer = await Surface.GetAsync("/health/ready");

        Assert.Equal(503, answer.Status);
        Assert.Equal(
            """{"status":"unavailable","checks":{"storage":{"status":"unavailable","since":"2026-03-05T09:00:00+00:00"},"freshness":{"status":"ok","since":"2026-03-05T09:00:00+00:00"}}}""",
            answer.Text);
        Surface.Plan.Unanswered = null;
        Surface.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Surface.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Documents_that_are_behind_are_told_of_and_served_all_the_same()
    {
        await Surface.PutAsync("harbour-bridge");
        Surface.Time.Advance(TimeSpan.FromMinutes(3));

        var answer = await Surface.GetAsync("/health/ready");

        Assert.Equal((200, "degraded"), (answer.Status, answer.Json.GetProperty("status").GetString()));
        var freshness = answer.Json.GetProperty("checks").GetProperty("freshness");
        Assert.Equal(("degraded", 180.0), (freshness.GetProperty("status").GetString(), freshness.GetProperty("lagSeconds").GetDouble()));
        Assert.Equal(200, (await Surface.GetAsync("/")).Status);
    }
}
