using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Operations;
using Newswire.Operations.Health;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Operations.Health;

/// <summary>What is said of storage and lag is true, and asking for it costs storage nothing much.</summary>
public sealed class ReadinessTests
{
    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly InMemoryCatalogPages pages = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_storage_does_not_answer_it_is_unavailable_and_says_since_when()
    {
        var plan = FaultPlan.Count();
        var readiness = Readiness(plan);
        Assert.Equal(HealthState.Ok, (await readiness.CheckAsync(Token)).State);

        plan.Unanswered = _ => true;
        time.Advance(TimeSpan.FromSeconds(10));
        await readiness.CheckAsync(Token);
        time.Advance(TimeSpan.FromSeconds(10));
        var report = await readiness.CheckAsync(Token);
        Assert.Equal((HealthState.Unavailable, Some.Morning.AddSeconds(10), null), (report.State, report.Storage.Since, report.Lag));
        Assert.Equal(new PartHealth(HealthState.Ok, Some.Morning), report.Freshness);

        plan.Unanswered = null;
        time.Advance(TimeSpan.FromSeconds(10));
        report = await readiness.CheckAsync(Token);
        Assert.Equal((HealthState.Ok, Some.Morning.AddSeconds(30)), (report.State, report.Storage.Since));
    }

    [Fact]
    public async Task Storage_that_takes_too_long_does_not_answer()
    {
        var plan = FaultPlan.PauseBefore(1);
        var checking = Readiness(plan).CheckAsync(Token);
        await plan.Paused;

        time.Advance(new HealthOptions().MaxStorageTime);

        Assert.Equal(HealthState.Unavailable, (await checking).State);
        plan.Resume();
    }

    [Fact]
    public async Task Documents_that_are_behind_are_degraded_and_no_reason_to_go_elsewhere()
    {
        await new CatalogWriter(pages, new CatalogOptions()).AppendAsync([Some.Publish("a") with { Received = Some.Morning }], Token);
        time.Advance(new HealthOptions().MaxLag);
        var readiness = Readiness(FaultPlan.Count());
        Assert.Equal(HealthState.Ok, (await readiness.CheckAsync(Token)).State);

        time.Advance(TimeSpan.FromSeconds(2));
        var report = await readiness.CheckAsync(Token);

        Assert.Equal((HealthState.Degraded, HealthState.Ok), (report.State, report.Storage.State));
        Assert.Equal(new HealthOptions().MaxLag + TimeSpan.FromSeconds(2), report.Lag);
        Assert.Equal(time.GetUtcNow(), report.Freshness.Since);
    }

    [Fact]
    public async Task A_crowd_asks_storage_once_a_second()
    {
        var plan = FaultPlan.Count();
        var readiness = Readiness(plan);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => readiness.CheckAsync(Token)));
        var once = plan.Operations.Count;
        await readiness.CheckAsync(Token);
        Assert.Equal(once, plan.Operations.Count);

        time.Advance(MaxAge);
        await readiness.CheckAsync(Token);
        Assert.Equal(2 * once, plan.Operations.Count);
        Assert.InRange(once, 1, 3);
    }

    private static TimeSpan MaxAge => Newswire.Operations.Health.Readiness.MaxAge;

    private Readiness Readiness(FaultPlan plan) => new(
        new Freshness(new FaultyObjectStore(new InMemoryObjectStore(), plan), new FaultyCatalogPages(pages, plan), new CatalogOptions(), time),
        new HealthOptions(),
        time,
        NullLogger<Readiness>.Instance);
}
