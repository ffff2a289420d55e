using Newswire.Catalog;
using Newswire.Projection;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Projection;

public sealed class ProjectionRunnerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Newsroom newsroom = new();
    private readonly InMemoryLeases leases;
    private readonly InMemoryMessageQueues queues;

    public ProjectionRunnerTests() =>
        (leases, queues) = (new InMemoryLeases(newsroom.Time), new InMemoryMessageQueues(newsroom.Time));

    [Fact]
    public async Task Everything_that_was_in_the_catalog_at_the_call_is_in_the_documents_when_it_returns()
    {
        await newsroom.AppendAsync([.. Enumerable.Range(0, 10).Select(i => Some.Publish($"a-{i}"))]);
        await Runner(FaultPlan.Count(), new ProjectionOptions { MaxChanges = 3 }).CatchUpAsync(None);
        await newsroom.AssertEqualsRebuildAsync("Caught up");
    }

    [Fact]
    public async Task Calls_that_come_during_a_run_share_the_next_one()
    {
        await newsroom.AppendAsync(Some.Publish("first"));
        var plan = FaultPlan.PauseBefore(8);
        var runner = Runner(plan);
        var first = runner.CatchUpAsync(None);
        await plan.Paused;
        await newsroom.AppendAsync(Some.Publish("second"));
        var calls = Enumerable.Range(0, 20).Select(_ => runner.CatchUpAsync(None)).ToList();
        Assert.All(calls, call => Assert.False(call.IsCompleted));

        plan.Resume();
        await Task.WhenAll(calls.Append(first));

        Assert.Contains("second", newsroom.Documents()["feeds/latest.json"], StringComparison.Ordinal);
        Assert.InRange(plan.Operations.Count(operation => operation.StartsWith("acquire", StringComparison.Ordinal)), 1, 2);
    }

    [Fact]
    public async Task A_run_that_fails_fails_its_callers_and_the_next_one_goes_on()
    {
        await newsroom.AppendAsync(Some.Publish());
        await Assert.ThrowsAsync<CrashException>(() => Runner(FaultPlan.CrashBefore(12)).CatchUpAsync(None));
        var next = Runner(FaultPlan.Count()).CatchUpAsync(None);
        await AdvanceUntilAsync(next);
        await newsroom.AssertEqualsRebuildAsync("After a crash");
    }

    [Fact]
    public async Task While_another_process_holds_the_lease_a_run_waits_for_its_outcome()
    {
        await newsroom.AppendAsync(Some.Publish("a"));
        var plan = FaultPlan.PauseBefore(10);
        var other = Runner(plan).CatchUpAsync(None);
        await plan.Paused;

        var mine = FaultPlan.Count();
        var waiting = Runner(mine).CatchUpAsync(None);
        newsroom.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        plan.Resume();
        await other;
        await AdvanceUntilAsync(waiting);

        Assert.DoesNotContain(mine.Operations, operation => operation.StartsWith("write public", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listeners_hear_of_every_document_that_was_written()
    {
        await newsroom.AppendAsync(Some.Publish());
        var listener = new Listener();
        await Runner(FaultPlan.Count(), listener: listener).CatchUpAsync(None);
        Assert.Equal(
            newsroom.Documents().Keys.Order(StringComparer.Ordinal),
            listener.Heard.Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_due_soon_is_announced_by_a_message_that_comes_when_it_is_due()
    {
        var due = newsroom.Time.GetUtcNow().AddSeconds(90);
        await newsroom.AppendAsync(Some.Publish(published: due));
        var runner = Runner(FaultPlan.Count());
        await runner.CatchUpAsync(None);
        await runner.CatchUpAsync(None);
        Assert.Empty(queues.Waiting(QueueNames.CatalogChanged));

        newsroom.Time.Advance(TimeSpan.FromSeconds(90));

        Assert.Single(queues.TakeAll(QueueNames.CatalogChanged));
        await runner.CatchUpAsync(None);
        Assert.Contains("harbour-bridge", newsroom.Documents()["feeds/latest.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_comes_too_early_is_sent_again()
    {
        await newsroom.AppendAsync(Some.Publish(published: newsroom.Time.GetUtcNow().AddSeconds(30)));
        var runner = Runner(FaultPlan.Count());
        await runner.CatchUpAsync(None);
        newsroom.Time.Advance(TimeSpan.FromSeconds(29.5));
        await runner.CatchUpAsync(None);

        newsroom.Time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.Equal(2, queues.TakeAll(QueueNames.CatalogChanged).Count);
    }

    [Fact]
    public async Task What_is_due_later_is_left_to_the_sweep()
    {
        await newsroom.AppendAsync(Some.Publish(published: newsroom.Time.GetUtcNow().AddMinutes(10)));
        await Runner(FaultPlan.Count()).CatchUpAsync(None);
        newsroom.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(queues.Waiting(QueueNames.CatalogChanged));
    }

    private ProjectionRunner Runner(FaultPlan plan, ProjectionOptions? options = null, IDocumentListener? listener = null) => new(
        newsroom.Served(plan, options, listener: listener),
        new CatalogReader(new FaultyCatalogPages(newsroom.Pages, plan), new CatalogOptions()),
        new FaultyLeases(leases, plan),
        new FaultyMessageQueues(queues, plan),
        newsroom.Time);

    private async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            newsroom.Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }

        await task;
    }

    private sealed class Listener : IDocumentListener
    {
        public List<ObjectPath> Heard { get; } = [];

        public void Written(IReadOnlyList<ObjectPath> documents) => Heard.AddRange(documents);
    }
}
