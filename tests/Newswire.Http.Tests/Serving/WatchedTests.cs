using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Http.Serving;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Http.Tests.Serving;

public sealed class WatchedTests
{
    private static readonly ObjectPath Path = new("public", "x");

    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryObjectStore objects = new();

    [Fact]
    public async Task A_client_that_goes_away_does_not_end_what_the_others_wait_for()
    {
        await WriteAsync("one");
        var plan = FaultPlan.PauseBefore(1);
        var watched = Watch(plan);
        using var leaving = new CancellationTokenSource();

        var left = watched.GetAsync(leaving.Token).AsTask();
        var stayed = watched.GetAsync(CancellationToken.None).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        plan.Resume();

        Assert.Equal("one", await stayed);
        Assert.Equal(["read public/x"], plan.Operations);
    }

    [Fact]
    public async Task Who_asks_after_a_write_is_not_given_what_was_asked_for_before_it()
    {
        await WriteAsync("one");
        var plan = FaultPlan.PauseAfter(1);
        var watched = Watch(plan);

        var early = watched.GetAsync(CancellationToken.None).AsTask();
        await plan.Paused;
        await WriteAsync("two");
        watched.Rewritten();
        var late = watched.GetAsync(CancellationToken.None).AsTask();
        plan.Resume();

        Assert.Equal("one", await early);
        Assert.Equal("two", await late);
    }

    [Fact]
    public async Task What_was_rewritten_is_read_and_what_is_in_doubt_is_looked_at()
    {
        await WriteAsync("one");
        var plan = FaultPlan.Count();
        var watched = Watch(plan);
        await watched.GetAsync(CancellationToken.None);

        watched.Doubt();
        Assert.False(watched.TryGet(out _));
        await watched.GetAsync(CancellationToken.None);
        watched.Rewritten();
        await watched.GetAsync(CancellationToken.None);

        Assert.Equal(["read public/x", "head public/x", "read public/x"], plan.Operations);
    }

    [Fact]
    public async Task What_could_not_be_read_after_a_write_is_read_when_storage_is_back()
    {
        await WriteAsync("one");
        var plan = FaultPlan.Count();
        var watched = Watch(plan);
        await watched.GetAsync(CancellationToken.None);
        await WriteAsync("two");
        watched.Rewritten();

        plan.Unanswered = _ => true;
        Assert.Equal("one", await watched.GetAsync(CancellationToken.None));
        plan.Unanswered = null;
        time.Advance(DocumentCache.MaxAge);

        Assert.Equal("two", await watched.GetAsync(CancellationToken.None));
        Assert.Equal("read public/x", plan.Operations[^1]);
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_looked_for_once_a_second()
    {
        var plan = FaultPlan.Count();
        var watched = Watch(plan);

        Assert.Null(await watched.GetAsync(CancellationToken.None));
        Assert.True(watched.TryGet(out var nothing));
        Assert.Null(nothing);
        time.Advance(DocumentCache.MaxAge);
        Assert.Null(await watched.GetAsync(CancellationToken.None));

        Assert.Equal(["read public/x", "head public/x"], plan.Operations);
    }

    private Watched<string> Watch(FaultPlan plan) => new(
        Path,
        new FaultyObjectStore(objects, plan),
        (stored, _) => System.Text.Encoding.UTF8.GetString(stored.Content.Span),
        time,
        NullLogger.Instance);

    private async Task WriteAsync(string text)
    {
        var before = await objects.HeadAsync(Path, CancellationToken.None);
        await objects.WriteAsync(
            Path, new ObjectContent(System.Text.Encoding.UTF8.GetBytes(text), "text/plain"), before?.ETag, CancellationToken.None);
    }
}
