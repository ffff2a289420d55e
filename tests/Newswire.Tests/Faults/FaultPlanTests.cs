using Microsoft.Extensions.Time.Testing;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Faults;

/// <summary>The crash tests rest on this: an operation that "happened" reached the store, and none after the crash did.</summary>
public sealed class FaultPlanTests
{
    private static readonly string[] Everything =
    [
        "acquire pass", "append 1", "read-page 1.0", "seal 1", "last", "write keys/a", "head keys/a", "read keys/a", "list keys/",
        "delete keys/a", "send catalog-changed", "release pass",
    ];

    private readonly InMemoryObjectStore innerStore = new();
    private readonly InMemoryCatalogPages innerPages = new();
    private readonly InMemoryLeases leases = new(new FakeTimeProvider());
    private readonly InMemoryMessageQueues queues = new();

    [Fact]
    public async Task Every_operation_of_every_port_is_recorded_by_name()
    {
        var plan = FaultPlan.Count();

        await RunAsync(plan);

        Assert.Equal(Everything, plan.Operations);
        Assert.False(plan.HasCrashed);
    }

    [Fact]
    public async Task Nothing_happens_from_the_operation_it_dies_before()
    {
        for (var operation = 1; operation <= Everything.Length; operation++)
        {
            var process = new FaultPlanTests();
            var plan = FaultPlan.CrashBefore(operation);

            var crash = await Assert.ThrowsAsync<CrashException>(() => process.RunAsync(plan));

            Assert.Equal($"The process died before operation {operation}: {Everything[operation - 1]}", crash.Message);
            Assert.Equal(Everything[..operation], plan.Operations);
            AssertReached(process, operation - 1);
        }
    }

    [Fact]
    public async Task The_operation_it_dies_after_has_happened()
    {
        for (var operation = 1; operation <= Everything.Length; operation++)
        {
            var process = new FaultPlanTests();
            var plan = FaultPlan.CrashAfter(operation);

            await Assert.ThrowsAsync<CrashException>(() => process.RunAsync(plan));

            Assert.Equal(Everything[..operation], plan.Operations);
            AssertReached(process, operation);
        }
    }

    [Fact]
    public async Task A_dead_process_stays_dead()
    {
        var plan = FaultPlan.CrashBefore(1);
        await Assert.ThrowsAsync<CrashException>(() => RunAsync(plan));

        await Assert.ThrowsAsync<CrashException>(
            () => new FaultyMessageQueues(queues, plan).SendAsync("catalog-changed", "1.0", CancellationToken.None));
        Assert.Empty(queues.Waiting("catalog-changed"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_paused_process_stands_still_and_goes_on_late(bool after)
    {
        var write = Array.IndexOf(Everything, "write keys/a") + 1;
        var plan = after ? FaultPlan.PauseAfter(write) : FaultPlan.PauseBefore(write);

        var running = RunAsync(plan);
        await plan.Paused;

        Assert.False(running.IsCompleted);
        Assert.Equal(after ? 1 : 0, innerStore.Snapshot().Count);
        plan.Resume();
        await running;
        Assert.Equal(Everything, plan.Operations);
    }

    private static void AssertReached(FaultPlanTests process, int operations)
    {
        bool Happened(string name) => Array.IndexOf(Everything, name) < operations;
        Assert.Equal(Happened("append 1"), process.innerPages.Snapshot().ContainsKey(1));
        Assert.Equal(Happened("write keys/a") && !Happened("delete keys/a"), process.innerStore.Snapshot().Count == 1);
        Assert.Equal(Happened("send catalog-changed"), process.queues.Waiting("catalog-changed").Count == 1);
        var free = process.leases.TryAcquireAsync("pass", CancellationToken.None).GetAwaiter().GetResult() is not null;
        Assert.Equal(!Happened("acquire pass") || Happened("release pass"), free);
    }

    private async Task RunAsync(FaultPlan plan)
    {
        var none = CancellationToken.None;
        var store = new FaultyObjectStore(innerStore, plan);
        var pages = new FaultyCatalogPages(innerPages, plan);
        var path = new ObjectPath(Containers.Keys, "a");
        await using var lease = await new FaultyLeases(leases, plan).TryAcquireAsync("pass", none);
        await pages.AppendAsync(1, "a"u8.ToArray(), none);
        await pages.ReadAsync(1, 0, 10, none);
        await pages.SealAsync(1, none);
        await pages.LastAsync(none);
        await store.WriteAsync(path, new ObjectContent("a"u8.ToArray(), "text/plain"), null, none);
        var head = await store.HeadAsync(path, none);
        await store.ReadAsync(path, none);
        Assert.Equal(["a"], await store.ListAsync(Containers.Keys, "", none).ToListAsync(none));
        await store.DeleteAsync(path, head!.ETag, none);
        await new FaultyMessageQueues(queues, plan).SendAsync("catalog-changed", "1.0", none);
    }
}
