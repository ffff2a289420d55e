using System.Text.Json.Serialization;
using Newswire.Delivery;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Delivery;

/// <summary>Changes that several workers make of one object: none is lost, none is made twice.</summary>
public sealed partial class SharedStateTests
{
    private static readonly ObjectPath Path = new(Containers.Subscriptions, "one.json");

    private readonly InMemoryObjectStore objects = new();

    [Fact]
    public async Task No_change_is_lost_where_many_change_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => AddAsync(i, FaultPlan.Count()))));

        Assert.Equal(Enumerable.Range(0, 50), (await StateAsync())!.Numbers.Order());
    }

    [Fact]
    public async Task A_change_is_made_again_on_what_somebody_else_has_stored_meanwhile()
    {
        // Read, then write: it stands still between the two.
        var plan = FaultPlan.PauseBefore(2);
        var slow = AddAsync(1, plan);
        await plan.Paused;
        await AddAsync(2, FaultPlan.Count());
        plan.Resume();
        await slow;

        Assert.Equal([2, 1], (await StateAsync())!.Numbers);
    }

    [Fact]
    public async Task What_comes_back_as_it_went_in_is_not_written()
    {
        await AddAsync(1, FaultPlan.Count());
        var plan = FaultPlan.Count();
        await StateOn(plan).ChangeAsync(Path, state => state, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(plan.Operations, operation => operation.StartsWith("write", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Null_deletes_and_nothing_stays_nothing()
    {
        await AddAsync(1, FaultPlan.Count());
        Assert.Null(await StateOn(FaultPlan.Count()).ChangeAsync(Path, _ => null, TestContext.Current.CancellationToken));
        Assert.Null(await StateOn(FaultPlan.Count()).ChangeAsync(Path, state => state, TestContext.Current.CancellationToken));

        Assert.Empty(objects.Snapshot());
    }

    private Task AddAsync(int number, FaultPlan plan) => StateOn(plan).ChangeAsync(
        Path, state => new Sample([.. state?.Numbers ?? [], number]), TestContext.Current.CancellationToken);

    private Task<Sample?> StateAsync() => StateOn(FaultPlan.Count()).ReadAsync(Path, TestContext.Current.CancellationToken);

    private SharedState<Sample> StateOn(FaultPlan plan) =>
        new(new FaultyObjectStore(objects, plan), SampleJson.Default.Sample);

    internal sealed record Sample(IReadOnlyList<int> Numbers);

    [JsonSerializable(typeof(Sample))]
    internal sealed partial class SampleJson : JsonSerializerContext;
}
