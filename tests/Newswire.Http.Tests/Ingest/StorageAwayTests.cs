using Newswire.Http.Tests.Surface;
using Newswire.Storage;

namespace Newswire.Http.Tests.Ingest;

/// <summary>Storage away: 503 with Retry-After, nothing half-done, and the same request again puts it right.</summary>
public sealed class StorageAwayTests : SurfaceTests
{
    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("BATCH")]
    public async Task A_change_that_could_not_be_appended_is_503_and_appends_nothing(string what)
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith("append", StringComparison.Ordinal);

        var answer = await ChangeAsync(what);

        AssertAway(answer);
        Assert.Equal(0, Surface.CatalogLengthBytes);
        Surface.Plan.Unanswered = null;
        Assert.Equal(200, (await ChangeAsync(what, wait: true)).Status);
    }

    [Fact]
    public async Task A_change_whose_append_was_not_confirmed_is_503_and_sending_it_again_shows_it_once()
    {
        Surface.Plan.AnswerLost = operation => operation.StartsWith("append", StringComparison.Ordinal);

        AssertAway(await Surface.PutAsync("harbour-bridge"));
        var once = Surface.CatalogLengthBytes;
        Surface.Plan.AnswerLost = null;
        Assert.Equal(200, (await Surface.PutAsync("harbour-bridge", wait: true)).Status);

        Assert.True(Surface.CatalogLengthBytes > once);
        Assert.Single((await Surface.GetAsync("/feeds/latest.json")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_batch_whose_append_fails_is_in_the_catalog_whole_or_not_at_all()
    {
        Surface.Plan.AnswerLost = operation => operation.StartsWith("append", StringComparison.Ordinal);
        AssertAway(await ChangeAsync("BATCH"));
        Assert.Equal(2, Surface.Catalog.Snapshot()[1].Count(unit => unit == '\n'));
    }

    [Fact]
    public async Task A_change_whose_wake_up_could_not_be_sent_is_accepted()
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith("send", StringComparison.Ordinal);

        var answer = await Surface.PutAsync("harbour-bridge");

        Assert.Equal(202, answer.Status);
        Assert.True(Surface.CatalogLengthBytes > 0);
        Assert.Contains(Surface.Log.Lines, line => line.Contains("WakeUpLost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_that_cannot_be_looked_up_is_503()
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith($"read {Containers.Articles}/", StringComparison.Ordinal);

        AssertAway(await Surface.SendAsync(HttpMethod.Get, "/api/articles/harbour-bridge"));
    }

    [Fact]
    public async Task When_storage_is_back_the_documents_show_what_was_accepted_meanwhile()
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith("write public/", StringComparison.Ordinal);
        Assert.Equal(202, (await Surface.PutAsync("harbour-bridge", wait: true)).Status);
        Surface.Plan.Unanswered = null;

        Assert.Equal(200, (await Surface.PutAsync("other", wait: true)).Status);

        Assert.Equal(2, (await Surface.GetAsync("/feeds/latest.json")).Json.GetProperty("items").GetArrayLength());
    }

    private static void AssertAway(Answer answer)
    {
        Assert.Equal(503, answer.Status);
        Assert.Equal("5", answer["Retry-After"]);
        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal("urn:newswire:problem:storage-away", answer.Json.GetProperty("type").GetString());
    }

    private Task<Answer> ChangeAsync(string what, bool wait = false) => what switch
    {
        "PUT" => Surface.PutAsync("harbour-bridge", wait: wait),
        "DELETE" => Surface.DeleteAsync("harbour-bridge", wait: wait),
        _ => Surface.BatchAsync(Send.Batch(Send.Article("one"), Send.Article("two")), wait),
    };
}
