using System.Text.Json.Serialization;
using Microsoft.Extensions.Time.Testing;
using Newswire.Delivery;
using Newswire.Storage;
using Newswire.TestKit.Faults;
using Newswire.TestKit.Storage;

namespace Newswire.Tests.Delivery;

/// <summary>What a process relies on without asking storage, and for how long.</summary>
public sealed partial class RecentStateTests : IDisposable
{
    private static readonly ObjectPath Path = new(Containers.Keys, "one.json");
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider time = new();
    private readonly InMemoryObjectStore objects = new();
    private readonly FaultPlan plan = FaultPlan.Count();
    private readonly RecentState<Counted> state;
    private readonly RecentState<Counted> elsewhere;

    public RecentStateTests() => (state, elsewhere) = (On(plan), On(FaultPlan.Count()));

    [Fact]
    public async Task It_is_read_once_until_it_is_too_old()
    {
        await WriteAsync(elsewhere, 1);
        Assert.Equal(1, await RecentAsync());
        await WriteAsync(elsewhere, 2);
        time.Advance(MaxAge - TimeSpan.FromTicks(1));

        Assert.Equal(1, await RecentAsync());
        Assert.Single(plan.Operations);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, await RecentAsync());
    }

    [Fact]
    public async Task That_there_is_none_is_remembered_as_well()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(await RecentAsync());
        }

        Assert.Single(plan.Operations);
    }

    [Fact]
    public async Task Many_who_ask_at_once_cost_one_read()
    {
        await WriteAsync(elsewhere, 1);
        var pausing = FaultPlan.PauseBefore(1);
        using var slow = On(pausing);
        var asking = Enumerable.Range(0, 100).Select(_ => slow.RecentAsync(Token).AsTask()).ToList();
        await pausing.Paused;
        pausing.Resume();

        Assert.All(await Task.WhenAll(asking), value => Assert.Equal(1, value?.Number));
        Assert.Single(pausing.Operations);
    }

    [Fact]
    public async Task What_this_process_changes_holds_at_once()
    {
        await WriteAsync(state, 1);
        Assert.Equal(1, await RecentAsync());
        await WriteAsync(state, 2);

        Assert.Equal(2, await RecentAsync());
    }

    [Fact]
    public async Task A_read_from_before_a_change_of_this_process_is_not_relied_on_behind_it()
    {
        await WriteAsync(elsewhere, 1);

        // The read has its answer and has not told it yet when the change is made.
        var pausing = FaultPlan.PauseAfter(1);
        using var here = On(pausing);
        var reading = here.RecentAsync(Token).AsTask();
        await pausing.Paused;
        var changing = WriteAsync(here, 2);
        pausing.Resume();
        await Task.WhenAll(reading, changing);

        Assert.Equal(2, (await here.RecentAsync(Token))!.Number);
    }

    [Fact]
    public async Task A_change_whose_answer_is_lost_may_have_been_made_and_is_looked_at_again()
    {
        await WriteAsync(state, 1);
        await RecentAsync();
        plan.AnswerLost = operation => operation.StartsWith("write", StringComparison.Ordinal);

        await Assert.ThrowsAsync<StorageAwayException>(() => WriteAsync(state, 2));

        Assert.Equal(2, await RecentAsync());
    }

    [Fact]
    public async Task Storage_that_is_away_is_said_to_whoever_asks_and_the_next_read_finds_it()
    {
        await WriteAsync(elsewhere, 1);
        plan.Unanswered = _ => true;
        await Assert.ThrowsAsync<StorageAwayException>(RecentAsync);
        plan.Unanswered = null;

        Assert.Equal(1, await RecentAsync());
    }

    public void Dispose()
    {
        state.Dispose();
        elsewhere.Dispose();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task WriteAsync(RecentState<Counted> state, int number) => state.ChangeAsync(_ => new Counted(number), Token);

    private async Task<int?> RecentAsync() => (await state.RecentAsync(Token))?.Number;

    private RecentState<Counted> On(FaultPlan faults) =>
        new(new FaultyObjectStore(objects, faults), Path, CountedJson.Default.Counted, MaxAge, time);

    internal sealed record Counted(int Number);

    [JsonSerializable(typeof(Counted))]
    private sealed partial class CountedJson : JsonSerializerContext;
}
