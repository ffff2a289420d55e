using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Ingest;

/// <summary>What is logged when things go wrong: enough to find the fault, nothing of the content.</summary>
public sealed class SecrecyTests : SurfaceTests
{
    [Fact]
    public async Task A_fault_of_storage_is_logged_with_the_path_and_without_content_or_key()
    {
        Surface.Plan.Unanswered = operation => operation.StartsWith("append", StringComparison.Ordinal);

        Assert.Equal(503, (await Surface.PutAsync("harbour-bridge")).Status);

        // That key and words are absent is asserted behind every test of a surface.
        Assert.Contains(Surface.Log.Lines, line =>
            line.Contains("StorageAway", StringComparison.Ordinal) && line.Contains("/api/articles/harbour-bridge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_article_leaves_none_of_its_words_in_the_log()
    {
        var before = Surface.Log.Lines.Count;

        Assert.Equal(422, (await Surface.PutAsync("harbour-bridge", Send.Article(more: ("url", null)))).Status);
        Assert.Equal(422, (await Surface.BatchAsync(Send.Batch(Send.Article("bad id")))).Status);
        Assert.Equal(400, (await Surface.BatchAsync(Send.Batch($"not json {Send.Headline}"))).Lines[0].GetProperty("status").GetInt32());

        Assert.True(Surface.Log.Lines.Count > before, "Nothing was logged, so nothing was looked at.");
    }
}
