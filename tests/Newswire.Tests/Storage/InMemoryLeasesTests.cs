using Microsoft.Extensions.Time.Testing;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Storage;

public sealed class InMemoryLeasesTests : LeasesContract
{
    private readonly FakeTimeProvider time = new();
    private readonly InMemoryLeases leases;

    public InMemoryLeasesTests() => leases = new InMemoryLeases(time);

    protected override ILeases Leases => leases;

    [Fact]
    public async Task A_lease_is_renewed_as_long_as_it_is_held()
    {
        await using var held = await leases.TryAcquireAsync("pass", CancellationToken.None);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Null(await leases.TryAcquireAsync("pass", CancellationToken.None));
    }

    [Fact]
    public async Task The_lease_of_a_dead_process_runs_out_and_is_not_given_back()
    {
        var process = FaultPlan.Count();
        var held = await new FaultyLeases(leases, process).TryAcquireAsync("pass", CancellationToken.None);
        process.Crash();
        await held!.DisposeAsync();
        time.Advance(InMemoryLeases.Duration - TimeSpan.FromMilliseconds(1));
        Assert.Null(await leases.TryAcquireAsync("pass", CancellationToken.None));

        time.Advance(TimeSpan.FromMilliseconds(1));

        await using var next = await leases.TryAcquireAsync("pass", CancellationToken.None);
        Assert.NotNull(next);
    }
}
