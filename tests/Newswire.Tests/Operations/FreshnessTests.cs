using Microsoft.Extensions.Time.Testing;
using Newswire.Catalog;
using Newswire.Operations;
using Newswire.TestKit;
using Newswire.TestKit.Faults;
using Newswire.Tests.Projection;

namespace Newswire.Tests.Operations;

/// <summary>How far the documents are behind, by the cursor and the catalog alone.</summary>
public sealed class FreshnessTests
{
    private readonly Newsroom newsroom = new();
    private readonly FaultPlan plan = FaultPlan.Count();
    private readonly FakeTimeProvider time = new(Some.Morning);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Freshness Freshness => new(
        new FaultyObjectStore(newsroom.Objects, plan), new FaultyCatalogPages(newsroom.Pages, plan), new CatalogOptions(), time);

    [Fact]
    public async Task Nothing_accepted_is_fresh() => Assert.Equal(TimeSpan.Zero, await Freshness.AgeAsync(Token));

    [Fact]
    public async Task It_is_the_age_of_the_oldest_change_behind_the_cursor_until_a_pass_has_brought_it()
    {
        await newsroom.AppendAsync(
            Some.Publish("a") with { Received = time.GetUtcNow() }, Some.Publish("b") with { Received = time.GetUtcNow().AddSeconds(20) });
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(30), await Freshness.AgeAsync(Token));
        await Newsroom.RunToTheEndAsync(newsroom.Process());
        Assert.Equal(TimeSpan.Zero, await Freshness.AgeAsync(Token));

        await newsroom.AppendAsync(Some.Publish("c") with { Received = time.GetUtcNow().AddSeconds(-1) });
        Assert.Equal(TimeSpan.FromSeconds(1), await Freshness.AgeAsync(Token));
    }

    [Fact]
    public async Task A_line_that_is_no_change_hides_no_change_behind_it()
    {
        await newsroom.AppendLineAsync("nonsense");
        await newsroom.AppendAsync(Some.Publish("a") with { Received = time.GetUtcNow().AddSeconds(-7) });

        Assert.Equal(TimeSpan.FromSeconds(7), await Freshness.AgeAsync(Token));
    }

    [Fact]
    public async Task A_change_from_a_clock_that_is_ahead_is_not_younger_than_now()
    {
        await newsroom.AppendAsync(Some.Publish("a") with { Received = time.GetUtcNow().AddSeconds(7) });

        Assert.Equal(TimeSpan.Zero, await Freshness.AgeAsync(Token));
    }

    [Fact]
    public async Task It_costs_some_reads_however_much_is_behind()
    {
        await newsroom.AppendAsync([.. Enumerable.Range(0, 50).Select(i => Some.Publish($"{i}"))]);

        await Freshness.AgeAsync(Token);

        Assert.InRange(plan.Operations.Count, 2, 7);
    }
}
