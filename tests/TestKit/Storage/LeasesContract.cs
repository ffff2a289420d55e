using Newswire.Storage;

namespace Newswire.TestKit.Storage;

/// <summary>What <see cref="ILeases"/> promises, whatever stands behind it.</summary>
public abstract class LeasesContract
{
    private readonly string name = $"contract-{Guid.NewGuid():N}";

    protected abstract ILeases Leases { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lease_has_one_holder_until_it_is_given_back()
    {
        var held = await Leases.TryAcquireAsync(name, Token);
        Assert.NotNull(held);
        Assert.Null(await Leases.TryAcquireAsync(name, Token));
        Assert.Null(await Leases.TryAcquireAsync(name, Token));

        await held.DisposeAsync();

        await using var next = await Leases.TryAcquireAsync(name, Token);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Giving_a_lease_back_twice_leaves_the_next_holder_alone()
    {
        var held = await Leases.TryAcquireAsync(name, Token);
        await held!.DisposeAsync();
        await using var next = await Leases.TryAcquireAsync(name, Token);

        await held.DisposeAsync();

        Assert.NotNull(next);
        Assert.Null(await Leases.TryAcquireAsync(name, Token));
    }

    [Fact]
    public async Task Leases_of_other_names_are_separate()
    {
        await using var one = await Leases.TryAcquireAsync(name, Token);
        await using var other = await Leases.TryAcquireAsync($"{name}-2", Token);

        Assert.NotNull(one);
        Assert.NotNull(other);
    }

    [Fact]
    public async Task Of_many_that_want_it_one_gets_it()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => Leases.TryAcquireAsync(name, Token))));

        await using var holder = Assert.Single(results, result => result is not null);
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_fault_of_storage() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Leases.TryAcquireAsync(name, new CancellationToken(canceled: true)));
}
